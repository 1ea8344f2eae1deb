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

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Severity, Source


class _Need(NamedTuple):
    """What sources of some CSL types need: any of the variables, the first of which
    people should give.
    """

    types: frozenset[str]
    variables: tuple[str, ...]
    what: str
    severity: Severity = "warning"
    advice: str = ""


_CALLED = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "chapter",
    "dataset": "data set",
    "entry-dictionary": "entry",
    "entry-encyclopedia": "entry",
    "motion_picture": "film",
    "pamphlet": "pamphlet",
    "paper-conference": "paper",
    "report": "report",
    "software": "program",
    "speech": "talk",
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
#: What often has no date.
_UNDATED = _OF_REFERENCE | {"webpage", "speech", "pamphlet", "software", "dataset"}
_WHERE = ("URL", "DOI")
#: What nearly always has an author, and who else may stand in that place.
_BY_SOMEBODY = frozenset(["article-journal", "chapter", "paper-conference"])
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
_SEVERITIES: tuple[Severity, ...] = ("warning", "note")
_NO_DATE = "APA prints “n.d.”."

_NEEDS = (
    _Need((_PUBLISHED | _UNDATED) - {"dataset"}, ("title",), "title"),
    _Need(_PUBLISHED, ("issued", "status", "original-date"), "date"),
    _Need(_UNDATED, ("issued", "status"), "date", "note", _NO_DATE),
    _Need(_ARTICLES, ("container-title", "container-title-short"), "journal"),
    _Need(
        _OF_REFERENCE | {"chapter"},
        ("container-title", *_WHERE),
        "book that it stands in",
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
    _Need(frozenset(["book", "report"]), ("publisher", *_WHERE), "publisher"),
    _Need(frozenset(["thesis"]), ("publisher",), "university"),
    _Need(frozenset(["thesis"]), ("author",), "author"),
    _Need(
        _BY_SOMEBODY,
        _MAKERS,
        "author",
        "note",
        "APA puts the title in an author's place.",
    ),
    _Need(frozenset(["webpage"]), _WHERE, "address"),
)
#: Entry types whose entries are no sources of their own, or may lack anything.
_NO_SOURCES = frozenset(["set", "bibnote", "nameonly", "proceedings", "manual"])
#: Before this year books often name no publisher.
_PUBLISHERS_SINCE = 1900


def check(entry: CheckedEntry) -> Iterator[Violation]:
    source = entry.source
    if entry.kind in _NO_SOURCES or entry.kind.startswith("custom"):
        return
    missing = [
        need
        for need in _NEEDS
        if source.type in need.types
        and not any(variable in source.variables for variable in need.variables)
        and not (need.what in _MAY_LACK and _MAY_LACK[need.what](source))
    ]
    for severity in _SEVERITIES:
        if needs := [need for need in missing if need.severity == severity]:
            what = " and ".join(f"no {need.what}" for need in needs)
            message = f"This {_CALLED[source.type]} has {what}."
            yield Violation(message, "", _advice(entry, needs), severity=severity)


def _may_lack_publisher(source: Source) -> bool:
    """Old books name none, and what a group has published itself names it as the author
    (section 9.29).
    """
    issued = source.date("issued")
    old = bool(issued and issued.start and issued.start.year < _PUBLISHERS_SINCE)
    return old or any(
        name.literal for name in (*source.names("author"), *source.names("editor"))
    )


def _came_out_on_a_day(source: Source) -> bool:
    """A newspaper or magazine, though its type does not say so, has no volume."""
    issued = source.date("issued")
    return bool(issued and issued.start and issued.start.day)


_MAY_LACK = {"publisher": _may_lack_publisher, "volume": _came_out_on_a_day}


def _advice(entry: CheckedEntry, needs: Sequence[_Need]) -> str:
    """What to do: which fields there are for it, in a .bib file."""
    advice = " ".join(need.advice for need in needs if need.advice)
    if advice or not entry.kind:
        return advice
    fields = [f"`{_field(entry, need.variables[0])}`" for need in needs]
    return f"The field{'s' * (len(fields) > 1)}: {', '.join(fields)}."


def _field(entry: CheckedEntry, variable: str) -> str:
    if variable == "publisher" and entry.source.type == "report":
        return "institution"  # both are read, and this is what BibTeX calls it
    rows = (
        row
        for row in FIELDS
        if row.variable == variable and (not row.only or entry.kind in row.only)
    )
    return next(rows).field
