"""The file of an essay that somebody edits: as it was read or saved last."""

from __future__ import annotations

from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.editing.library_file import locked
from loccit.errors import UnreadableFile
from loccit.essays import Essay, open_essay, read_essay
from loccit.model import Edit, Span
from loccit.text_files.atomic_write import write_atomically
from loccit.text_files.file_change import FileChange
from loccit.text_files.reading import read_bytes
from loccit.text_files.write_change import write_change

#: Formats whose files are not the text that people write.
_DOCUMENTS = frozenset(["docx", "jupyter", "odt"])
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class SavedEssay:
    """The file of an essay, as it is on the disk as far as we know.

    Attributes:
        path: the file, absolute.
        essay: what was in it.
    """

    path: Path
    essay: Essay

    @classmethod
    def open(cls, path: Path) -> SavedEssay:
        """Read the file of an essay.

        Raises:
            UnreadableFile: it can't be read.
        """
        return cls(path, open_essay(path))

    @property
    def is_text(self) -> bool:
        """Whether it is edited as text; a document is changed as a whole."""
        return is_written_as_text(self.essay.format)

    @property
    def text(self) -> str:
        """Its characters, without a byte order mark."""
        return self.essay.text.removeprefix(_MARK)

    def on_disk(self) -> SavedEssay | None:
        """Return the file as it is now: itself if nobody has changed it, and None if it
        is gone.

        Raises:
            UnreadableFile: it can't be read.
        """
        try:
            data = read_bytes(self.path)
        except UnreadableFile:
            if self.path.exists():
                raise
            return None
        if data == self.essay.data:
            return self
        return SavedEssay(self.path, read_essay(data, str(self.path)))

    def save(self, text: str) -> SavedEssay:
        """Write another text, in the encoding of the file.

        Raises:
            UnwritableFile: somebody has changed the file, it can't be written, or its
                encoding lacks a character.
            UnreadableFile: it is gone, or would not be a text any more.
        """
        after = self._with(text)
        with locked([self.path]):
            change = FileChange(self.essay.data, after.essay.data)
            write_change(self.path, change)
        return after

    def overwrite(self, text: str) -> SavedEssay:
        """Write a text, whatever has become of the file.

        Raises:
            UnwritableFile: it can't be written, or its encoding lacks a character.
        """
        after = self._with(text)
        with locked([self.path]):
            write_atomically(self.path, after.essay.data)
        return after

    def _with(self, text: str) -> SavedEssay:
        """Return the file with another text, which is read before it is written: what
        could not be read again is refused.
        """
        before = self.essay.text
        begin = len(before) - len(self.text)
        data = self.essay.with_edits([Edit(Span(begin, len(before)), text)])
        return SavedEssay(self.path, read_essay(data, str(self.path)))


def is_written_as_text(format_name: str) -> bool:
    """Return whether the files of an essay format are the text that people write."""
    return format_name not in _DOCUMENTS
