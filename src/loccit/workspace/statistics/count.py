"""Count a library, and what essays cite of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from loccit._startup.dataclass import dataclass
from loccit.bibliography import Library
from loccit.lint import Checker, Finding
from loccit.model import Source
from loccit.workspace.where_cited import Usage


@dataclass(frozen=True, slots=True)
class Statistics:
    """A library in figures.

    Attributes:
        sources: the number of sources that can be read.
        years: the number of each year; `None` counts those without one.
        types: the number of each CSL type; `""` counts those without one.
        languages: the number in each language; `""` counts those that don't say.
        essays: the number of essays that cite or list a source; None if they were not
            counted.
        cited: how often each source is cited, the most cited first.
        unused: the keys of those that no essay cites or lists.
        problems: the number of each problem that `loccit check` warns of, by its rule.
        with_problems: the number of sources that have one.
    """

    sources: int
    years: Counter[int | None]
    types: Counter[str]
    languages: Counter[str]
    essays: int | None
    cited: dict[str, int]
    unused: tuple[str, ...]
    problems: Counter[str]
    with_problems: int

    def dated(self) -> dict[int, int]:
        """Return the number of each year, without the sources that have none."""
        numbers = {}
        for year, count in self.years.items():
            if year is not None:
                numbers[year] = count
        return numbers

    def as_json(self) -> dict[str, object]:
        """Return the figures as values for JSON."""
        years = sorted(self.dated().items())
        return {
            "sources": self.sources,
            "years": {str(year): count for year, count in years},
            "undated": self.years[None],
            "types": dict(self.types.most_common()),
            "languages": dict(self.languages.most_common()),
            "essays": self.essays,
            "cited": self.cited,
            "unused": list(self.unused),
            "problems": dict(self.problems.most_common()),
            "with-problems": self.with_problems,
        }


def statistics_of(library: Library, usage: Usage | None) -> Statistics:
    """Return the figures of a library, all of which is read.

    Args:
        library: the library.
        usage: what essays cite of it; None if there are no such essays.

    >>> from loccit.bibliography import open_library
    >>> library = open_library([], [{"id": "doe", "type": "book", "issued": "2010"}])
    >>> statistics_of(library, None).years
    Counter({2010: 1})
    """
    sources = list(library)
    findings = list(_warnings(library))
    keys = {finding.key for finding in findings if finding.key}
    return Statistics(
        sources=len(sources),
        years=Counter(map(_year, sources)),
        types=Counter(source.type for source in sources),
        languages=Counter(source.text("language") for source in sources),
        essays=usage.essays if usage else None,
        cited=_cited(library, usage),
        unused=_unused(library, usage),
        problems=Counter(finding.problem.rule for finding in findings),
        with_problems=len(keys),
    )


def _cited(library: Library, usage: Usage | None) -> dict[str, int]:
    """Return how often each source is cited, the most cited first."""
    if usage is None:
        return {}
    times = Counter[str]()
    keys = library.keys()
    for key in keys:
        if usage.times[key]:
            times[key] = usage.times[key]
    return dict(times.most_common())


def _unused(library: Library, usage: Usage | None) -> tuple[str, ...]:
    """Return the keys that no essay cites or lists."""
    if usage is None:
        return ()
    keys = library.keys()
    return tuple(key for key in keys if not usage.uses(key))


def _warnings(library: Library) -> Iterator[Finding]:
    for finding in Checker(library).findings():
        if finding.problem.severity != "note":
            yield finding


def _year(source: Source) -> int | None:
    issued = source.date("issued")
    if issued is None or issued.start is None:
        return None
    return issued.start.year
