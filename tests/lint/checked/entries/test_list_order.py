"""Lists in any order: the fixes of all rules on order together sort them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loccit.bibliography import open_library
from loccit.editing.check import EssayCheck, check_essay, fix_essay
from loccit.essays import Essay, read_essay
from loccit.lint.prose import prose_rules

NOTHING = open_library([])
RULES = [
    rule for rule in prose_rules() if "B05" <= rule.code <= "B11" and rule.code != "B06"
]
SORTED = [
    "*Avenues of trust*. (2009). Harbor Press.",
    "Bell, A. (2012). *Streets of trust*. Harbor Press.",
    "Bell, R. (n.d.). *Streets and trust*. Harbor Press.",
    "Bell, R. (2001). *Towns of trust*. Harbor Press.",
    "Bell, R. (2009). *Benches of trust*. Harbor Press.",
    "Bell, R. (2009). *The corners of trust*. Harbor Press.",
    "Bell, R., & Poe, E. (1999). *Towns that talk*. Harbor Press.",
    "Bellamy, R. (2001). *Streets of trust*. Harbor Press.",
    "World Health Organization. (2001). *Neighbors in towns*. Harbor Press.",
]


def check(essay: Essay) -> EssayCheck:
    return check_essay(essay, NOTHING, rules=RULES)


def essay_of(entries: list[str]) -> Essay:
    text = "\n\n".join(["So it is (Bell, 2001).", "# References", *entries])
    return read_essay(text.encode(), "-", "markdown")


@settings(max_examples=15, deadline=None)
@given(st.permutations(SORTED))
def test_fixes_sort_a_list(entries: list[str]) -> None:
    fixed = fix_essay(essay_of(entries), check)
    assert fixed.data == essay_of(SORTED).data
    assert [each for each in fixed.left.findings if each.problem.rule[0] == "B"] == []
