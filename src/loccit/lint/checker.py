"""Every entry of a library, held against every rule."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import field

from loccit._startup.dataclass import dataclass
from loccit.bibliography import Library
from loccit.bibliography.formats.bibtex import BibtexFile
from loccit.bibliography.formats.bibtex.edit.layout import undelimited
from loccit.bibliography.formats.csl_json.items import ItemFile
from loccit.bibliography.source_file import SourceFile
from loccit.lint.item_places import ItemPlaces
from loccit.lint.rule import CheckedEntry, Rule, Violation
from loccit.lint.sources import rules
from loccit.model import Place, Problem, Source


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, the key of the entry that has it (`""` for a file as a whole), and
    what mends it beyond doubt.

    `changes` has fields with their new values, as one writes them in a .bib file; an empty
    one takes the field out.
    """

    problem: Problem
    key: str = ""
    changes: Mapping[str, str] = field(default_factory=dict)


class Checker:
    """Tells what is wrong with a library, entry by entry.

    >>> from loccit.bibliography import open_library
    >>> library = open_library([], [{"id": "doe", "type": "book", "title": "A Book", "DOI": "1000/1"}])
    >>> for finding in Checker(library, select=["malformed-doi"]).findings():
    ...     print(finding.problem)
    -: warning: `1000/1` is no DOI. A DOI begins with `10.`, a number and a slash: 10.2307/1229039.
    """

    def __init__(
        self,
        library: Library,
        *,
        select: Collection[str] = (),
        ignore: Collection[str] = (),
    ) -> None:
        """`select` are the names of the rules that are to be told, all if it is empty,
        but for those of `ignore`.
        """
        self._files = library.files
        self._of_files = dict.fromkeys(library.problems)
        self._select, self._ignore = frozenset(select), frozenset(ignore)
        self._places = ItemPlaces()
        self._rules = [
            (rule, rule.check)
            for rule in rules()
            if rule.check and self._is_told(rule.name)
        ]

    def entries(
        self, keys: Collection[str] | None = None
    ) -> list[tuple[SourceFile, int]]:
        """Each entry, or each that has one of the keys: its file, and its index there."""
        return [
            (file, index)
            for file in self._files
            for index, key in enumerate(file.keys)
            if keys is None or key in keys
        ]

    def of_files(self) -> Iterator[Finding]:
        """What is wrong with the files, as far as no entry has to be read for it."""
        return (
            Finding(problem)
            for problem in self._of_files
            if self._is_told(problem.rule)
        )

    def of_entry(self, file: SourceFile, index: int) -> list[Finding]:
        """What is wrong with one entry, in the order of places."""
        key, reading = file.keys[index], file.read(index)
        found = [
            Finding(problem, key)
            for problem in reading.problems
            if self._is_told(problem.rule)
        ]
        if reading.source:
            opened = self._open(reading.source, file, index)
            for rule, check in self._rules:
                found += (
                    _finding(rule, violation, opened)
                    for violation in check(opened.entry)
                )
        return sorted(found, key=lambda finding: finding.problem.place)

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong, each thing once."""
        yield from self.of_files()
        for file, index in self.entries():
            yield from (
                found
                for found in self.of_entry(file, index)
                if found.problem not in self._of_files
            )

    def _open(self, source: Source, file: SourceFile, index: int) -> _Opened:
        if isinstance(file, BibtexFile):
            return _OpenedBib(source, file, index)
        return (
            _OpenedItem(source, self._places)
            if isinstance(file, ItemFile)
            else _Opened(source)
        )

    def _is_told(self, rule: str) -> bool:
        return rule not in self._ignore and (not self._select or rule in self._select)


class _Opened:
    """An entry as rules see it, and where it stands in its file."""

    def __init__(self, source: Source) -> None:
        self.entry = CheckedEntry(source)

    def place(self, at: str) -> Place:
        """Where a variable or field stands, as far as that is known."""
        return self.entry.source.place

    def can_change(self, fields: Iterable[str]) -> bool:
        """Whether nothing but these fields is touched by a change of them."""
        return True


class _OpenedItem(_Opened):
    """An item of CSL data."""

    def __init__(self, source: Source, places: ItemPlaces) -> None:
        super().__init__(source)
        self._places = places

    def place(self, at: str) -> Place:
        return self._places.place(self.entry.source.place, at)


class _OpenedBib(_Opened):
    """An entry of a .bib file."""

    def __init__(self, source: Source, file: BibtexFile, index: int) -> None:
        self._text = file.entries[index]
        self._fields = file.fields(self._text)
        self._place_of: Callable[[int], Place] = lambda offset: file.place(
            index, self._text.body + offset
        )
        self.entry = CheckedEntry(source, self._text.type, self._fields.values)

    def place(self, at: str) -> Place:
        field = self.entry.field_of(at)
        return (
            self._place_of(self._fields.place(field).name)
            if field
            else self.entry.source.place
        )

    def can_change(self, fields: Iterable[str]) -> bool:
        return all(
            self._stands_alone(name) for name in fields if name in self._fields.values
        )

    def _stands_alone(self, name: str) -> bool:
        """Whether a value is no abbreviation, nor put together from several."""
        _, start, end = self._fields.place(name)
        value = self._text.text[self._text.body + start : self._text.body + end]
        return undelimited(value) == self._fields.values[name]


def _finding(rule: Rule, violation: Violation, opened: _Opened) -> Finding:
    severity = violation.severity or rule.severity
    problem = Problem(
        rule.name,
        violation.message,
        opened.place(violation.at),
        severity,
        violation.advice,
    )
    return Finding(
        problem,
        opened.entry.source.key,
        violation.fix if opened.can_change(violation.fix) else {},
    )
