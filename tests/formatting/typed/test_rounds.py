"""The edits of two rounds as those of one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from loccit.formatting.typed.rounds import composed
from loccit.model import Edit, Span, apply_edits

TEXTS = st.text("abc", max_size=12)


@st.composite
def edits_of(draw: st.DrawFn, text: str) -> list[Edit]:
    """Edits of a text, in order, that don't overlap."""
    places = st.integers(0, len(text))
    ends = sorted(draw(st.lists(places, max_size=8, unique=True)))
    pairs = zip(ends[::2], ends[1::2], strict=False)
    return [Edit(Span(start, end), draw(TEXTS)) for start, end in pairs]


@given(st.data(), TEXTS)
def test_composed(data: st.DataObject, text: str) -> None:
    first = data.draw(edits_of(text))
    between = apply_edits(text, first)
    then = data.draw(edits_of(between))
    both = [*composed(first, between, then)]
    assert apply_edits(text, both) == apply_edits(between, then)
    assert are_apart(both)


def are_apart(edits: Sequence[Edit]) -> bool:
    """Return whether edits are in order, and none overlaps the next."""
    spans = [edit.span for edit in edits]
    return all(one.end <= other.start for one, other in pairwise(spans))


def test_what_the_second_round_leaves_stays_as_it_is() -> None:
    first = [Edit(Span(0, 1), "xyz"), Edit(Span(4, 4), "-")]
    both = [*composed(first, "xyzbcd-e", [Edit(Span(7, 8), "E")])]
    assert both == [Edit(Span(0, 1), "xyz"), Edit(Span(4, 5), "-E")]
