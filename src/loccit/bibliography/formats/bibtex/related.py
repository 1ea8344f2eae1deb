"""Read what an entry's `related` works are to it (BibLaTeX manual, 3.5).

It may be their reprint, translation or review. CSL has variables for the work that is
reviewed, and for an original's date. What a reprint was printed from goes to variables
of our own, `reprinted-title` and the like, for the styles that print it (APA 7, section
9.41).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Name, Source, Value

_REPRINTS = frozenset(["reprintfrom", "reprintof"])
_TRANSLATIONS = frozenset(
    ["translationof", "translationfrom", "origpubas", "origpubin"]
)
_REVIEW_OF = regex(r"(?:a\s+)?review\s+of\s+(?:the\s+)?", re.IGNORECASE)
_REPRINTED = (
    "title",
    "container-title",
    "author",
    "editor",
    "issued",
    "volume",
    "issue",
    "page",
    "publisher",
    "DOI",
    "URL",
)
#: Who made a reviewed work that has no author, and what APA prints after their names
#: (example 67).
_MAKERS = {
    "director": "Dir.",
    "script-writer": "Writer",
    "producer": "Prod.",
    "host": "Host",
    "editor": "Ed.",
}


def with_related(source: Source, kind: str, words: str, other: Source) -> Source:
    """Add to a source what a related work contributes.

    Args:
        kind: BibLaTeX's `relatedtype`.
        words: `relatedstring`, such as "Review of the film".
        other: the related work.
    """
    more = dict(_contributed(source, kind, words, other))
    return replace(source, variables={**more, **source.variables})


def _contributed(
    source: Source, kind: str, words: str, other: Source
) -> Iterable[tuple[str, Value]]:
    if kind == "reviewof":
        return _reviewed(words, other)
    if kind == "commenton":
        return {
            "genre": words or "Comment on the article",
            "commented-title": other.text("title"),
        }.items()
    if kind in _REPRINTS:
        return [*_original_date(other), *_reprinted(source, other)]
    if kind in _TRANSLATIONS:
        return _original_date(other)
    return []


def _original_date(other: Source) -> Iterator[tuple[str, Value]]:
    date = other.date("issued")
    if date is not None:
        yield "original-date", date


def _reprinted(source: Source, other: Source) -> Iterator[tuple[str, Value]]:
    for name in _REPRINTED:
        if name not in other.variables:
            continue
        if name == "author" and other.names("author") == source.names("author"):
            continue
        value = other.variables[name]
        if name == "page" and isinstance(value, str):
            # Only `page` is a page range to CSL, which prints it with a dash.
            value = value.replace("-", "–")
        yield f"reprinted-{name}", value


def _reviewed(words: str, other: Source) -> Iterator[tuple[str, Value]]:
    genre = _REVIEW_OF.sub("", words)
    if genre:
        yield "reviewed-genre", genre
    title = other.text("title")
    if title:
        yield "reviewed-title", title
    authors = other.names("author") or _makers(other)
    if authors:
        yield "reviewed-author", authors


def _makers(work: Source) -> tuple[Name, ...]:
    """Return who made a work, each with all of their roles after the name."""
    roles: dict[Name, list[str]] = {}
    for variable, role in _MAKERS.items():
        for name in work.names(variable):
            roles.setdefault(name, []).append(role)
    return tuple(_with_roles(name, roles[name]) for name in roles)


def _with_roles(name: Name, roles: list[str]) -> Name:
    # APA has the writer first: "Writer & Dir."
    writer_first = sorted(roles, key=lambda role: role != "Writer")
    return replace(name, suffix=" & ".join(writer_first), comma_suffix=True)
