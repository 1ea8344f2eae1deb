"""Retraction Watch's list of retractions, corrections and expressions of concern, as the
CSV file that Crossref publishes ("Retraction Watch data", its columns and user guide).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.bibliography.duplicates import ComparedSource, Title, name_words
from loccit.errors import UnreadableFile
from loccit.model import Place, Problem, Source
from loccit.text_files.reading import unreadable
from loccit.values.identifiers import plain_doi

_COLUMNS = (
    "Title",
    "Author",
    "RetractionDate",
    "RetractionDOI",
    "OriginalPaperDate",
    "OriginalPaperDOI",
    "OriginalPaperPubMedID",
    "RetractionNature",
    "Reason",
)
#: Dates are American, "4/15/2021 0:00", in older files; or begin with the year.
_AMERICAN = regex(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_ISO = regex(r"\d{4}-\d\d-\d\d")
_REINSTATED = "reinstatement"
_SHORTEST_TITLE = 4


class Notice(NamedTuple):
    """A row of the list.

    Attributes:
        nature: what happened, in lower case: "retraction".
        date: the day, as "2021-04-15"; "" if it is unknown.
        reason: why, in the list's words.
        doi: of the notice.
        people: the words of the authors' names.
        year: of the original paper.
    """

    nature: str
    date: str
    reason: str
    doi: str
    people: frozenset[str]
    year: str


class RetractionList:
    """The list, by DOI, PubMed number and title.

    Attributes:
        count: the number of notices.
        newest: the day of the newest one, as "2024-01-10"; "" if it is unknown.
    """

    def __init__(self, path: Path) -> None:
        """Read the file.

        Raises:
            UnreadableFile: it can't be read, or is not such a list.
        """
        self.count = 0
        self.newest = ""
        self._by_mark: dict[str, list[Notice]] = defaultdict(list)
        for row in _rows(path):
            self._add(row)

    def _add(self, row: Mapping[str, str]) -> None:
        notice = _notice(row)
        self.count += 1
        self.newest = max(self.newest, notice.date)
        marks = [
            _doi_mark(row["OriginalPaperDOI"]),
            _pmid_mark(row["OriginalPaperPubMedID"]),
            _title_mark(Title(row["Title"])),
        ]
        for mark in filter(None, marks):
            self._by_mark[mark].append(notice)

    def of(self, sources: Sequence[Source]) -> list[Problem]:
        """Return the notices of a work, in the order of their dates; if it was reinstated
        at last, only that.

        Args:
            sources: the work as several people describe it.
        """
        found = {notice for source in sources for notice in self._of(source)}
        notices = sorted(found, key=lambda notice: (notice.date, notice.nature))
        if notices and notices[-1].nature == _REINSTATED:
            notices = notices[-1:]
        return list(map(_problem, notices))

    def _of(self, source: Source) -> Iterator[Notice]:
        """Yield the notices of a work; by its title, only those with its author and year,
        and only if it has no identifier.
        """
        work = ComparedSource(source)
        marks = [_doi_mark(work.doi), _pmid_mark(source.text("PMID"))]
        identified = list(filter(None, marks))
        for mark in identified:
            yield from self._by_mark.get(mark, ())
        if not identified:
            for notice in self._by_mark.get(_title_mark(work.title), ()):
                if _agrees(notice, work):
                    yield notice


def _agrees(notice: Notice, work: ComparedSource) -> bool:
    names = [word for person in work.people[:1] for word in person.family]
    has_name = not names or not notice.people.isdisjoint(names)
    has_year = not work.year or not notice.year or str(work.year) == notice.year
    return has_name and has_year


def _rows(path: Path) -> Iterator[Mapping[str, str]]:
    """Yield the rows, each with all columns that are used."""
    try:
        # The file has been published in several encodings; DOIs are ASCII in all.
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            reader = csv.DictReader(file, restval="")
            missing = [
                name for name in _COLUMNS if name not in (reader.fieldnames or ())
            ]
            if missing:
                raise UnreadableFile(
                    f"This is not Retraction Watch's list: it has no column `{missing[0]}`.",
                    place=Place(str(path)),
                    advice="Crossref publishes it as retraction_watch.csv.",
                )
            yield from reader
    except OSError as error:
        raise unreadable(path, error) from error
    except csv.Error as error:
        raise UnreadableFile(
            f"This is not a table: {error}.", place=Place(str(path))
        ) from error


def _notice(row: Mapping[str, str]) -> Notice:
    reasons = [each.strip(" +") for each in row["Reason"].split(";")]
    return Notice(
        row["RetractionNature"].strip().lower(),
        _day(row["RetractionDate"]),
        "; ".join(filter(None, reasons)),
        plain_doi(row["RetractionDOI"]) if "/" in row["RetractionDOI"] else "",
        frozenset(name_words(row["Author"])),
        _day(row["OriginalPaperDate"])[:4],
    )


def _day(text: str) -> str:
    """Return a date as ISO has it.

    >>> _day("4/15/2021 0:00"), _day("2021-04-15"), _day("unknown")
    ('2021-04-15', '2021-04-15', '')
    """
    if found := _AMERICAN.match(text.strip()):
        month, day, year = found.groups()
        return f"{year}-{int(month):02}-{int(day):02}"
    iso = _ISO.match(text.strip())
    return iso[0] if iso else ""


def _doi_mark(doi: str) -> str:
    """Return what identifies a DOI; the list has "unavailable" for none."""
    return f"doi {plain_doi(doi).lower()}" if "/" in doi else ""


def _pmid_mark(pmid: str) -> str:
    """Return what identifies a number of PubMed; the list has "0" for none."""
    return f"pmid {pmid}" if pmid.strip("0 ") else ""


def _title_mark(title: Title) -> str:
    return f"title {title.joined}" if len(title.words) >= _SHORTEST_TITLE else ""


def _problem(notice: Notice) -> Problem:
    """Say in words what happened to a work."""
    when = f" on {notice.date}" if notice.date else ""
    why = f": {notice.reason}." if notice.reason else "."
    says = f", according to Retraction Watch{why}"
    advice = f"See https://doi.org/{notice.doi}." if notice.doi else ""
    if notice.nature == "retraction":
        message = f"This work was retracted{when}{says}"
        return Problem("retracted", message, advice=advice)
    if notice.nature == "expression of concern":
        message = f"A concern about this work was expressed{when}{says}"
        return Problem("concern", message, advice=advice)
    if notice.nature == _REINSTATED:
        message = f"This work was retracted, and reinstated{when}{says}"
        return Problem("reinstated", message, severity="note", advice=advice)
    message = f"This work was corrected{when}{says}"
    return Problem("updated", message, severity="note", advice=advice)
