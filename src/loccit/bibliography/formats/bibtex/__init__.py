"""BibTeX, and the one reader of all .bib files, for people mix BibTeX and BibLaTeX.

A file is scanned for keys; an entry is parsed when it is asked for, together with those
it inherits from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.bibliography.editable import Editable, FieldEdits
from loccit.bibliography.formats.bibtex.crossref import EntryFields, inherit
from loccit.bibliography.formats.bibtex.dialects import to_bibtex
from loccit.bibliography.formats.bibtex.entry_problems import (
    Locate,
    broken,
    broken_fields,
    head_of,
    keys_in,
    unknown_parents,
    unknown_related,
    unread_commands,
)
from loccit.bibliography.formats.bibtex.entry_source import source_of
from loccit.bibliography.formats.bibtex.entry_text import (
    EntryText,
    EntryTexts,
    ScannedEntries,
)
from loccit.bibliography.formats.bibtex.read_fields import (
    ParsedFields,
    read_string,
    read_well_formed,
)
from loccit.bibliography.formats.bibtex.related import with_related
from loccit.bibliography.formats.bibtex.scan import closing
from loccit.bibliography.formats.bibtex.write import (
    entry_text,
    in_dialect,
    lost_in_dialect,
)
from loccit.bibliography.source_file import (
    EntryIndex,
    KeptIndex,
    OwnFields,
    Reading,
    SourceFile,
    fingerprint,
)
from loccit.model import Edit, Place, Range, Source
from loccit.values.dates import MONTHS

NAME = "bibtex"
EXTENSIONS = (".bib", ".bibtex")

#: ParsedFields by which an entry leans on others.
_LEANING = ("crossref", "xdata", "related")

#: Abbreviations that every BibTeX style defines.
_MONTHS = {name: name for name in MONTHS}


#: An entry or another block, or what begins one that is broken.
_BLOCK = regex(r"^[ \t]*@[ \t]*[A-Za-z][\w-]*\s*[{(]", re.MULTILINE)


def recognizes(text: str) -> bool:
    return bool(_BLOCK.search(text))


def read(text: str, path: str) -> BibtexFile:
    return BibtexFile(ScannedEntries(text), path)


def open_index(index: KeptIndex) -> BibtexFile:
    from loccit.bibliography.formats.bibtex.indexed_entries import IndexedEntries

    return BibtexFile(IndexedEntries(index), index.path)


def open_text(text: str, path: str) -> Editable:
    """The file's text, to be changed in place."""
    from loccit.bibliography.formats.bibtex.edit import EditableBibtex

    return EditableBibtex(text, path)


def write(sources: Iterable[Source]) -> str:
    """Entries that BibTeX's styles can use: what only BibLaTeX knows of one is put in
    BibTeX's words.
    """
    return "\n".join(in_dialect(source, to_bibtex) + "\n" for source in sources)


def lost(source: Source) -> Iterator[str]:
    return lost_in_dialect(source, write, read)


class BibtexFile:
    """A .bib file whose entries are found, and read when they are asked for."""

    def __init__(self, entries: EntryTexts, path: str) -> None:
        self.entries = entries
        self.keys = entries.keys
        self._path = path
        self._last: tuple[int, int | None, ParsedFields] = (-1, None, ParsedFields())
        self._files: tuple[BibtexFile, ...] = (self,)
        self.problems = [
            problem
            for entry in entries.malformed()
            for problem in broken(entry, self._locate(entry))
        ]

    def link(self, files: Sequence[SourceFile]) -> None:
        self._files = (
            self,
            *(
                file
                for file in files
                if isinstance(file, BibtexFile) and file is not self
            ),
        )

    def place(self, index: int) -> Place:
        return self._place(self.entries[index])

    def range_of(self, index: int, name: str) -> Range:
        entry = self.entries[index]
        fields = self.fields(entry)
        locate = self._locate(entry)
        if name not in fields.values:
            return locate(0, head_of(entry))
        place = fields.place(name)
        return locate(entry.body + place.name, entry.body + place.end)

    def own_fields(self, index: int) -> OwnFields:
        entry = self.entries[index]
        return OwnFields(entry.type, self.fields(entry).values)

    def edits(self, index: int, values: Mapping[str, str]) -> Sequence[Edit]:
        entry = self.entries[index]
        own = values.keys() & self.fields(entry).values.keys()
        if all(self._is_literal(entry, name) for name in own):
            return self._field_edits.change(entry.key, values)
        return ()

    def index(self) -> EntryIndex | None:
        return self.entries.index()

    def text(self, index: int) -> str:
        return self._text_of(self.entries[index])

    def fingerprint(self, index: int) -> bytes | None:
        text = self.entries[index].text
        lowered = text.lower()
        return (
            None
            if any(name in lowered for name in _LEANING)
            else fingerprint(text + self._strings_as_text)
        )

    def read(self, index: int) -> Reading:
        entry = self.entries[index]
        fields, locate = self.fields(entry), self._locate(entry)
        problems = broken(entry, locate)
        problems += broken_fields(entry, fields, locate)
        if fields.errors and not fields.values:
            return Reading(None, tuple(problems))
        inherited, unknown = inherit(EntryFields(entry.type, fields.values), self._find)
        problems += unknown_parents(entry, fields, unknown, locate)
        original = self._original(entry, fields, inherited, bool(problems))
        source = source_of(
            entry.key, entry.type, inherited, self._place(entry), original
        )
        if "related" in inherited:
            source = self._with_related(source, inherited)
            keys = keys_in(fields.values.get("related", ""))
            unknown = [key for key in keys if self._find(key) is None]
            problems += unknown_related(entry, fields, unknown, locate)
        problems += unread_commands(entry, source, locate)
        return Reading(source, tuple(problems))

    def _with_related(self, source: Source, fields: dict[str, str]) -> Source:
        kind, words = (
            fields.get("relatedtype", "").strip().lower(),
            fields.get("relatedstring", ""),
        )
        related = source
        for key in keys_in(fields["related"]):
            if (other := self._find(key)) is not None:
                inherited, _ = inherit(other, self._find)
                related = with_related(
                    related, kind, words, source_of(key, other.type, inherited)
                )
        if related != source:
            return related
        unread_fields = {
            name: tex for name, tex in fields.items() if name.startswith("related")
        }
        return replace(source, custom={**source.custom, **unread_fields})

    def _original(
        self,
        entry: EntryText,
        fields: ParsedFields,
        inherited: dict[str, str],
        mended: bool,
    ) -> str:
        """The entry as it stands, or, where it leans on others or is broken, with its
        fields as they were read.
        """
        references = {"crossref", "xdata"}
        if (
            not mended
            and fields.strings <= _MONTHS.keys()
            and not references & fields.values.keys()
            and inherited == fields.values
        ):
            return self._text_of(entry)
        return entry_text(
            entry.type,
            entry.key,
            {name: tex for name, tex in inherited.items() if name not in references},
        )

    @cached_property
    def _strings(self) -> dict[str, str]:
        """The abbreviations of all files; where two define one, this file's own holds."""
        strings: dict[str, str] = {}
        for file in reversed(self._files):
            strings |= file._own_strings
        return strings

    @cached_property
    def _strings_as_text(self) -> str:
        return repr(sorted(self._strings.items()))

    @cached_property
    def _own_strings(self) -> dict[str, str]:
        """The file's abbreviations, of which each may use those defined before it."""
        strings = dict(_MONTHS)
        for name, value in self.entries.strings.items():
            # One that grows without end, or leans on such a one, stays undefined;
            # whatever uses it is told so.
            if (text := read_string(value, strings)) is not None:
                strings[name] = text
        return strings

    def _find(self, key: str) -> EntryFields | None:
        for file in self._files:
            if entry := file.entries.find(key):
                return EntryFields(entry.type, file.fields(entry).values)
        return None

    def fields(self, entry: EntryText) -> ParsedFields:
        """An entry's own fields; their places are counted from its body."""
        return self._opened(entry)[1]

    def _text_of(self, entry: EntryText) -> str:
        return entry.text[: self._opened(entry)[0]].strip()

    def _opened(self, entry: EntryText) -> tuple[int | None, ParsedFields]:
        """Where an entry ends, if it does, and its fields; who asked for these may soon
        ask for its text.
        """
        if self._last[0] != entry.number:
            self._last = entry.number, *self._open(entry)
        return self._last[1:]

    def _open(self, entry: EntryText) -> tuple[int | None, ParsedFields]:
        text, body = entry.text, entry.body
        last = len(text.rstrip())
        fields = None
        if text.endswith("}", body, last) and "(" not in text[:body]:
            fields = read_well_formed(text[body : last - 1], self._strings)
        if (
            fields is not None
        ):  # with nothing else up to the last brace, this is the entry's own
            return last, fields
        from loccit.bibliography.formats.bibtex.recover import read_fields

        end = closing(text, 0, len(text))
        inside = text[body : None if end is None else end - 1]
        return end, read_fields(inside, self._strings, closed=end is not None)

    def _place(self, entry: EntryText, offset: int = 0) -> Place:
        return Place(self._path, *self.entries.position(entry.number, offset))

    def _locate(self, entry: EntryText) -> Locate:
        return lambda start, end: Range(
            self._place(entry, start), self._place(entry, end)
        )

    def _is_literal(self, entry: EntryText, name: str) -> bool:
        """Whether a value is neither an abbreviation nor joined from several."""
        from loccit.bibliography.formats.bibtex.edit.layout import undelimited

        fields = self.fields(entry)
        place = fields.place(name)
        value = entry.text[entry.body + place.value : entry.body + place.end]
        return undelimited(value) == fields.values[name]

    @cached_property
    def _field_edits(self) -> FieldEdits:
        return FieldEdits(open_text(self.entries.file_text(), self._path))
