"""Bytes of a file to text, whatever program wrote them, and back."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit.errors import UnreadableFile, UnwritableFile
from loccit.model import Place, Problem

#: Byte order marks, and the codec that does not take them off.  UTF-32 is first, since
#: its little-endian mark begins with that of UTF-16.
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
#: The names of the codecs for people.
_NAMES = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "windows-1252": "Windows-1252",
    "latin-1": "Latin-1",
}
#: The name of the handler for bytes that are not UTF-8.
_STRAY_BYTES = "loccit-stray-bytes"
#: With more stray bytes for each letter in UTF-8, the letter is one by chance.
_MOST_STRAY = 10
_BYTE_ORDER_MARK = "\ufeff"


class Decoded(NamedTuple):
    """The text of a file.

    Attributes:
        text: the text, without a byte order mark.
        encoding: the codec that was used, one of Python's.
        mark: the byte order mark, `"\\ufeff"`, or `""`.
        is_exact: whether `encode` gives the same bytes for the mark and the text.
        problems: what the user should know about the encoding.
    """

    text: str
    encoding: str
    mark: str = ""
    is_exact: bool = True
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, path: str, declared: str | None = None) -> Decoded:
    """Decode the bytes of a text file.

    A byte order mark decides; without one it is UTF-8, if it can be.  A file with a few
    bytes that are not UTF-8 was joined from several: those bytes are Windows-1252.  Else
    all of it is Windows-1252, in which most older files of Western Europe are.  That
    leaves five bytes open; with one of these it is Latin-1, where all bytes are
    characters.

    Args:
        data: the bytes of the whole file.
        path: the file's name, for the problems.
        declared: the codec of the encoding that the file says it has, if it says so; it
            counts where the bytes don't show another.

    >>> decode("Müller".encode("latin-1"), "a.bib").encoding
    'windows-1252'
    """
    for mark, codec in _MARKS.items():
        if data.startswith(mark):
            return _with_mark(data, codec, path)
    if declared and (found := _as_declared(data, declared)):
        return found
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _with_stray_bytes(data, path) or _guess(data, path)
    return _without_mark(text, "utf-8")


def _as_declared(data: bytes, codec: str) -> Decoded | None:
    """Decode with the codec that a file declares; None if its bytes are UTF-8, or would
    not come back the same.
    """
    try:
        if not data.isascii():
            data.decode("utf-8")
            return None
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode(codec)
        return Decoded(text, codec) if text.encode(codec) == data else None
    except (UnicodeError, LookupError):
        return None


def require_exact(decoded: Decoded) -> None:
    """Refuse a file of which a change would lose something.

    Raises:
        UnreadableFile: its text does not give the same bytes.
    """
    if not decoded.is_exact:
        [problem] = decoded.problems
        raise UnreadableFile(
            problem.message, place=problem.place, advice=problem.advice
        )


def encode(text: str, encoding: str, path: str) -> bytes:
    """Encode a text as its file is.

    Args:
        text: the text, with its byte order mark if it has one.
        encoding: the codec that `decode` used.
        path: the file's name, for the error.

    Raises:
        UnwritableFile: a character does not exist in the encoding.
    """
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        character = text[error.start]
        raise UnwritableFile(
            f"This file is in {_NAMES.get(encoding, encoding)}, which lacks the character "
            f"{character!r} (U+{ord(character):04X}).",
            place=Place(path),
            advice="Save the file as UTF-8 first.",
        ) from None


def encoding_problems(encoding: str, path: str) -> Iterator[Problem]:
    """Warn of an encoding that had to be guessed."""
    if not encoding.startswith("utf-"):
        message = f"This file is not UTF-8; it was read as {_NAMES[encoding]}."
        advice = "If letters look wrong, save it as UTF-8."
        yield Problem("not-utf-8", message, Place(path), "warning", advice)


def _with_mark(data: bytes, codec: str, path: str) -> Decoded:
    """Decode UTF-16 or UTF-32; bytes that do not fit become U+FFFD."""
    try:
        return _without_mark(data.decode(codec), codec)
    except UnicodeDecodeError as error:
        decoded = _without_mark(data.decode(codec, "replace"), codec)
        problem = Problem(
            "not-utf-8",
            f"Not all of this file is {_NAMES[codec]}: byte {error.start + 1} does not"
            " fit.",
            Place(path),
            "warning",
            "Save it as UTF-8.",
        )
        return decoded._replace(is_exact=False, problems=(problem,))


def _without_mark(text: str, codec: str) -> Decoded:
    if text.startswith(_BYTE_ORDER_MARK):
        return Decoded(text[1:], codec, _BYTE_ORDER_MARK)
    return Decoded(text, codec)


def _with_stray_bytes(data: bytes, path: str) -> Decoded | None:
    """Decode UTF-8 with a few bytes of Windows-1252; None if it has more of those."""
    in_utf_8 = data.decode("utf-8", "ignore")
    letters = sum(1 for character in in_utf_8 if not character.isascii())
    stray = len(data) - len(in_utf_8.encode("utf-8"))
    if stray > letters * _MOST_STRAY:
        return None
    text = data.decode("utf-8", _STRAY_BYTES)
    line = data[: _first_stray(data)].count(b"\n") + 1
    problem = Problem(
        "not-utf-8",
        f"{stray} of the bytes of this file are not UTF-8; they were read as"
        " Windows-1252.",
        Place(path, line),
        "warning",
        "Save the file as UTF-8.",
    )
    decoded = _without_mark(text, "utf-8")
    return decoded._replace(is_exact=False, problems=(problem,))


def _first_stray(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return len(data)


def _read_stray_bytes(error: UnicodeError) -> tuple[str, int]:
    """Decode bytes that are not UTF-8, for `bytes.decode`."""
    assert isinstance(error, UnicodeDecodeError)
    stray = error.object[error.start : error.end]
    try:
        return stray.decode("windows-1252"), error.end
    except UnicodeDecodeError:
        return stray.decode("latin-1"), error.end


codecs.register_error(_STRAY_BYTES, _read_stray_bytes)


def _guess(data: bytes, path: str) -> Decoded:
    try:
        text, codec = data.decode("windows-1252"), "windows-1252"
    except UnicodeDecodeError:
        text, codec = data.decode("latin-1"), "latin-1"
    return Decoded(text, codec, problems=tuple(encoding_problems(codec, path)))
