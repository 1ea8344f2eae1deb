"""Check every entry of a library against every rule."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from loccit._startup.dataclass import dataclass, field, replace
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library, Reading, SourceFile, habits_of_file
from loccit.lint.rule import CheckedEntry, Rule, Violation
from loccit.lint.sources import rule, rule_names
from loccit.model import Edit, Fix, Problem, Range, Span, TitleHabits


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem of a library, or of an essay.

    Attributes:
        problem: with the edits that fix it, if its file is changed in place.
        key: of the entry that has it; `""` for a file as a whole.
        changes: the fields that a fix changes, with their new values, written as in a
            .bib file; `""` removes one.
        span: the place of the problem in an essay.
        part: the part of the essay that `span` counts in.
    """

    problem: Problem
    key: str = ""
    changes: Mapping[str, str] = field(default_factory=dict)
    span: Span | None = None
    part: str = ""


class Checker:
    """Checks a library, entry by entry.

    >>> from loccit.bibliography import open_library
    >>> library = open_library([], [{"id": "doe", "type": "book", "title": "A Book", "DOI": "1000/1"}])
    >>> for finding in Checker(library, select=["malformed-doi"]).findings():
    ...     print(finding.problem)
    -: warning: `1000/1` is not a DOI. A DOI begins with `10.`, a number and a slash: 10.2307/1229039.
    """

    def __init__(
        self,
        library: Library,
        *,
        select: Collection[str] | None = None,
        ignore: Collection[str] = (),
        ignored_in: Callable[[str], Collection[str]] | None = None,
    ) -> None:
        """Choose what to check.

        Args:
            library: whose entries to check.
            select: the names of the rules to check; None for all of them.
            ignore: those to leave out.
            ignored_in: returns those to leave out in the file of a path.
        """
        self._files = library.files
        self._of_files = dict.fromkeys(library.problems)
        self._library = library
        self._habits: dict[int, TitleHabits] = {}
        self._select = select if select is None else frozenset(select)
        self._ignore = frozenset(ignore)
        self._ignored_in = ignored_in or _nothing
        self._rules = [rule(name) for name in rule_names() if self._is_checked(name)]

    def entries(
        self, keys: Collection[str] | None = None
    ) -> list[tuple[SourceFile, int]]:
        """Return the file and the index of each entry, or of those with these keys."""
        return [
            (file, index)
            for file in self._files
            for index, key in enumerate(file.keys)
            if keys is None or key in keys
        ]

    def of_files(self) -> Iterator[Finding]:
        """Find the problems that are known before an entry is read."""
        for problem in self._of_files:
            if self._is_checked(problem.rule, problem.place.path):
                yield Finding(problem)

    def of_entry(self, file: SourceFile, index: int) -> list[Finding]:
        """Find the problems of an entry as its file has it, in the order of places."""
        source, problems = file.read(index)
        if source is not None:
            source = replace(source, habits=self._habits_of(file))
        return self._of_reading(Reading(source, problems), file, index)

    def of_printed(self, key: str) -> list[Finding]:
        """Find the problems of a source as it is printed, without the habits of
        exporters that are undone.

        Raises:
            KeyError: no entry has the key.
        """
        return self._of_reading(
            self._library.reading(key), *self._library.entry_of(key)
        )

    def _of_reading(
        self, reading: Reading, file: SourceFile, index: int
    ) -> list[Finding]:
        found = [
            Finding(problem, file.keys[index])
            for problem in reading.problems
            if self._is_checked(problem.rule, problem.place.path)
        ]
        if reading.source:
            checked = CheckedEntry(reading.source, *file.own_fields(index))
            found += self._violations(_Entry(checked, file, index))
        return sorted(found, key=lambda finding: finding.problem.place)

    def findings(self) -> Iterator[Finding]:
        """Find every problem, each once."""
        yield from self.of_files()
        for file, index in self.entries():
            for found in self.of_entry(file, index):
                if found.problem not in self._of_files:
                    yield found

    def _violations(self, entry: _Entry) -> Iterator[Finding]:
        # Once an entry: to find a place takes longer than most rules.
        path = entry.file.place(entry.number).path
        for each in self._rules:
            if not self._is_checked(each.name, path):
                continue
            for violation in each.violations(entry.checked):
                yield _finding(each, violation, entry)

    def _habits_of(self, file: SourceFile) -> TitleHabits:
        """Return how the titles of a file are typed, for rules about titles."""
        if id(file) not in self._habits:
            self._habits[id(file)] = habits_of_file(file)
        return self._habits[id(file)]

    def _is_checked(self, name: str, path: str = "") -> bool:
        if name in self._ignore or name in self._ignored_in(path):
            return False
        return self._select is None or name in self._select


def _nothing(path: str) -> Collection[str]:
    return ()


def check_library(library: Library) -> list[Problem]:
    """Return the mistakes in the sources of a library, as `loccit check` finds them.

    >>> from loccit import read_library
    >>> [problem.rule for problem in check_library(read_library("@book{a, title={Emma}, yaer=1815}"))]
    ['missing-field', 'unknown-field']
    """
    return [finding.problem for finding in Checker(library).findings()]


class _Entry(NamedTuple):
    """An entry as rules see it, and its index in its file."""

    checked: CheckedEntry
    file: SourceFile
    number: int

    def range_of(self, violation: Violation) -> Range:
        name = self.checked.field_of(violation.at) or violation.at
        return self.file.range_of(self.number, name)

    def edits(self, violation: Violation) -> tuple[Edit, ...]:
        if not violation.fix:
            return ()
        return tuple(self.file.edits(self.number, violation.fix))


def _finding(rule: Rule, violation: Violation, entry: _Entry) -> Finding:
    start, end = entry.range_of(violation)
    edits = entry.edits(violation)
    fix = None
    if edits and rule.fix_safety:
        fix = Fix(start.path, edits, rule.fix_safety)
    problem = Problem(
        rule.name,
        violation.message,
        start,
        violation.severity or rule.severity,
        violation.advice,
        end,
        fix,
    )
    return Finding(problem, entry.checked.source.key, violation.fix)
