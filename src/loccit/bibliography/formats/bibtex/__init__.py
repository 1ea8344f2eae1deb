"""BibTeX, and the one reader of all .bib files, for people mix BibTeX and BibLaTeX.

A file is scanned for keys; an entry is parsed when it is asked for, together with those
it inherits from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.bibliography.editable import Editable
from loccit.bibliography.formats.bibtex.crossref import Entry, inherit
from loccit.bibliography.formats.bibtex.dialects import to_bibtex
from loccit.bibliography.formats.bibtex.entry_source import source_of
from loccit.bibliography.formats.bibtex.entry_text import (
    EntryText,
    EntryTexts,
    ScannedEntries,
)
from loccit.bibliography.formats.bibtex.latex.commands import unknown_commands
from loccit.bibliography.formats.bibtex.read_fields import (
    Fields,
    read_faultless,
    read_string,
)
from loccit.bibliography.formats.bibtex.related import with_related
from loccit.bibliography.formats.bibtex.scan import closing
from loccit.bibliography.formats.bibtex.write import (
    entry_text,
    in_dialect,
    lost_in_dialect,
)
from loccit.bibliography.source_file import Reading, SourceFile, fingerprint
from loccit.model import Place, Problem, Source
from loccit.values.dates import MONTHS

NAME = "bibtex"
EXTENSIONS = (".bib", ".bibtex")

FAULTS = {
    "unclosed-entry": "This entry is never closed: a brace is missing.",
    "extra-brace": "There is a closing brace too many; what stands behind it is not read.",
    "missing-key": "This entry has no key, so it can't be cited.",
    "missing-comma": "There is no comma behind the key.",
}
_ADVICE = {
    "unclosed-entry": "Give every `{` its `}`.",
    "extra-brace": "Give every `}` its `{`.",
    "missing-key": "Write one, as in `@book{doe2020,`.",
    "missing-comma": "Write one, as in `@book{doe2020,`.",
}

#: What a reader's own notes are; they are not printed.
_NOTES = frozenset(["abstract", "annote", "keyword", "note"])

#: Fields by which an entry leans on others.
_LEANING = ("crossref", "xdata", "related")

#: Abbreviations that every BibTeX style defines.
_MONTHS = {name: name for name in MONTHS}


#: An entry or another block, or what begins one that is broken.
_BLOCK = regex(r"^[ \t]*@[ \t]*[A-Za-z][\w-]*\s*[{(]", re.MULTILINE)


def recognizes(text: str) -> bool:
    return bool(_BLOCK.search(text))


def read(text: str, path: str) -> BibtexFile:
    return BibtexFile(ScannedEntries(text), path)


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


def _keys(tex: str) -> list[str]:
    """The keys in a field that names other entries."""
    return [key.strip() for key in tex.split(",") if key.strip()]


class BibtexFile:
    """A .bib file whose entries are found, and read when they are asked for."""

    def __init__(self, entries: EntryTexts, path: str) -> None:
        self.entries = entries
        self.keys = entries.keys
        self._path = path
        self._last: tuple[int, int | None, Fields] = (-1, None, Fields())
        self._files: tuple[BibtexFile, ...] = (self,)
        self.problems = [
            problem for entry in entries.faulty() for problem in self._faults_of(entry)
        ]

    def join(self, files: Sequence[SourceFile]) -> None:
        self._files = (
            self,
            *(
                file
                for file in files
                if isinstance(file, BibtexFile) and file is not self
            ),
        )

    def place(self, index: int, offset: int = 0) -> Place:
        """Where an entry begins, or what stands at `offset` in its text."""
        return self._place(self.entries[index], offset)

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
        fields = self.fields(entry)
        problems = self._faults_of(entry) + self._field_problems(entry, fields)
        if fields.faults and not fields.values:
            return Reading(None, tuple(problems))
        inherited, unknown = inherit(Entry(entry.type, fields.values), self._find)
        if unknown:
            problems += self._unknown_parents(entry, fields, unknown)
        original = self._original(entry, fields, inherited, bool(problems))
        source = source_of(
            entry.key, entry.type, inherited, self._place(entry), original
        )
        if "related" in inherited:
            source = self._with_related(source, inherited)
            problems += self._unknown_related(entry, fields)
        problems += self._unknown_commands(entry, source)
        return Reading(source, tuple(problems))

    def _with_related(self, source: Source, fields: dict[str, str]) -> Source:
        kind, words = (
            fields.get("relatedtype", "").strip().lower(),
            fields.get("relatedstring", ""),
        )
        related = source
        for key in _keys(fields["related"]):
            if (other := self._find(key)) is not None:
                inherited, _ = inherit(other, self._find)
                related = with_related(
                    related, kind, words, source_of(key, other.type, inherited)
                )
        if related != source:
            return related
        passed_over = {
            name: tex for name, tex in fields.items() if name.startswith("related")
        }
        return replace(source, custom={**source.custom, **passed_over})

    def _unknown_parents(
        self, entry: EntryText, fields: Fields, keys: Sequence[str]
    ) -> Iterator[Problem]:
        for key in keys:
            what = f"The entry `{entry.key}` inherits from `{key}`, which no file has."
            yield Problem(
                "unknown-crossref",
                what,
                self._place_of_key(entry, fields, ("crossref", "xdata"), key),
            )

    def _unknown_related(self, entry: EntryText, fields: Fields) -> Iterator[Problem]:
        for key in _keys(fields.values.get("related", "")):
            if self._find(key) is None:
                what = (
                    f"The entry `{entry.key}` is related to `{key}`, which no file has."
                )
                yield Problem(
                    "unknown-related",
                    what,
                    self._place_of_key(entry, fields, ("related",), key),
                )

    def _place_of_key(
        self, entry: EntryText, fields: Fields, names: Iterable[str], key: str
    ) -> Place:
        """The field that names the key of another entry; the entry, where that is none
        of its own fields.
        """
        name = next(
            (name for name in names if key in _keys(fields.values.get(name, ""))), None
        )
        return self._place(entry, entry.body + fields.place(name).name if name else 0)

    def _original(
        self, entry: EntryText, fields: Fields, inherited: dict[str, str], mended: bool
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

    def _find(self, key: str) -> Entry | None:
        for file in self._files:
            if entry := file.entries.find(key):
                return Entry(entry.type, file.fields(entry).values)
        return None

    def fields(self, entry: EntryText) -> Fields:
        """An entry's own fields; their places are counted from its body."""
        return self._opened(entry)[1]

    def _text_of(self, entry: EntryText) -> str:
        return entry.text[: self._opened(entry)[0]].strip()

    def _opened(self, entry: EntryText) -> tuple[int | None, Fields]:
        """Where an entry ends, if it does, and its fields; who asked for these may soon
        ask for its text.
        """
        if self._last[0] != entry.number:
            self._last = entry.number, *self._open(entry)
        return self._last[1:]

    def _open(self, entry: EntryText) -> tuple[int | None, Fields]:
        text, body = entry.text, entry.body
        last = len(text.rstrip())
        fields = None
        if text.endswith("}", body, last) and "(" not in text[:body]:
            fields = read_faultless(text[body : last - 1], self._strings)
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

    def _faults_of(self, entry: EntryText) -> list[Problem]:
        if not entry.fault:
            return []
        return [
            Problem(
                entry.fault,
                FAULTS[entry.fault],
                self._place(entry),
                "warning",
                _ADVICE[entry.fault],
            )
        ]

    def _unknown_commands(self, entry: EntryText, source: Source) -> Iterator[Problem]:
        commands = [
            command
            for name, value in source.variables.items()
            if isinstance(value, str) and name not in _NOTES
            for command in unknown_commands(value)
        ]
        for command in dict.fromkeys(commands):
            yield Problem(
                "unknown-command",
                f"The command `{command}` is not known; it stays as it is.",
                self._place(entry, max(entry.text.find(command, entry.body), 0)),
                "warning",
                "Write what it prints.",
            )

    def _field_problems(self, entry: EntryText, fields: Fields) -> list[Problem]:
        return [
            Problem(
                fault.rule,
                f"{fault.message}.",
                self._place(entry, entry.body + fault.position),
                "warning",
            )
            for fault in fields.faults
        ]
