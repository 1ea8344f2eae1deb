"""The cases of the rules for sources: for each rule, the file of its name in `sources/`.

First come cases in which the rule must stay silent, then those in which it finds
something, with what its fix makes of the file.  A case that needs several files, or an
encoding, begins each file with a line such as `file: a.bib` or `file: a.bib in cp1252`.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest

from loccit.bibliography import open_library
from loccit.editing.fix_sources import fix_sources
from loccit.lint import Checker
from loccit.lint.rule import Rule
from loccit.lint.sources import rules
from tests.cases import Case, read_cases

FOLDER = Path(__file__).parent / "sources"
FILE = re.compile(r"^file: (\S+)(?: in (\S+))?\n", re.MULTILINE)


def cases_of(rule: Rule) -> list[Case]:
    return read_cases(FOLDER / f"{rule.name.replace('-', '_')}.txt")


CASES = [
    pytest.param(rule, case, id=f"{rule.name}: {case.title}")
    for rule in rules()
    for case in cases_of(rule)
]


def written(given: str) -> Path:
    """Write the files of a case here, and return the file or folder to check."""
    _, *parts = FILE.split(given)
    if not parts:
        Path("a").write_text(given, "utf-8", newline="")
        return Path("a")
    for name, encoding, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        Path(name).write_text(text, encoding or "utf-8", newline="")
    return Path()


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_case(
    rule: Rule, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = written(case.given)
    check = partial(Checker, select=[rule.name])
    problems = [finding.problem for finding in check(open_library(path)).findings()]
    problems.sort(key=lambda problem: problem.place)
    assert "\n".join(map(str, problems)) == case.expected
    if path.is_file():
        fix_sources([path], check, unsafe=True)
        fixed = path.read_text("utf-8")
        assert fixed == case.sections.get("fixed", case.given)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_silent_cases_come_first(rule: Rule) -> None:
    found = [bool(case.expected) for case in cases_of(rule)]
    assert set(found) == {False, True}
    assert found == sorted(found)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_with_a_fix_has_a_case_for_it(rule: Rule) -> None:
    is_fixed = any("fixed" in case.sections for case in cases_of(rule))
    assert is_fixed == bool(rule.fix_safety)
