"""Things in a row with commas between them: the fields of an entry, the items of an
array, the members of an object.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from loccit._startup.regex import regex
from loccit.model import Edit, Span

_COMMA = regex(r"\s*,\s*")
_COMMA_BEHIND = regex(r"[ \t]*,")


def removals(
    text: str, parts: Sequence[Span], removed: Collection[int], end: int
) -> Iterator[Edit]:
    """The edits that take some parts out of their row, each with one of the commas
    beside it.

    Args:
        text: that they stand in.
        parts: where each stands, in order.
        removed: the indexes of those that go.
        end: where the row ends.

    >>> from loccit.model import apply_edits
    >>> row = [Span(1, 2), Span(4, 5), Span(7, 8)]
    >>> [apply_edits("[a, b, c]", removals("[a, b, c]", row, which, 8)) for which in ([0], [1], [2], [0, 2], [0, 1, 2])]
    ['[b, c]', '[a, c]', '[a, b]', '[b]', '[]']
    """
    left = [index for index in range(len(parts)) if index not in removed]
    for index in sorted(removed):
        part = parts[index]
        if (
            not left or index < left[0]
        ):  # up to what comes to stand first, so that this begins as the first did
            stop = parts[index + 1].start if index + 1 < len(parts) else part.end
            if (
                not left
                and index == len(parts) - 1
                and (comma := _COMMA_BEHIND.match(text, part.end, end))
            ):
                stop = comma.end()
            yield Edit(Span(part.start, stop), "")
        elif _COMMA.fullmatch(text, parts[index - 1].end, part.start):
            yield Edit(Span(parts[index - 1].end, part.end), "")
        else:  # a comment stands between them
            comma = _COMMA_BEHIND.match(text, part.end, end)
            yield Edit(Span(part.start, comma.end() if comma else part.end), "")
