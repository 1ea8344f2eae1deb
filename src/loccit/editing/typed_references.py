"""Make sources of references that somebody typed: a list in a text, or pasted ones."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.formats import format_of
from loccit.editing.adopt.new_source import new_source
from loccit.editing.adopt.plan import SURE_READING
from loccit.essays import read_essay
from loccit.model import Place, Problem, Source, Span
from loccit.recognize import TypedEntry, read_list, read_reference
from loccit.values.names import OTHERS, inverted_name

#: How a text is read whose name says nothing.
_UNNAMED = "typed.txt"
_LONGEST_SHOWN = 60
#: Types and identifiers have fewer words.
_LEAST_WORDS = 3


class TypedSources(NamedTuple):
    """Sources that were read of typed references.

    Attributes:
        sources: without keys, in the order of the text; each keeps its reference as it
            was typed.
        problems: what may have been read wrongly.
    """

    sources: list[Source]
    problems: list[Problem]


def sources_of_list(data: bytes, name: str) -> TypedSources:
    """Read the list of references in a text, which may have more than the list.

    Args:
        data: the bytes of the text.
        name: its path, or "-".

    Raises:
        UnreadableFile: the bytes are not text.

    >>> sources_of_list(b"Doe, J. (2001). On it. Press.", "-").sources[0].text("title")
    'On it'
    """
    essay = read_essay(data, _UNNAMED if name == "-" else name)
    entries = read_list(essay)
    places = [essay.place(entry.span.start, entry.part) for entry in entries]
    at = [Place(name, place.line, place.column) for place in places]
    return _sources(entries, at)


def is_typed_reference(text: str) -> bool:
    """Return whether a text is a reference: words of which more than a title is read.

    >>> is_typed_reference("Emma by Jane Austen"), is_typed_reference("new book of mine")
    (True, False)
    >>> is_typed_reference("@book{a, author = {Austen, Jane}, title = {Emma}}")
    False
    """
    if format_of(text, ""):
        return False  # an entry of a file of sources has words, too
    words = [word for word in text.split() if word[0].isalpha()]
    return len(words) >= _LEAST_WORDS and len(read_reference(text).source.variables) > 1


def sources_of_references(texts: Sequence[str]) -> TypedSources:
    """Read pasted references, one a text.

    >>> sources_of_references(["Doe, J. (2001). On it. Press."]).sources[0].type
    'book'
    """
    entries = [_entry(text) for text in texts]
    return _sources(entries, [Place("-", number) for number, _ in enumerate(texts, 1)])


def _entry(text: str) -> TypedEntry:
    read = read_reference(text)
    span = Span(0, len(text))
    return TypedEntry(
        text,
        span,
        source=read.source,
        confidence=read.confidence,
        doubtful=read.doubtful,
    )


def _sources(entries: Iterable[TypedEntry], places: Iterable[Place]) -> TypedSources:
    sources: list[Source] = []
    problems: list[Problem] = []
    for entry, place in zip(entries, places, strict=True):
        sources.append(new_source(entry, entry.source).source)
        if entry.confidence < SURE_READING and entry.doubtful:
            problems.append(_doubt(entry, place))
    return TypedSources(sources, problems)


def _doubt(entry: TypedEntry, place: Place) -> Problem:
    """Say what may have been read wrongly, and as what it was read."""
    read = [f"{name} {_shown(entry.source, name)}" for name in entry.doubtful]
    return Problem(
        "doubtful-reading",
        f"“{_shortened(entry.text)}” may be read wrongly: {', '.join(read)}.",
        place,
        "warning",
        "Compare the new source with what is typed, which it keeps.",
    )


def _shown(source: Source, name: str) -> str:
    if names := source.names(name):
        shown = ["et al." if each == OTHERS else inverted_name(each) for each in names]
        return f"“{_shortened('; '.join(shown))}”"
    date = source.date(name)
    if date and date.start:
        return f"“{date.start.year}”"
    text = source.plain(name)
    return f"“{_shortened(text)}”" if text else "none"


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN].rstrip()}…"
