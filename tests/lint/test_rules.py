"""Each rule has a page; it finds what the page shows as wrong, and nothing in what the
page shows as right.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import loccit
from loccit.bibliography import Library, open_library
from loccit.bibliography.files import read_data
from loccit.bibliography.formats import bibtex
from loccit.bibliography.formats.bibtex import entry_problems
from loccit.lint import Checker, Finding
from loccit.lint.rule import Rule
from loccit.lint.sources import rules
from loccit.model import apply_edits
from tests.lint.pages import RIGHT, SAFETY, WHAT, WHY, WRONG, example_in, page_of

ITEM = [
    "type",
    "title",
    "author",
    "issued",
    "accessed",
    "DOI",
    "ISBN",
    "ISSN",
    "URL",
    "page",
    "volume",
    "container-title",
]
PEOPLE = st.lists(
    st.dictionaries(
        st.sampled_from(["family", "given", "literal"]), st.text(max_size=6)
    ),
    max_size=3,
)
DATES = st.fixed_dictionaries(
    {
        "date-parts": st.lists(
            st.lists(st.integers(-9999, 99999), max_size=3), max_size=2
        )
    }
)


def findings(text: str, *select: str) -> list[Finding]:
    """Check a text, and return the findings in the order of places."""
    file, problems = read_data(text.encode(), Path("a"))
    found = Checker(Library([file], problems), select=select).findings()
    return sorted(found, key=lambda finding: finding.problem.place)


#: Rules for whole files, and one whose examples would be too long.
WITHOUT_EXAMPLE = {"endless-value", "no-sources", "not-utf-8", "unreadable-file"}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_each_page_has_its_headings(rule: Rule) -> None:
    headings = [WHAT, WHY, WRONG, RIGHT, SAFETY]
    if rule.name in WITHOUT_EXAMPLE:
        headings.remove(WRONG)
    if not rule.fix_safety:
        headings.remove(SAFETY)
    assert list(page_of(rule).sections) == headings


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_each_page_says_whether_the_fix_is_safe(rule: Rule) -> None:
    if rule.fix_safety:
        safety = page_of(rule).sections[SAFETY]
        assert safety.startswith(f"This fix is {rule.fix_safety}: ")


@pytest.mark.parametrize(
    "rule",
    [rule for rule in rules() if rule.name not in WITHOUT_EXAMPLE],
    ids=lambda rule: rule.name,
)
def test_the_examples_of_each_page(rule: Rule) -> None:
    sections = page_of(rule).sections
    wrong, right = example_in(sections[WRONG]), example_in(sections[RIGHT])
    found = findings(wrong, rule.name)
    assert [finding.problem.rule for finding in found] == [rule.name]
    assert findings(right, rule.name) == []


@pytest.mark.parametrize(
    "rule", [rule for rule in rules() if rule.fix_safety], ids=lambda rule: rule.name
)
def test_what_to_use_instead_is_what_the_fix_gives(rule: Rule) -> None:
    sections = page_of(rule).sections
    wrong, right = example_in(sections[WRONG]), example_in(sections[RIGHT])
    (finding,) = findings(wrong, rule.name)
    assert finding.problem.fix
    assert finding.problem.fix.safety == rule.fix_safety
    assert apply_edits(wrong, finding.problem.fix.edits) == right


@pytest.mark.parametrize(
    "name", ["doi-as-address", "hard-space-in-name", "html-entity"]
)
def test_what_loccit_reads_stays_the_same(name: str) -> None:
    """As the pages of these rules say of their fixes."""
    (rule,) = [rule for rule in rules() if rule.name == name]
    sections = page_of(rule).sections
    wrong, right = (
        bibtex.read(example_in(sections[heading]), "a.bib").read(0).source
        for heading in (WRONG, RIGHT)
    )
    assert wrong and right
    assert wrong.variables == right.variables


PIECES = st.sampled_from(
    [
        "@book{a, ",
        "title = {",
        "}",
        ",",
        "author = ",
        '"',
        " and ",
        "Jr.",
        "Ã©",
        "&amp;",
        "doi:10.",
        "--",
        "year = ",
        "2015",
    ]
)


@given(st.lists(PIECES | st.text(max_size=4), max_size=20).map("".join))
def test_no_entry_is_too_strange(text: str) -> None:
    file = bibtex.read(text, "a.bib")
    for finding in Checker(Library([file])).findings():
        assert finding.problem.message and finding.problem.place.path == "a.bib"


@given(
    st.dictionaries(
        st.sampled_from(ITEM), st.text(max_size=12) | st.integers() | PEOPLE | DATES
    )
)
def test_no_item_is_too_strange(item: dict[str, object]) -> None:
    for finding in Checker(open_library([], [{"id": "a", **item}])).findings():
        assert finding.key == "a"


def reported_by_readers() -> set[str]:
    """The names of the rules that the readers of bibliographies find broken."""
    trees = [
        ast.parse(path.read_text("utf-8"))
        for path in (Path(loccit.__file__).parent / "bibliography").rglob("*.py")
    ]
    calls = [
        node
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and node.args
    ]
    named = [
        call.args[0]
        for call in calls
        if ast.unparse(call.func).split(".")[-1]
        in ("Problem", "EntryError", "error", "Fault")
    ]
    return {str(name.value) for name in named if isinstance(name, ast.Constant)} | set(
        entry_problems.BROKEN
    )


def test_what_readers_report_has_a_page() -> None:
    pages = {rule.name for rule in rules()}
    # What `write` and `loccit tidy` report is not about reading.
    elsewhere = {"not-carried", "broken-entry", "comment-in-entry"}
    assert reported_by_readers() - pages == elsewhere


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_each_page_begins_with_a_sentence(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z].{10,110}\.", rule.summary)
