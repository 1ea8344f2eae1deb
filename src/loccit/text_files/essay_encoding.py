"""From bytes to text and back, without losing one."""

from __future__ import annotations

import codecs

from loccit.errors import UnreadableFile, UnwritableFile
from loccit.model import Place, Problem

#: Byte order marks with the encoding that keeps the mark in the text; UTF-32 first, its
#: mark begins like UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, path: str) -> tuple[str, str, tuple[Problem, ...]]:
    """`data` as text, with the name of its encoding and what a user should know.

    A byte order mark stays in the text as U+FEFF, so that encoding the text again gives
    the same bytes.

    Raises:
        UnreadableFile: the bytes are not text, or would not come back the same.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    problems: tuple[Problem, ...] = ()
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise UnreadableFile(
                f"This file starts as {encoding.upper()} text, but byte {error.start + 1} does not fit.",
                place=Place(path),
                advice="Save it as UTF-8 and try again.",
            ) from None
        text, encoding = _guess(data)
        problems = (_not_utf8(path, encoding),)
    if "\0" in text:
        raise UnreadableFile(
            "This is a binary file, not text.",
            place=Place(path),
            advice="Give an essay written as plain text or Markdown.",
        )
    if text.encode(encoding) != data:
        raise UnreadableFile(
            f"The bytes of this file can't be kept as {encoding} text.",
            place=Place(path),
            advice="Save it as UTF-8 and try again.",
        )
    return text, encoding, problems


def encode(text: str, encoding: str, path: str) -> bytes:
    """`text` in the essay's own encoding.

    Raises:
        UnwritableFile: it holds a character that the encoding has no place for.
    """
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        character = text[error.start]
        raise UnwritableFile(
            f"The character {character!r} (U+{ord(character):04X}) does not exist in {encoding}.",
            place=Place(path),
            advice="Save the essay as UTF-8 and try again.",
        ) from None


def _guess(data: bytes) -> tuple[str, str]:
    """Western European text: Windows writes windows-1252; where that has holes, every
    byte is Latin-1.
    """
    try:
        return data.decode("windows-1252"), "windows-1252"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def _not_utf8(path: str, encoding: str) -> Problem:
    return Problem(
        rule="not-utf-8",
        message=f"This file is not UTF-8; it was read as {encoding}.",
        place=Place(path),
        severity="warning",
        advice="If letters look wrong, save it as UTF-8.",
    )
