"""Counting: a library, and the essays that cite from it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.bibliography import Library
from loccit.lint import Checker
from loccit.model import Source
from loccit.workspace.where_cited import Usage, usage


@dataclass(frozen=True, slots=True)
class Statistics:
    """A library in figures.

    Attributes:
        sources: how many it has that can be read.
        years: how many are of each year; `None` is for those that have none.
        types: how many are of each CSL type; `""` for those without one.
        languages: how many are in each; `""` for those that do not say.
        essays: how many essays there are, or None where there is no folder of them.
        cited: how often each is cited, the most cited first.
        unused: the keys of those that no essay cites or lists.
        problems: how often there is each fault that `loccit check` warns of, by its rule.
        with_problems: how many sources have one.
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

    def as_json(self) -> dict[str, object]:
        """The figures as values for JSON."""
        years = sorted(
            (year, count) for year, count in self.years.items() if year is not None
        )
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


def statistics_of(library: Library, essays: Path | None) -> Statistics:
    """The figures of a library, all of which is read, and of the essays in a folder, if
    there is one.

    >>> from loccit.bibliography import open_library
    >>> library = open_library([], [{"id": "doe", "type": "book", "issued": "2010"}])
    >>> statistics_of(library, None).years
    Counter({2010: 1})
    """
    sources, keys = list(library), library.keys()
    cited: Usage = usage(essays) if essays else Usage(0, Counter(), frozenset())
    times = {key: cited.times[key] for key in keys if key in cited.times}
    findings = [
        finding
        for finding in Checker(library).findings()
        if finding.problem.severity != "note"
    ]
    return Statistics(
        sources=len(sources),
        years=Counter(map(_year, sources)),
        types=Counter(source.type for source in sources),
        languages=Counter(source.text("language") for source in sources),
        essays=cited.essays if essays else None,
        cited=dict(sorted(times.items(), key=lambda item: -item[1])),
        unused=tuple(key for key in keys if essays and not cited.uses(key)),
        problems=Counter(finding.problem.rule for finding in findings),
        with_problems=len({finding.key for finding in findings if finding.key}),
    )


def _year(source: Source) -> int | None:
    issued = source.date("issued")
    return issued.start.year if issued and issued.start else None
