"""Retraction Watch's list of retractions, corrections and expressions of concern, as the
CSV file that Crossref publishes ("Retraction Watch data", its columns and user guide).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.duplicates import ComparedSource, name_words
from loccit.errors import UnreadableFile
from loccit.model import Place, Problem, Source
from loccit.text_files.reading import unreadable
from loccit.values.identifiers import plain_doi

#: Dates are American, "4/15/2021 0:00"; in some copies they begin with the year.
_AMERICAN = regex(r"\s*(\d{1,2})/(\d{1,2})/(\d{4})")
_ISO = regex(r"\s*(\d{4}-\d\d-\d\d)")
_NOT_IN_A_WORD = regex(r"[\W_]+")
#: A title with fewer letters may be of several works.
_SHORTEST_TITLE = 20


class Row(NamedTuple):
    """A row of the list, in the columns that are used."""

    title: str
    author: str
    date: str
    notice: str
    original_date: str
    doi: str
    pmid: str
    nature: str
    reason: str

    @property
    def day(self) -> str:
        """The day of the notice."""
        return _day(self.date)

    @property
    def kind(self) -> str:
        """The kind of the notice, in lower case."""
        return self.nature.strip().lower()


_COLUMNS = Row(
    title="Title",
    author="Author",
    date="RetractionDate",
    notice="RetractionDOI",
    original_date="OriginalPaperDate",
    doi="OriginalPaperDOI",
    pmid="OriginalPaperPubMedID",
    nature="RetractionNature",
    reason="Reason",
)


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
        self._by_mark: dict[str, list[Row]] = defaultdict(list)
        for row in _rows(path):
            self.count += 1
            self.newest = max(self.newest, row.day)
            for mark in (
                _doi_mark(row.doi),
                _pmid_mark(row.pmid),
                _title_mark(row.title),
            ):
                if mark:
                    self._by_mark[mark].append(row)

    def of(self, sources: Sequence[Source]) -> list[Problem]:
        """Return the notices of a work, in the order of their dates; if it was reinstated
        at last, only that.

        Args:
            sources: the work as several people describe it.
        """
        found = {row for source in sources for row in self._of(source)}
        rows = sorted(found, key=lambda row: (row.day, row.kind))
        if rows and rows[-1].kind == "reinstatement":
            rows = rows[-1:]
        return list(map(_problem, rows))

    def _of(self, source: Source) -> Iterator[Row]:
        """Yield the notices of a work; by its title, only those with its author and year,
        and only if it has no identifier.
        """
        work = ComparedSource(source)
        marks = [_doi_mark(work.doi), _pmid_mark(source.text("PMID"))]
        identified = list(filter(None, marks))
        for mark in identified:
            yield from self._by_mark.get(mark, ())
        if identified:
            return
        for row in self._by_mark.get(_title_mark(source.plain("title")), ()):
            if _agrees(row, work):
                yield row


def _agrees(row: Row, work: ComparedSource) -> bool:
    """Return whether the first author and the year agree, as far as both are known."""
    listed = set(name_words(row.author))
    names = {word for person in work.people[:1] for word in person.family}
    year = _day(row.original_date)[:4]
    has_name = not names or not listed or names <= listed
    return has_name and (not work.year or not year or str(work.year) == year)


def _rows(path: Path) -> Iterator[Row]:
    """Yield the rows."""
    try:
        # The file has been published in several encodings; DOIs are ASCII in all.
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            reader = csv.reader(file)
            columns = _places(next(reader, []), path)
            for cells in reader:
                if len(cells) > max(columns):
                    yield Row._make(cells[place] for place in columns)
    except OSError as error:
        raise unreadable(path, error) from error
    except csv.Error as error:
        raise UnreadableFile(
            f"This is not a table: {error}.", place=Place(str(path))
        ) from error


def _places(names: Sequence[str], path: Path) -> list[int]:
    """Return the numbers of the columns that are used.

    Raises:
        UnreadableFile: one is missing.
    """
    for name in _COLUMNS:
        if name not in names:
            raise UnreadableFile(
                f"This is not Retraction Watch's list: it has no column `{name}`.",
                place=Place(str(path)),
                advice="Crossref publishes it as retraction_watch.csv.",
            )
    return [names.index(name) for name in _COLUMNS]


def _day(text: str) -> str:
    """Return a date as ISO has it.

    >>> _day("4/15/2021 0:00"), _day("2021-04-15"), _day("unknown")
    ('2021-04-15', '2021-04-15', '')
    """
    if found := _AMERICAN.match(text):
        month, day, year = found.groups()
        return f"{year}-{int(month):02}-{int(day):02}"
    iso = _ISO.match(text)
    return iso[1] if iso else ""


def _doi_mark(doi: str) -> str:
    """Return what identifies a DOI; the list has "unavailable" for none."""
    plain = doi if doi.startswith("10.") else plain_doi(doi)
    return f"doi {plain.strip().lower()}" if "/" in plain else ""


def _pmid_mark(pmid: str) -> str:
    """Return what identifies a number of PubMed; the list has "0" for none."""
    return f"pmid {pmid}" if pmid.strip("0 ") else ""


def _title_mark(title: str) -> str:
    letters = _NOT_IN_A_WORD.sub("", title.casefold())
    return f"title {letters}" if len(letters) >= _SHORTEST_TITLE else ""


def _problem(row: Row) -> Problem:
    """Say in words what happened to a work."""
    when = f" on {row.day}" if row.day else ""
    reasons = [reason.strip(" +") for reason in row.reason.split(";")]
    why = "; ".join(filter(None, reasons))
    says = f"{when}, according to Retraction Watch{why and f': {why}'}."
    notice = plain_doi(row.notice) if "/" in row.notice else ""
    advice = f"See https://doi.org/{notice}." if notice else ""
    if row.kind == "retraction":
        return Problem("retracted", f"This work was retracted{says}", advice=advice)
    if row.kind == "expression of concern":
        message = f"A concern about this work was expressed{says}"
        return Problem("concern", message, advice=advice)
    if row.kind == "reinstatement":
        rule, message = "reinstated", f"This work was retracted, and reinstated{says}"
    else:
        rule, message = "updated", f"This work was corrected{says}"
    return Problem(rule, message, severity="note", advice=advice)
