"""A .bib file whose entries are found at once and read when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.editable import FieldEdits
from loccit.bibliography.formats.bibtex.crossref import EntryFields, inherit
from loccit.bibliography.formats.bibtex.entry_problems import EntryProblems, keys_in
from loccit.bibliography.formats.bibtex.entry_source import source_of
from loccit.bibliography.formats.bibtex.entry_text import EntryText, EntryTexts
from loccit.bibliography.formats.bibtex.latex.macros import Macros
from loccit.bibliography.formats.bibtex.protect_capitals import protected_as_typed
from loccit.bibliography.formats.bibtex.read_fields import (
    ParsedFields,
    read_string,
    read_well_formed,
)
from loccit.bibliography.formats.bibtex.related import with_related
from loccit.bibliography.formats.bibtex.scan import closing
from loccit.bibliography.keys import fill_keys
from loccit.bibliography.source_file import (
    EntryIndex,
    OwnFields,
    Reading,
    SourceFile,
    fingerprint,
)
from loccit.model import Edit, Place, Problem, Range, Source
from loccit.values.dates import MONTHS

_INHERITING = frozenset(["crossref", "xdata"])
#: The abbreviations that every BibTeX style defines.
_MONTHS = {name: name for name in MONTHS}


class _OpenEntry(NamedTuple):
    """An entry that was parsed.

    Attributes:
        number: the entry's number in the file.
        end: where it ends in its text; None if it is never closed.
        fields: its own fields, with places counted from its body.
    """

    number: int
    end: int | None
    fields: ParsedFields


class BibtexFile:
    """A .bib file; see `SourceFile`.

    An entry is parsed together with those it inherits from.
    """

    def __init__(self, entries: EntryTexts, path: str) -> None:
        self.entries = entries
        self.keys = entries.keys
        self._path = path
        self._files: tuple[BibtexFile, ...] = (self,)
        # Who asks for the fields of an entry may soon ask for its text.
        self._last: _OpenEntry | None = None
        self.made_keys = fill_keys(self.keys, self._without_key)
        with_made_key = {entries[index].number for index in self.made_keys}
        self.problems = [
            problem
            for entry in entries.malformed()
            if entry.number not in with_made_key
            for problem in self._problems_of(entry).found_by_scan()
        ]

    def link(self, files: Sequence[SourceFile]) -> None:
        others = [
            file for file in files if isinstance(file, BibtexFile) and file is not self
        ]
        self._files = (self, *others)
        # Keys may have been made with this file's abbreviations alone.
        self.__dict__.pop("_strings", None)

    def cite_as(self, index: int, key: str) -> None:
        self.keys[index] = key

    def title(self, index: int) -> str:
        entry = self.entries[index]
        return protected_as_typed(self.fields(entry).values.get("title", ""))

    def place(self, index: int) -> Place:
        return self._place(self.entries[index])

    def range_of(self, index: int, name: str) -> Range:
        entry = self.entries[index]
        return self._problems_of(entry).range_of(name, self.fields(entry))

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
        if "crossref" in lowered or "xdata" in lowered or "related" in lowered:
            return None  # it depends on others
        return fingerprint(text + self._strings_as_text)

    def read(self, index: int) -> Reading:
        entry = self.entries[index]
        fields = self.fields(entry)
        report = self._problems_of(entry)
        key = self.keys[index]
        made = index in self.made_keys
        around = report.made_key(key) if made else report.found_by_scan()
        problems = [*around, *report.in_fields(fields)]
        if fields.errors and not fields.values:
            return Reading(None, tuple(problems))
        inherited, unknown = inherit(EntryFields(entry.type, fields.values), self._find)
        problems += report.unknown_parents(fields, unknown)
        named = entry._replace(key=key)
        original = self._original(named, fields, inherited, problems)
        place = self._place(entry)
        source = source_of(key, entry.type, self._expanded(inherited), place, original)
        if "related" in inherited:
            source = self._with_related(source, inherited)
            related = keys_in(fields.values.get("related", ""))
            unknown = [key for key in related if self._find(key) is None]
            problems += report.unknown_related(fields, unknown)
        problems += report.unread_commands(source)
        return Reading(source, tuple(problems))

    def fields(self, entry: EntryText) -> ParsedFields:
        """Return an entry's own fields; their places are counted from its body."""
        return self._opened(entry).fields

    def _without_key(self, index: int) -> Source:
        """Return the source of an entry that has no key yet."""
        entry = self.entries[index]
        fields = EntryFields(entry.type, self.fields(entry).values)
        inherited = inherit(fields, self._find).fields
        return source_of("", entry.type, self._expanded(inherited))

    def _with_related(self, source: Source, fields: dict[str, str]) -> Source:
        kind = fields.get("relatedtype", "").strip().lower()
        words = fields.get("relatedstring", "")
        related = source
        for key in keys_in(fields["related"]):
            other = self._find(key)
            if other is not None:
                other_fields = inherit(other, self._find).fields
                work = source_of(key, other.type, other_fields)
                related = with_related(related, kind, words, work)
        if related != source:
            return related
        unread = {
            name: tex for name, tex in fields.items() if name.startswith("related")
        }
        return replace(source, custom={**source.custom, **unread})

    def _original(
        self,
        entry: EntryText,
        fields: ParsedFields,
        inherited: dict[str, str],
        problems: Sequence[Problem],
    ) -> str:
        """Return an entry's text, as it can be in any file.

        If it depends on others, or is broken, that is its fields as they were read.
        """
        depends = (
            inherited != fields.values
            or not fields.strings <= _MONTHS.keys()
            or not _INHERITING.isdisjoint(fields.values)
        )
        if not problems and not depends:
            return self._text_of(entry)
        # Most files have no such entry, and need no writer.
        from loccit.bibliography.formats.bibtex.write_entry import entry_text

        own = {name: tex for name, tex in inherited.items() if name not in _INHERITING}
        return entry_text(entry.type, entry.key, own)

    @cached_property
    def _strings(self) -> dict[str, str]:
        """The abbreviations of all files; this file's own win."""
        strings: dict[str, str] = {}
        for file in reversed(self._files):
            strings |= file._own_strings
        return strings

    @cached_property
    def _strings_as_text(self) -> str:
        return repr(sorted(self._strings.items()))

    @cached_property
    def _own_strings(self) -> dict[str, str]:
        """The file's abbreviations; each may use those defined before it."""
        strings = dict(_MONTHS)
        for name, value in self.entries.strings.items():
            text = read_string(value, strings)
            # One that grows without end, or uses an undefined one, stays undefined;
            # the fields that use it report that.
            if text is not None:
                strings[name] = text
        return strings

    def _expanded(self, fields: dict[str, str]) -> dict[str, str]:
        """Return fields without the macros of the file's preamble."""
        if not any("\\" in tex for tex in fields.values()):
            return fields
        return {
            name: self._macros.expand(tex) if "\\" in tex else tex
            for name, tex in fields.items()
        }

    @cached_property
    def _macros(self) -> Macros:
        values = (read_string(text, self._strings) for text in self.entries.preambles)
        return Macros("\n".join(filter(None, values)))

    def _find(self, key: str) -> EntryFields | None:
        for file in self._files:
            entry = file.entries.find(key)
            if entry is not None:
                return EntryFields(entry.type, file.fields(entry).values)
        return None

    def _text_of(self, entry: EntryText) -> str:
        return entry.text[: self._opened(entry).end].strip()

    def _opened(self, entry: EntryText) -> _OpenEntry:
        if self._last is None or self._last.number != entry.number:
            self._last = self._open(entry)
        return self._last

    def _open(self, entry: EntryText) -> _OpenEntry:
        text, body = entry.text, entry.body
        last = len(text.rstrip())
        if text.endswith("}", body, last) and "(" not in text[:body]:
            # If all up to the last brace is well-formed, that brace closes the entry.
            well_formed = read_well_formed(text[body : last - 1], self._strings)
            if well_formed is not None:
                return _OpenEntry(entry.number, last, well_formed)
        # Few files have broken entries.
        from loccit.bibliography.formats.bibtex.recover import read_fields

        end = closing(text, 0, len(text))
        inside = text[body : None if end is None else end - 1]
        fields = read_fields(inside, self._strings, closed=end is not None)
        return _OpenEntry(entry.number, end, fields)

    def _place(self, entry: EntryText, offset: int = 0) -> Place:
        return Place(self._path, *self.entries.position(entry.number, offset))

    def _problems_of(self, entry: EntryText) -> EntryProblems:
        def locate(start: int, end: int) -> Range:
            return Range(self._place(entry, start), self._place(entry, end))

        return EntryProblems(entry, locate)

    def _is_literal(self, entry: EntryText, name: str) -> bool:
        """Return whether a value is neither an abbreviation nor joined from several."""
        # Only fixes need the editor.
        from loccit.bibliography.formats.bibtex.edit.layout import undelimited

        fields = self.fields(entry)
        place = fields.place(name)
        value = entry.text[entry.body + place.value : entry.body + place.end]
        return undelimited(value) == fields.values[name]

    @cached_property
    def _field_edits(self) -> FieldEdits:
        from loccit.bibliography.formats.bibtex.edit import EditableBibtex

        return FieldEdits(EditableBibtex(self.entries.file_text(), self._path))
