"""Complete the value of a field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.words import (
    ARCHIVES,
    BIBSTRINGS,
    KEY_FIELDS,
    NAME_FIELDS,
    one_name,
)
from loccit.drafting.bib.completion.completion import BibCompletion, BibLibrary, Kind
from loccit.drafting.bib.cursor import BibCursor
from loccit.model import Span
from loccit.values.calendar import MONTH_NAMES
from loccit.values.dates import MONTHS
from loccit.values.languages import BIBLATEX_NAMES, read_language

_LANGUAGES = frozenset(["language", "langid"])
_BIBSTRINGS = frozenset(["type", "howpublished", "pubstate", "relatedtype"])
_KINDS = [
    "newspaper",
    "magazine",
    "podcast",
    "podcastepisode",
    "film",
    "tvseries",
    "tvepisode",
    "video",
    "webinar",
    "album",
    "audiobook",
    "song",
    "statusupdate",
    "tweet",
    "powerpoint",
]
_AND = regex(r"\sand\s")
_COMMA = regex(r"[,;]")
_MOST = 200


class _Value(NamedTuple):
    """A value that can be typed, and what it is."""

    text: str
    detail: str = ""
    kind: Kind = "value"


def complete_value(
    cursor: BibCursor, library: BibLibrary, offset: int
) -> Iterator[BibCompletion]:
    """Yield the values that fit the field."""
    if cursor.field is None or cursor.block is None:
        return
    name = cursor.field.name
    if not cursor.delimiter:
        yield from _completions(_abbreviations(name, library), cursor.span)
        return
    span = _part(library.text, name, cursor.span, offset)
    typed = span.of(library.text)
    values = [*_known(name)]
    if name in KEY_FIELDS:
        own = cursor.block.key.of(library.text)
        values = [each for each in _keys(library, typed) if each.text != own]
    elif not values:
        used = library.used.of(library.text, name, typed)
        values = [_Value(each) for each in used[:_MOST]]
    yield from _completions(values, span)


def _completions(values: Sequence[_Value], span: Span) -> Iterator[BibCompletion]:
    for value in values:
        yield BibCompletion(
            value.text, value.kind, span, value.text, detail=value.detail
        )


def _abbreviations(name: str, library: BibLibrary) -> list[_Value]:
    """Return what can be typed without delimiters."""
    if name == "month":
        months = zip(MONTHS, MONTH_NAMES, strict=True)
        return [_Value(month, words, "string") for month, words in months]
    return [
        _Value(string, words, "string") for string, words in library.strings.items()
    ]


def _keys(library: BibLibrary, typed: str) -> Iterator[_Value]:
    """Yield the keys of other entries."""
    for found in library.find(typed):
        words = " ".join(filter(None, [found.author, found.year, found.title]))
        yield _Value(found.key, words, "key")


def _known(name: str) -> Iterator[_Value]:
    """Yield the values of a field that has no others."""
    if name in _LANGUAGES:
        for language in BIBLATEX_NAMES:
            yield _Value(language, read_language(language))
    elif name in _BIBSTRINGS:
        for key, words in BIBSTRINGS.items():
            yield _Value(key, words)
    elif name == "entrysubtype":
        yield from map(_Value, _KINDS)
    elif one_name(name) == "eprinttype":
        for archive, address in ARCHIVES.items():
            yield _Value(archive, address)


def _part(text: str, name: str, value: Span, offset: int) -> Span:
    """Return the name, the keyword or the key that is typed, of several in a value."""
    if one_name(name) in NAME_FIELDS:
        separator = _AND
    elif name == "keywords" or KEY_FIELDS.get(name):
        separator = _COMMA
    else:
        return value
    start, end = value.start, value.end
    for found in separator.finditer(text, value.start, value.end):
        if found.end() <= offset:
            start = found.end()
        elif found.start() >= offset:
            end = found.start()
            break
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Span(min(start, offset), max(end, offset))
