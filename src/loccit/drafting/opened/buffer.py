"""A file that an editor has open: its text is ahead of the disk."""

from __future__ import annotations

from collections.abc import Iterable

from loccit._startup.namedtuple import NamedTuple
from loccit.model import Edit


class Buffer(NamedTuple):
    """The text of an open file.

    Attributes:
        text: as the editor has it.
        version: the number that the editor gave it.
    """

    text: str
    version: int

    def edited(self, edits: Iterable[Edit], version: int) -> Buffer:
        """Return the buffer after edits.

        Args:
            edits: made one after the other; the span of each counts the characters that
                those before it left (LSP 3.17, `TextDocumentContentChangeEvent`).
            version: the new one.

        >>> from loccit.model import Span
        >>> typed = [Edit(Span(0, 0), "a"), Edit(Span(1, 1), "b")]
        >>> Buffer("c", 1).edited(typed, 2)
        Buffer(text='abc', version=2)
        """
        text = self.text
        for edit in edits:
            text = text[: edit.span.start] + edit.new + text[edit.span.end :]
        return Buffer(text, version)

    @property
    def data(self) -> bytes:
        """Its bytes; half of a surrogate pair, which no file can have, is a `?`."""
        return self.text.encode("utf-8", "replace")
