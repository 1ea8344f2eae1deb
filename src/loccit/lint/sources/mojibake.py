"""Letters that were read in the wrong encoding: "JimÃ©nez".

## What it does

Finds sequences that appear when a file in UTF-8 is read as Windows-1252, and characters
that were lost (U+FFFD).

## Why is this bad?

Every letter that is not plain ASCII is printed as two or three wrong ones.

## Example

    @article{jimenez2014, author = {JimÃ©nez, Jillian}}

## Use instead

The right letters:

    @article{jimenez2014, author = {Jiménez, Jillian}}

## Fix safety

This fix is safe: sound text doesn't have such sequences, and the fix only undoes the
wrong reading. For a character that was lost there is no fix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"
#: The second byte of a letter, as Windows-1252 or Latin-1 reads it.
_SECOND = r"[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
#: Some of these follow a capital at the end of a word in sound text: “ALDRIG PÅ”.
_SOUND = r"(?<=[^\W\da-zß-öø-ÿ][ÂÃÄÅ])[‘’“”…–—›](?!\w)"
#: Latin letters; quotation marks, dashes and the like.
_BROKEN = regex(rf"[ÂÃÄÅ](?!{_SOUND}){_SECOND}|â[€‚„\x80\x82\x84]{_SECOND}")
_LOST = "\N{REPLACEMENT CHARACTER}"


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for at, text in entry.texts():
        if not text.isascii():
            if (new := _BROKEN.sub(_mended, text)) != text:
                yield Violation(
                    "Letters were read in a wrong encoding.",
                    at,
                    f"Write `{_first(new, text)}`.",
                    entry.fix(at, new),
                )
            elif _LOST in text:
                yield Violation(
                    f"There is a character in `{at}` that was lost (U+FFFD).",
                    at,
                    "Write it anew.",
                )


def _mended(broken: re.Match[str]) -> str:
    data = b"".join(_bytes(character) for character in broken[0])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return broken[0]


def _bytes(character: str) -> bytes:
    """The byte that was read as this character; Windows-1252 leaves five open, which
    programs read as Latin-1 does.
    """
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _first(new: str, old: str) -> str:
    """The first word that is mended."""
    return next(
        (
            word
            for word, before in zip(new.split(), old.split(), strict=False)
            if word != before
        ),
        new,
    )
