"""The walk of a check, and what it counts."""

from __future__ import annotations

from loccit.bibliography import Library, open_library
from loccit.editing.check import EssayCheck, check_essay
from loccit.essays import read_essay
from loccit.lint.prose import prose_rules

ESSAY = """\
So it is [@doe; @roe; @roe], and so (Rolfe, 2011). Rolfe (2011), and (Vance, 1990), too.

# References

Marsh, P. (2004). *Slow crowds*. Harbor Press.

Tolan, R. (1999). *Wise crowds*. Harbor Press.
"""
EMPTY: Library = open_library([])


def checked(*codes: str) -> EssayCheck:
    rules = [rule for rule in prose_rules() if rule.code in codes]
    return check_essay(read_essay(ESSAY.encode()), EMPTY, None, rules)


def test_counts_are_of_works() -> None:
    check = checked()
    assert (check.missing, check.unlisted, check.uncited) == (2, 2, 2)


def test_an_unknown_key_is_reported_once() -> None:
    found = [each.problem for each in checked("T01").findings]
    of_roe = [each for each in found if "`roe`" in each.message]
    assert [each.rule for each in of_roe] == ["T01"]


def test_an_unknown_key_is_not_reported_where_its_rule_is_not_checked() -> None:
    assert checked("T02").findings
    assert {each.problem.rule for each in checked("T02").findings} == {"T02"}
