"""The rules for essays: their pages, and their cases in the file of each.

First come cases in which the rule must stay silent, then those in which it finds
something; of a problem the line, the column and the message are expected.  Sections of
a case say what is not usual: `format` (Markdown), `style` (APA), `lang`, `library` (a
.bib file); `fixed` is what all fixes make of the essay, unsafe ones too.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.bibliography import Library, open_library
from loccit.bibliography.files import read_data
from loccit.editing.check import EssayCheck, check_essay, fix_essay
from loccit.essays import Essay, read_essay
from loccit.lint.prose import prose_rules
from loccit.lint.prose.rule import ProseRule
from loccit.workspace.settings import Settings
from tests.cases import Case, read_cases
from tests.lint.pages import RIGHT, SAFETY, WHAT, WHY, WRONG, example_in, page_of

FOLDER = Path(__file__).parent
#: The texts of sources, in which quotations are looked up.
SOURCES = FOLDER / "quotations" / "sources"
FAMILIES = {
    "C": "citations",
    "L": "locators",
    "Q": "quotations",
    "T": "cross_check",
    "R": "entries",
    "B": "reference_list",
}


def case_file(rule: ProseRule) -> Path:
    name = f"{rule.code.lower()}_{rule.name.replace('-', '_')}.txt"
    return FOLDER / FAMILIES[rule.code[0]] / name


def cases_of(rule: ProseRule) -> list[Case]:
    return read_cases(case_file(rule))


#: How a page is laid out, no text shows: see `reference_list/test_layout.py`.
OF_LAYOUT = ("B02", "B03")
IN_TEXTS = [rule for rule in prose_rules() if rule.code not in OF_LAYOUT]
CASES = [
    pytest.param(rule, case, id=f"{rule.code}: {case.title}")
    for rule in IN_TEXTS
    for case in cases_of(rule)
]
RULES = [pytest.param(rule, id=rule.code) for rule in prose_rules()]
RULES_IN_TEXTS = [pytest.param(rule, id=rule.code) for rule in IN_TEXTS]
WITH_FIX = [
    pytest.param(rule, id=rule.code) for rule in prose_rules() if rule.fix_safety
]


def library_of(case: Case) -> Library:
    text = case.sections.get("library", "")
    if not text:
        return open_library([])
    file, problems = read_data(text.encode(), Path("a.bib"))
    return Library([file], problems)


def essay_of(case: Case) -> Essay:
    return read_essay(case.given.encode(), "-", case.sections.get("format"))


def checked(essay: Essay, case: Case, rule: ProseRule) -> EssayCheck:
    settings = Settings(csl=case.sections.get("style"), lang=case.sections.get("lang"))
    check = check_essay(essay, library_of(case), settings, [rule], sources=SOURCES)
    own = tuple(each for each in check.findings if each.problem.rule == rule.code)
    return EssayCheck(check.essay, own, check.citations)


@pytest.mark.usefixtures("cache_folder")
@pytest.mark.parametrize(("rule", "case"), CASES)
def test_case(rule: ProseRule, case: Case) -> None:
    essay = essay_of(case)
    found = [str(each.problem) for each in checked(essay, case, rule).findings]
    assert "\n".join(line.removeprefix("-:") for line in found) == case.expected
    fixed = fix_essay(essay, lambda each: checked(each, case, rule), unsafe=True)
    expected = case.sections.get("fixed", case.given.strip())
    assert fixed.data.decode().strip() == expected


@pytest.mark.parametrize("rule", RULES_IN_TEXTS)
def test_silent_cases_come_first(rule: ProseRule) -> None:
    found = [bool(case.expected) for case in cases_of(rule)]
    assert set(found) == {False, True}
    assert found == sorted(found)


@pytest.mark.parametrize("rule", RULES_IN_TEXTS)
def test_a_rule_with_a_fix_has_a_case_for_it(rule: ProseRule) -> None:
    is_fixed = any("fixed" in case.sections for case in cases_of(rule))
    assert is_fixed == bool(rule.fix_safety)


@pytest.mark.parametrize("rule", RULES)
def test_each_page_has_its_headings(rule: ProseRule) -> None:
    headings = [WHAT, WHY, WRONG, RIGHT, SAFETY]
    if not rule.fix_safety:
        headings.remove(SAFETY)
    assert list(page_of(rule).sections) == headings


def examples(rule: ProseRule) -> tuple[str, str]:
    sections = page_of(rule).sections
    return example_in(sections[WRONG]), example_in(sections[RIGHT])


NO_CASE = Case("", "", {})


@pytest.mark.parametrize("rule", RULES_IN_TEXTS)
def test_the_examples_of_each_page(rule: ProseRule) -> None:
    wrong, right = (read_essay(text.encode()) for text in examples(rule))
    assert len(checked(wrong, NO_CASE, rule).findings) == 1
    assert checked(right, NO_CASE, rule).findings == ()


@pytest.mark.parametrize("rule", WITH_FIX)
def test_what_to_use_instead_is_what_the_fix_gives(rule: ProseRule) -> None:
    wrong, right = examples(rule)
    essay = read_essay(wrong.encode())
    (finding,) = checked(essay, NO_CASE, rule).findings
    assert finding.problem.fix
    assert finding.problem.fix.safety == rule.fix_safety
    assert essay.with_edits(finding.problem.fix.edits).decode() == right
    safety = page_of(rule).sections[SAFETY]
    assert safety.startswith(f"This fix is {rule.fix_safety}: ")
