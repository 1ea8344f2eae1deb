"""Problems move with the text around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loccit.drafting.opened.change import change_of
from loccit.drafting.problems.placed import PlacedProblem
from loccit.model import Edit, Fix, Place, Problem, Span, apply_edits

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


@given(
    st.integers(0, len(TEXT)),
    st.integers(0, len(TEXT)),
    st.sampled_from(["", "x", TEXT]),
)
def test_a_fix_moves_with_its_problem_or_is_dropped(
    one: int, other: int, new: str
) -> None:
    """The problem is at "two", and what fixes it at "three"."""
    fix = Fix("a.md", (Edit(Span(8, 13), "four"),))
    problem = Problem("rule", "message", Place("a.md", 1, 5), fix=fix)
    edit = Edit(Span(*sorted([one, other])), new)
    change = change_of([edit])
    assert change
    moved = PlacedProblem(problem, Span(4, 7)).moved(change)
    is_touched = edit.span.start <= 13 and edit.span.end >= 8
    if moved:
        assert (moved.problem.fix is None) == is_touched
    if moved and moved.problem.fix:
        [fixing] = moved.problem.fix.edits
        assert fixing.span.of(apply_edits(TEXT, [edit])) == "three"


def test_a_fix_of_another_file_stays_where_it_is() -> None:
    fix = Fix("a.bib", (Edit(Span(8, 13), "four"),))
    problem = Problem("rule", "message", Place("a.bib", 1, 5), fix=fix)
    change = change_of([Edit(Span(0, 0), "new ")])
    assert change
    moved = PlacedProblem(problem, Span(4, 7), "key", is_elsewhere=True).moved(change)
    assert moved
    assert moved.span == Span(8, 11)
    assert moved.problem.fix == fix
