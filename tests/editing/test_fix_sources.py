"""What `loccit check --fix` does to files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.bibliography import Library, open_library
from loccit.editing.fix_sources import fix_sources
from loccit.lint import Checker
from loccit.lint.rule import Rule
from loccit.lint.sources import rules
from tests.lint.pages import WRONG, example_in, page_of

BIB = """\
% kept as it is
@STRING{sage = "SAGE &amp; Co."}
@Book {doe,   title={Caf&eacute; \\&amp; Bar},
   doi= "https://doi.org/10.2307/1229039" ,
  publisher = sage, author = {King, Martin Luther, Jr. and JimÃ©nez, J.} }   text between
@article{twice, doi = {doi:10.1000/1}}
@article{twice, doi = {doi:10.1000/2}}
@article{broken, title = {A &amp; B}
"""


def fixed(path: Path, text: str, *, unsafe: bool = False) -> str:
    """The text of a file after all fixes."""
    path.write_bytes(text.encode())
    fix_sources([path], Checker, unsafe=unsafe)
    return path.read_bytes().decode()


def test_only_what_is_mended_changes(tmp_path: Path) -> None:
    mended = fixed(tmp_path / "a.bib", BIB)
    assert mended == BIB.replace("Caf&eacute; \\&amp; Bar", "Café \\& Bar").replace(
        '"https://doi.org/10.2307/1229039"', '"10.2307/1229039"'
    ).replace(
        "King, Martin Luther, Jr. and JimÃ©nez", "King, Jr., Martin Luther and Jiménez"
    )
    assert fixed(tmp_path / "a.bib", mended) == mended


def test_csl_json(tmp_path: Path) -> None:
    text = '[{"id": "a", "type": "book",\n  "title": "R&amp;D in <i>KÃ¶ln</i>", "URL":"https://doi.org/10.1000/1" }]'
    mended = '[{"id": "a", "type": "book",\n  "title": "R&D in <i>Köln</i>", "DOI":"10.1000/1" }]'
    assert fixed(tmp_path / "a.json", text) == mended


def test_a_format_that_is_not_changed_in_place(tmp_path: Path) -> None:
    text = "TY  - BOOK\nTI  - R&amp;D\nER  - \n"
    assert fixed(tmp_path / "a.ris", text) == text


def test_unsafe_fixes_have_to_be_asked_for(tmp_path: Path) -> None:
    text = "@book{a, author = {World Health Organization}}"
    path = tmp_path / "a.bib"
    assert fixed(path, text) == text
    assert fixed(path, text, unsafe=True) == text.replace("{World", "{{World").replace(
        "n}", "n}}"
    )


def test_fixes_that_touch_are_applied_one_after_the_other(tmp_path: Path) -> None:
    text = "@book{a, title = {R&amp;D in KÃ¶ln}, url = {https://doi.org/10.1000/1}}"
    fix = "@book{a, title = {R\\&D in Köln}, doi = {10.1000/1}}"
    assert fixed(tmp_path / "a.bib", text) == fix


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@book{a, title = {R&amp;D}}", "utf-8")
    fixes = fix_sources([path], Checker, dry_run=True)
    assert fixes.changes[path].after == b"@book{a, title = {R\\&D}}"
    assert path.read_text("utf-8") == "@book{a, title = {R&amp;D}}"


def test_only_some_sources(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@book{a, title = {R&amp;D}}\n@book{b, title = {R&amp;D}}", "utf-8")
    fix_sources([path], Checker, {"b"})
    assert (
        path.read_text("utf-8")
        == "@book{a, title = {R&amp;D}}\n@book{b, title = {R\\&D}}"
    )


@pytest.mark.parametrize(
    "rule", [rule for rule in rules() if rule.check], ids=lambda rule: rule.name
)
def test_what_was_mended_is_not_found_again(rule: Rule, tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(example_in(page_of(rule).sections[WRONG]), "utf-8")

    def checker(library: Library) -> Checker:
        return Checker(library, select=[rule.name])

    mended = fix_sources([path], checker, unsafe=True).findings
    left = list(checker(open_library(path)).findings())
    assert not left or not mended


PIECES = st.sampled_from(
    [
        "&amp;",
        "\\&",
        "{",
        "}",
        '"',
        " and ",
        ", ",
        "Jr.",
        "Ã©",
        "é",
        "doi:10.1000/1",
        "World Health Organization",
        "#",
        "@",
    ]
)


@given(
    st.lists(PIECES | st.text(max_size=3), max_size=8).map("".join),
    st.sampled_from(["title", "author", "doi", "url"]),
)
def test_mending_twice_is_mending_once(
    tmp_path_factory: pytest.TempPathFactory, value: str, field: str
) -> None:
    path = tmp_path_factory.mktemp("once") / "a.bib"
    text = f"@book{{doe, {field} = {{{value}}}, note = {{kept}}}}\n"
    once = fixed(path, text, unsafe=True)
    assert fixed(path, once, unsafe=True) == once
