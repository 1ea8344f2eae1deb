"""Read the record of a source that a document carries."""

from __future__ import annotations

import json

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography import undo_habits
from loccit.bibliography.formats import endnote_xml, word_xml
from loccit.bibliography.formats.csl_json.items import source_of_item
from loccit.errors import UnreadableFile
from loccit.essays.live_citations import Record
from loccit.model import Source

_READERS = {"endnote_xml": endnote_xml.read, "word_xml": word_xml.read}
#: Ids that programs gave: numbers, Mendeley's `ITEM-1`, Zotero's `session/random`, and
#: the long hexadecimal ones of Mendeley Cite, Citavi, Paperpile and RefWorks.
_ID_OF_PROGRAM = regex(r"\d+|ITEM-\d+|.*/.*|[0-9a-fA-F-]{16,}")


class CarriedSource(NamedTuple):
    """A source that a document carries.

    Attributes:
        source: its key is the citation key of the record, or "".
        uris: what identifies it to its program.
        id: what its program calls it in the document, which may be no key.
    """

    source: Source
    uris: tuple[str, ...]
    id: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether the record describes the source; else it only names it."""
        return bool(self.source.type or self.source.text("title"))


def read_record(record: Record) -> CarriedSource:
    """Read a record; what can't be read has no variables."""
    try:
        source = _of_json(record) if record.format == "csl_json" else _of_xml(record)
    except (UnreadableFile, ValueError, RecursionError):
        source = Source("", "")
    key = _typable(source.key)
    id_ = next(iter(record.uris), source.key)
    return CarriedSource(undo_habits(replace(source, key=key)), record.uris, id_)


def _of_json(record: Record) -> Source:
    """Raises ValueError if it is not JSON."""
    if not record.text:
        return Source("", "")
    source = source_of_item(json.loads(record.text))
    variables = dict(source.variables)
    own_key = variables.pop("citation-key", source.key)
    return replace(source, key=str(own_key), variables=variables)


def _of_xml(record: Record) -> Source:
    """Raises UnreadableFile if it is not XML."""
    file = _READERS[record.format](record.text, "")
    source: Source | None = file.read(0).source if file.keys else None
    if source is None:
        return Source("", "")
    return replace(source, key="") if 0 in file.made_keys else source


def _typable(key: str) -> str:
    """Return a key without blanks; nothing for an id that nobody would cite by."""
    key = "".join(key.split())
    return "" if _ID_OF_PROGRAM.fullmatch(key) else key
