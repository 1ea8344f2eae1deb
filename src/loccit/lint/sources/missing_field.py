"""A field that is missing from a reference in APA style.

## What it does

Checks that a source has what its kind needs: an article its journal, a book its
publisher, a thesis its university, a web page its URL (*Publication Manual*, 7th ed.,
chapters 9 and 10). A web page without a date is only a note, because APA prints "n.d."
there.

## Why is this bad?

The reference is incomplete, and readers may not find the work.

## Example

    @article{crenshaw1991,
      author = {Crenshaw, Kimberlé},
      title = {Mapping the Margins},
      volume = {43},
      date = {1991},
    }

## Use instead

All that the source tells you:

    @article{crenshaw1991,
      author = {Crenshaw, Kimberlé},
      title = {Mapping the Margins},
      journal = {Stanford Law Review},
      volume = {43},
      date = {1991},
    }
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.formats.bibtex.entry_types import csl_type
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Severity, Source


class _Need(NamedTuple):
    """Sources of some CSL types need one of the variables, preferably the first."""

    types: frozenset[str]
    variables: tuple[str, ...]
    what: str
    severity: Severity = "warning"
    advice: str = ""


_NOUNS = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "broadcast": "broadcast",
    "chapter": "chapter",
    "dataset": "data set",
    "entry-dictionary": "entry",
    "entry-encyclopedia": "entry",
    "motion_picture": "film",
    "pamphlet": "pamphlet",
    "patent": "patent",
    "post": "post",
    "paper-conference": "paper",
    "report": "report",
    "software": "program",
    "speech": "talk",
    "standard": "standard",
    "thesis": "thesis",
    "webpage": "web page",
}
_ARTICLES = frozenset(["article-journal", "article-magazine", "article-newspaper"])
_OF_REFERENCE = frozenset(["entry-encyclopedia", "entry-dictionary"])
_PUBLISHED = _ARTICLES | {
    "book",
    "chapter",
    "paper-conference",
    "report",
    "thesis",
    "motion_picture",
}
#: These often have no date.
_UNDATED = _OF_REFERENCE | {"webpage", "speech", "pamphlet", "software", "dataset"}
_BOOK_OR_REPORT = frozenset(["book", "report"])
_THESIS = frozenset(["thesis"])
_WHERE = ("URL", "DOI")
#: These nearly always have an author.
_AUTHORED = frozenset(["article-journal", "chapter", "paper-conference"])
#: Who may stand in an author's place.
_MAKERS = (
    "author",
    "editor",
    "translator",
    "compiler",
    "reviewed-author",
    "interviewer",
    "director",
    "recipient",
)
#: Who may be named first of films, broadcasts and posts.
_RECORDERS = (
    "host",
    "producer",
    "executive-producer",
    "script-writer",
    "performer",
    "narrator",
    "guest",
)
_BY_DAY = frozenset(["article-magazine", "article-newspaper"])
_RECORDED = frozenset(["broadcast", "motion_picture", "post"])
_SEVERITIES: tuple[Severity, ...] = ("warning", "note")
_NO_DATE = "APA prints “n.d.”."
_NO_AUTHOR = "APA puts the title in an author's place."
_NO_DAY = "APA dates newspapers and magazines by the day, as in (2019, May 4)."
_NO_SHOW = "An episode is named with its show: readers look for that."
_NO_EVENT = "Readers can't look for a talk without its conference or place."
_NO_MAKER = "APA begins with who made it."
_NO_REPOSITORY = "Readers find data in the repository that keeps them."
_NO_NUMBER = "Its number is what readers look for."

_NEEDS = (
    _Need((_PUBLISHED | _UNDATED) - {"dataset"}, ("title",), "title"),
    _Need(_PUBLISHED, ("issued", "status", "original-date"), "date"),
    _Need(_UNDATED, ("issued", "status"), "date", "note", _NO_DATE),
    _Need(_ARTICLES, ("container-title", "container-title-short"), "journal"),
    _Need(
        _OF_REFERENCE | {"chapter"},
        ("container-title", *_WHERE),
        "book that it is part of",
    ),
    _Need(
        frozenset(["paper-conference"]),
        ("container-title", "event-title", "publisher", *_WHERE),
        "proceedings",
    ),
    _Need(
        frozenset(["article-journal"]),
        ("volume", "issue", "page", "number", "status", *_WHERE),
        "volume",
    ),
    _Need(_BOOK_OR_REPORT, ("publisher", *_WHERE), "publisher"),
    _Need(_THESIS, ("publisher",), "university"),
    _Need(_THESIS, ("author",), "author"),
    _Need(_AUTHORED, _MAKERS, "author", "note", _NO_AUTHOR),
    _Need(frozenset(["webpage"]), _WHERE, "URL"),
    # What exporters lose.
    _Need(_BY_DAY, ("issued",), "day", "note", _NO_DAY),
    _Need(
        frozenset(["broadcast"]),
        ("container-title", "collection-title"),
        "show",
        advice=_NO_SHOW,
    ),
    _Need(
        _RECORDED,
        (*_MAKERS, *_RECORDERS),
        "director, host or author",
        "note",
        _NO_MAKER,
    ),
    _Need(
        frozenset(["speech"]),
        ("event-title", "event-place", "container-title", *_WHERE),
        "event",
        "note",
        _NO_EVENT,
    ),
    _Need(
        frozenset(["dataset"]),
        ("publisher", "container-title", "archive", *_WHERE),
        "repository",
        advice=_NO_REPOSITORY,
    ),
    _Need(frozenset(["patent", "standard"]), ("number",), "number", advice=_NO_NUMBER),
)
#: Entry types that are not sources of their own, or may lack anything.
_NO_SOURCES = frozenset(["set", "bibnote", "nameonly", "proceedings", "manual"])
#: Before this year books often name no publisher.
_PUBLISHERS_SINCE = 1900


def check(entry: CheckedEntry) -> Iterator[Violation]:
    if entry.kind in _NO_SOURCES or entry.kind.startswith("custom"):
        return
    if "shorthand" in entry.fields:
        return  # ancient texts and corpora are cited by it, without author and date
    missing = [need for need in _NEEDS if _lacks(entry.source, need)]
    for severity in _SEVERITIES:
        needs = [need for need in missing if need.severity == severity]
        if needs:
            what = " and ".join(f"no {need.what}" for need in needs)
            message = f"This {_NOUNS[entry.source.type]} has {what}."
            yield Violation(message, "", _advice(entry, needs), severity=severity)


def needed_fields(kind: str, given: Collection[str]) -> list[str]:
    """Return the fields that an entry of a type needs and lacks, the weightiest first.

    Args:
        kind: the type, in lower case.
        given: the names of the fields that it has, with their other names.

    >>> needed_fields("article", ["author", "title", "year"])
    ['journal', 'volume']
    """
    csl = csl_type(kind, "", given)
    entry = CheckedEntry(Source("", csl), kind, {})
    needed = []
    for severity in _SEVERITIES:
        for need in _NEEDS:
            if need.severity == severity and csl in need.types:
                fields = [*_fields(entry, need)]
                if fields and not any(name in given for name in fields):
                    needed.append(_field(entry, need.variables[0]))
    return list(dict.fromkeys(needed))


def _fields(entry: CheckedEntry, need: _Need) -> Iterator[str]:
    """Yield every field that gives what is needed."""
    for row in FIELDS:
        fits = row.only is None or entry.kind in row.only
        if fits and row.variable in need.variables:
            yield row.field
            yield from (alias for alias, name in ALIASES.items() if name == row.field)
            if row.variable == "issued":
                yield "year"


def _lacks(source: Source, need: _Need) -> bool:
    if source.type not in need.types:
        return False
    if need.what == "day":
        return _lacks_day(source)
    if need.what == "show":
        return "episode" in _kind(source) and not _has_any(source, need.variables)
    if _has_any(source, need.variables):
        return False
    if need.what == "publisher":
        return not _may_lack_publisher(source)
    if need.what == "volume":
        return not _has_day(source)
    return True


def _has_any(source: Source, variables: Sequence[str]) -> bool:
    return any(variable in source.variables for variable in variables)


def _kind(source: Source) -> str:
    """Return the kind of a broadcast in words: a whole series has no show."""
    words = f"{source.text('genre')} {source.text('medium')}".lower()
    return f"{words} episode" if source.text("number") else words


def _lacks_day(source: Source) -> bool:
    """Whether a newspaper's or magazine's article has a year alone: nothing, where it
    has a volume, which readers can look for.
    """
    issued = source.date("issued")
    if issued is None or issued.start is None or source.text("volume"):
        return False
    return issued.start.month is None and issued.season is None


def _may_lack_publisher(source: Source) -> bool:
    """Whether a book is old, or was published by the group that is its author (section
    9.29).
    """
    issued = source.date("issued")
    if issued and issued.start and issued.start.year < _PUBLISHERS_SINCE:
        return True
    return any(
        name.literal for name in (*source.names("author"), *source.names("editor"))
    )


def _has_day(source: Source) -> bool:
    """Whether the source appeared on a day: then it is from a newspaper or magazine,
    whatever its type says.
    """
    issued = source.date("issued")
    return bool(issued and issued.start and issued.start.day)


def _advice(entry: CheckedEntry, needs: Sequence[_Need]) -> str:
    """Say what to do: in a .bib file, which fields to add."""
    advice = " ".join(need.advice for need in needs if need.advice)
    if advice or not entry.kind:
        return advice
    fields = [f"`{_field(entry, need.variables[0])}`" for need in needs]
    return f"Add {', '.join(fields)}."


def _field(entry: CheckedEntry, variable: str) -> str:
    """Name the field that a variable is read from in an entry of its type."""
    if variable == "publisher" and entry.source.type == "report":
        return "institution"  # BibTeX's name for it
    return next(
        row.field
        for row in FIELDS
        if row.variable == variable and (not row.only or entry.kind in row.only)
    )
