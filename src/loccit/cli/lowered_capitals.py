"""What commands say of the capitals that sentence case leaves out of titles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from loccit.values.letter_case.proper_nouns import may_be_name

#: How many of them `format` shows: more would hide those that may be names.
_MOST = 8


def left_out(
    words: Collection[str], *, in_braces: bool, most: int = _MOST
) -> Iterator[str]:
    """Yield at most two lines: which words of titles lost their capital, and which of
    them may be names.

    Args:
        words: those that lost it.
        in_braces: whether braces would keep it, as in a .bib file.
        most: how many to show.

    >>> print(*left_out(["Peel", "Apple"], in_braces=False), sep="\\n")
    Capitals left out, as sentence case has it: Peel, Apple.
    May be a name: Apple. To keep its capital, list it under `proper-nouns`.
    """
    if not words:
        return
    shown = f"Capitals left out, as sentence case has it: {_some([*words], most)}."
    names = [word for word in words if may_be_name(word)]
    if names:
        yield shown
        yield f"{_names(names, most)}, {_how(names[0], in_braces)}."
    else:
        first = next(iter(words))
        yield f"{shown} To keep one, {_how(first, in_braces)}."


def _names(names: Sequence[str], most: int) -> str:
    if len(names) == 1:
        return f"May be a name: {names[0]}. To keep its capital"
    return f"May be names: {_some(names, most)}. To keep the capital of one"


def _how(word: str, in_braces: bool) -> str:
    in_file = f"write {{{word}}}, or " if in_braces else ""
    return f"{in_file}list it under `proper-nouns`"


def _some(words: Sequence[str], most: int) -> str:
    shown = ", ".join(words[:most])
    more = len(words) - most
    return f"{shown} and {more} more" if more > 0 else shown
