"""The file of an essay in a text format: one text, with its encoding."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from loccit._startup.dataclass import dataclass, replace
from loccit.errors import UnreadableFile
from loccit.model import Edit, Place, Problem, apply_edits
from loccit.text_files.encoding import decode, encode, require_exact
from loccit.text_files.newlines import newline_of
from loccit.text_files.positions import Positions

#: What files of Office before 2007 begin with ([MS-CFB], section 2.2).
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class EssayFile(Protocol):
    """What a text format needs of the file that its text is in.

    Attributes:
        path: its name, `-` for standard input.
        text: the characters that the format reads.
        newline: their line ending, the most frequent one.
        data: the bytes of the file.
        problems: what was noticed on reading.
    """

    @property
    def path(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def newline(self) -> str: ...
    @property
    def data(self) -> bytes: ...
    @property
    def problems(self) -> tuple[Problem, ...]: ...

    def place(self, offset: int) -> Place:
        """Return the line and column in the file of a character of the text."""

    def with_edits(self, edits: Iterable[Edit]) -> EssayFile:
        """Return the file with edits of the text made.

        Raises:
            ValueError: the edits overlap.
        """


@dataclass(frozen=True, slots=True)
class TextFile:
    """A decoded file.

    Attributes:
        path: its name, `-` for standard input.
        text: its characters, with a byte order mark and line endings as they are.
        encoding: the codec that `text` goes back with.
        newline: its own line ending, the most frequent one.
        problems: what was noticed on reading.
    """

    path: str
    text: str
    encoding: str
    newline: str
    problems: tuple[Problem, ...] = ()

    @property
    def data(self) -> bytes:
        """The bytes of the file.

        Raises:
            UnwritableFile: the encoding lacks a character.
        """
        return encode(self.text, self.encoding, self.path)

    def place(self, offset: int) -> Place:
        """Return the line and column of a character."""
        return Place(self.path, *_positions(self.text).at(offset))

    def with_edits(self, edits: Iterable[Edit]) -> TextFile:
        """Return the file with edits made.

        Raises:
            ValueError: the edits overlap.
        """
        return replace(self, text=apply_edits(self.text, edits))


def read_text_file(data: bytes, path: str, declared: str | None = None) -> TextFile:
    """Decode a file.

    Args:
        data: its bytes.
        path: its name.
        declared: the codec of the encoding that it says it has.

    Raises:
        UnreadableFile: the bytes are not text, or would not come back the same.

    >>> read_text_file(b"Zo\\xeb\\r\\n", "a.txt").encoding
    'windows-1252'
    """
    if data.startswith(_OLD_OFFICE):
        raise UnreadableFile(
            "This is a document of an old format, such as .doc.",
            place=Place(path),
            advice="Open it in the program that wrote it, and save it as .docx.",
        )
    decoded = decode(data, path, declared)
    if "\0" in decoded.text:
        raise UnreadableFile(
            "This is a binary file, not text.",
            place=Place(path),
            advice="Give an essay that is text, or a document saved as .docx or .odt.",
        )
    require_exact(decoded)
    text = decoded.mark + decoded.text
    newline = newline_of(text)
    return TextFile(path, text, decoded.encoding, newline, decoded.problems)


@lru_cache(maxsize=8)
def _positions(text: str) -> Positions:
    return Positions(text)
