"""Fixes of citations: whatever is typed, they come to an end, and leave all else alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from loccit.bibliography import open_library
from loccit.editing.check import EssayCheck, check_essay, fix_essay
from loccit.essays import Essay, read_essay
from loccit.lint.prose import prose_rules

NAMES = (
    "Alexander",
    "Alexander, M.",
    "M. Alexander",
    "Dr. Alexander",
    "Ortiz & Lund",
    "Ortiz and Lund",
    "Ortiz, P., & Lund, K.",
    "Ortiz et al.",
    "Ortiz, *et al.*",
    "Kim et. al",
    "Kim, Roy, & Tan",
    "Kim, Roy, et al.",
    "Kim and colleagues",
    "King, Jr.",
)
GAPS = (", ", " ", ",", ": ", ", March 3, ", ",\n")
YEARS = ("2010", "2018a", "2019, May", "n.d.", "1963/2009")
PLACES = (
    "",
    ", p. 46",
    ", p. 46-47",
    " pp.46",
    ": 46–7",
    ", pg. 3 and 7",
    "; p. 3, p. 7",
    ", chap. 3, ¶ 4",
    ", 46",
    ", min. 1:30",
    ", pp. 64 – 46",
    ", emphasis added",
)
SEPARATORS = ("; ", ", ", " and ", "; see also ")
BEFORE, AFTER = "Some *words* — before ", " and after.\n"
LIST = """
# References

Alexander, M. (2010). *The new Jim Crow*. The New Press.

Kim, A., Roy, B., & Tan, C. (2019). *Another book*. Harbor Press.

King, M. L., Jr. (1963). *Love*. Harbor Press.

Ortiz, P., & Lund, K. (2018). *A third book*. Harbor Press.
"""
RULES = [
    rule
    for rule in prose_rules()
    if rule.code[0] == "L" or (rule.code[0] == "C" and rule.code < "C15")
]
LIBRARY = open_library([])

cites = st.builds(
    "".join, st.tuples(*map(st.sampled_from, (NAMES, GAPS, YEARS, PLACES)))
)
brackets = st.lists(cites, min_size=1, max_size=3).flatmap(
    lambda found: st.sampled_from(SEPARATORS).map(lambda sign: f"({sign.join(found)})")
)
narrative = st.builds(
    "{}{}({}{})".format,
    st.sampled_from(NAMES),
    st.sampled_from([" ", ", ", "'s "]),
    st.sampled_from(YEARS),
    st.sampled_from(PLACES),
)


def checked(essay: Essay) -> EssayCheck:
    return check_essay(essay, LIBRARY, None, RULES)


@settings(max_examples=60, deadline=None)
@given(st.one_of(brackets, narrative))
def test_fixes_come_to_an_end_and_leave_the_rest_alone(citation: str) -> None:
    essay = read_essay((BEFORE + citation + AFTER + LIST).encode())
    fixed = fix_essay(essay, checked, unsafe=True)
    assert not [each for each in fixed.left.findings if each.problem.fix]
    text = fixed.data.decode()
    assert text.startswith(BEFORE)
    assert text.endswith(AFTER + LIST)
    again = fix_essay(read_essay(fixed.data), checked, unsafe=True)
    assert again.data == fixed.data
