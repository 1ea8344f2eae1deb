"""Describe works and reasons in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loccit._startup.regex import regex
from loccit.bibliography import Library
from loccit.editing.adopt.questions import Option
from loccit.model import Source
from loccit.recognize import Candidate, Reason, TypedEntry

_DITTO = regex(r"\W*(?:_{2,}|[—―]|[-‐-–]{2,})")
#: How much of a title says which work it is.
_LONGEST_TITLE = 60


def begins_with_ditto(entry: TypedEntry) -> bool:
    """Return whether an entry has a mark in place of its authors, who are those of the
    entry above.

    >>> from loccit.model import Span
    >>> begins_with_ditto(TypedEntry("____. On Walls. 1993.", Span(0, 21)))
    True
    """
    return bool(_DITTO.match(entry.text))


def reasons(found: Iterable[Reason]) -> tuple[str, ...]:
    """Return reasons in words, each once."""
    return tuple(dict.fromkeys(reason.text for reason in found))


def work_in_words(source: Source) -> str:
    """Describe a work: who, when, what.

    >>> from loccit.model import Name
    >>> work_in_words(Source("", "book", {"author": (Name("Doe", "J."),), "title": "Emma"}))
    'Doe: Emma'
    """
    names = source.names("author") or source.names("editor")
    who = [name.family or name.literal for name in names[:1]]
    issued = source.date("issued")
    when = [f"({issued.start.year})"] if issued and issued.start else []
    maker = " ".join([*who, *when])
    title = shortened(source.plain("title"), _LONGEST_TITLE)
    return ": ".join(filter(None, [maker, title]))


def shortened(text: str, length: int) -> str:
    """Return a text on one line, cut to a length.

    >>> shortened("The New Jim Crow", 10)
    'The New...'
    """
    words = " ".join(text.split())
    if len(words) <= length:
        return words
    return words[: length - 3].rstrip() + "..."


def option_of(
    candidate: Candidate, entries: Sequence[TypedEntry], library: Library
) -> Option:
    """Return a candidate as an option of a question."""
    why = reasons(candidate.reasons)
    source = library.get(candidate.key) if candidate.key else None
    if source is None and candidate.entry is not None:
        source = entries[candidate.entry].source
    words = work_in_words(source) if source else ""
    entry = "" if candidate.entry is None else f"e{candidate.entry + 1}"
    return Option(candidate.key or "", entry, words, candidate.confidence, why)
