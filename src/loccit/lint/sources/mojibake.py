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
        if text.isascii():
            continue
        fixed = _BROKEN.sub(_read_again, text)
        if fixed != text:
            message = "Letters were read in the wrong encoding."
            advice = f"Write `{_first_change(text, fixed)}`."
            yield Violation(message, at, advice, entry.fix(at, fixed))
        elif _LOST in text:
            message = f"A character in `{at}` was lost (U+FFFD)."
            yield Violation(message, at, "Write it again.")


def _read_again(broken: re.Match[str]) -> str:
    data = b"".join(map(_byte, broken[0]))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return broken[0]


def _byte(character: str) -> bytes:
    """Return the byte that was read as a character.

    Windows-1252 does not define five bytes, which programs read as in Latin-1.
    """
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")


def _first_change(text: str, fixed: str) -> str:
    """Return the first word that is fixed."""
    for before, after in zip(text.split(), fixed.split(), strict=False):
        if before != after:
            return after
    return fixed
