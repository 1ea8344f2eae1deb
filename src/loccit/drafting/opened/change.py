"""Which stretch of a text some edits have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit.model import Edit, Span

#: Edits with no more characters between them are looked at together.
_NEAR = 1_000


class Change(NamedTuple):
    """A stretch of a text, and what became of it; all around it is as it was.

    Attributes:
        old: where it was in the text before.
        new: where it is in the text after.
    """

    old: Span
    new: Span

    @property
    def shift(self) -> int:
        """How far all that follows has moved."""
        return self.new.end - self.old.end


def change_of(edits: Sequence[Edit]) -> Change | None:
    """Return what edits change that are made one after the other; None for no edits.

    >>> change_of([Edit(Span(4, 6), "abc"), Edit(Span(0, 1), "")])
    Change(old=Span(start=0, end=6), new=Span(start=0, end=6))
    """
    if not edits:
        return None
    first, *others = edits
    start, old_end = first.span.start, first.span.end
    new_end = start + len(first.new)
    for edit in others:
        # All after the stretch is as before, at another place.
        old_end += max(0, edit.span.end - new_end)
        new_end = max(new_end, edit.span.end) + len(edit.new) - len(edit.span)
        start = min(start, edit.span.start)
    return Change(Span(start, old_end), Span(start, new_end))


def grouped(edits: Iterable[Edit]) -> Iterator[Sequence[Edit]]:
    """Group edits that are made one after the other, and near each other.

    >>> far = [Edit(Span(0, 0), "a"), Edit(Span(5_000, 5_000), "b")]
    >>> [len(group) for group in grouped([*far, *far[1:]])]
    [1, 2]
    """
    group: list[Edit] = []
    for edit in edits:
        change = change_of(group)
        if change and not _is_near(edit.span, change.new):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _is_near(one: Span, other: Span) -> bool:
    return one.start <= other.end + _NEAR and other.start <= one.end + _NEAR
