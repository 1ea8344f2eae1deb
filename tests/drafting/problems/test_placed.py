"""Problems move with the text around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loccit.drafting.opened.change import change_of
from loccit.drafting.problems.placed import PlacedProblem
from loccit.model import Edit, Problem, Span, apply_edits

TEXT = "one two three"


@given(
    st.integers(0, len(TEXT)),
    st.integers(0, len(TEXT)),
    st.sampled_from(["", "x", TEXT]),
)
def test_a_problem_that_stays_is_at_the_same_word(
    one: int, other: int, new: str
) -> None:
    """The word is found again where the problem has moved to, and is not changed."""
    word = Span(4, 7)
    edit = Edit(Span(*sorted([one, other])), new)
    change = change_of([edit])
    assert change
    moved = PlacedProblem(Problem("rule", "message"), word).moved(change)
    is_touched = edit.span.start <= word.end and word.start <= edit.span.end
    assert (moved is None) == is_touched
    if moved:
        assert moved.span.of(apply_edits(TEXT, [edit])) == "two"
