"""The records of a text, found but not read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.kept_problems import keep_problems
from loccit.bibliography.source_file import EntryIndex
from loccit.model import Problem
from loccit.text_files.positions import Positions


class Found(NamedTuple):
    """A record that was found: from where to where it is, and its key, or `""`."""

    start: int
    end: int
    key: str = ""


class ScannedRecords:
    """The records of a text; see `Records`.

    Args:
        module: the name of the format's module.
        text: the text of the file.
        path: the file's name.
        found: the records, in order; they don't overlap.
        context: as in `Records`.
        problems: as in `Records`.
    """

    def __init__(
        self,
        module: str,
        text: str,
        path: str,
        found: Sequence[Found],
        context: str = "",
        problems: Sequence[Problem] = (),
    ) -> None:
        self.path = path
        self.context = context
        self.problems = problems
        self.keys = [record.key for record in found]
        self.made_keys: Mapping[int, str] = {}
        self._module = module
        self._text = text
        self._found = found
        self._positions = Positions(text)

    def text(self, index: int) -> str:
        record = self._found[index]
        return self._text[record.start : record.end]

    def position(self, index: int, offset: int = 0) -> tuple[int, int]:
        return self._positions.at(self._found[index].start + offset)

    def index(self) -> EntryIndex:
        head = {"context": self.context, "problems": keep_problems(self.problems)}
        spans = [(record.start, record.end) for record in self._found]
        made = {"made": list(self.made_keys)}
        return EntryIndex(self._module, self._text, spans, self.keys, made, head)
