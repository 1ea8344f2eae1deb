"""Remove parts of a sequence with commas: fields of an entry, items of an array, members
of an object.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from loccit._startup.regex import regex
from loccit.model import Edit, Span

_COMMA = regex(r"\s*,\s*")
_NEXT_COMMA = regex(r"[ \t]*,")


def removals(
    text: str, parts: Sequence[Span], removed: Collection[int], end: int
) -> Iterator[Edit]:
    """Make the edits that remove parts, each with one of the commas beside it.

    Args:
        text: the text with the sequence.
        parts: the spans of all parts, in order.
        removed: the indexes of the parts to remove.
        end: the end of the sequence.

    >>> from loccit.model import apply_edits
    >>> parts = [Span(1, 2), Span(4, 5), Span(7, 8)]
    >>> for removed in ([0], [1], [2], [0, 2], [0, 1, 2]):
    ...     print(apply_edits("[a, b, c]", removals("[a, b, c]", parts, removed, 8)))
    [b, c]
    [a, c]
    [a, b]
    [b]
    []
    """
    left = [index for index in range(len(parts)) if index not in removed]
    for index in sorted(removed):
        part = parts[index]
        is_last = index == len(parts) - 1
        comma = _NEXT_COMMA.match(text, part.end, end)
        stop = comma.end() if comma else part.end
        if not left or index < left[0]:
            # Up to the part that becomes the first, so that it begins as the first did.
            if not is_last:
                stop = parts[index + 1].start
            elif left:
                stop = part.end
            yield Edit(Span(part.start, stop), "")
        elif _COMMA.fullmatch(text, parts[index - 1].end, part.start):
            yield Edit(Span(parts[index - 1].end, part.end), "")
        else:  # a comment is between them
            yield Edit(Span(part.start, stop), "")
