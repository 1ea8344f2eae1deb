"""Find where a text differs from what is expected in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex

#: A word, a run of spaces, a sign.
_TOKEN = regex(r"\w+|\s+|[^\w\s]")
#: Signs of which people type one for the other; that is another rule's business.
_ALIKE = str.maketrans("’‘“”\u00a0\n", "''\"\"  ")


class Difference(NamedTuple):
    """Characters, `text[start:end]`, in whose place others are expected.

    Attributes:
        new: what is expected there.
    """

    start: int
    end: int
    new: str


def differences(typed: str, expected: str) -> Iterator[Difference]:
    """Yield where a text differs from the expected one, by words and signs.  Straight
    and curly quotation marks do not differ, nor do spaces from line breaks.

    >>> [*differences("Ortiz, P. and Lund, K.", "Ortiz, P., & Lund, K.")]
    [Difference(start=9, end=9, new=','), Difference(start=10, end=13, new='&')]
    """
    from difflib import SequenceMatcher  # 5 ms, and only where something is compared

    old, new = _tokens(typed), _tokens(expected)
    matcher = SequenceMatcher(None, _even(old), _even(new), autojunk=False)
    starts = [0]
    for token in old:
        starts.append(starts[-1] + len(token))
    for kind, first, last, new_first, new_last in matcher.get_opcodes():
        if kind != "equal":
            text = "".join(new[new_first:new_last])
            yield Difference(starts[first], starts[last], text)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text)


def _even(tokens: Sequence[str]) -> list[str]:
    return [token.translate(_ALIKE) for token in tokens]
