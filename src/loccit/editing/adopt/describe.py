"""Describe works and reasons in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loccit.bibliography import Library
from loccit.editing.adopt.questions import Option
from loccit.model import Source
from loccit.recognize import Candidate, Reason, TypedEntry

#: How much of a title says which work it is.
_LONGEST_TITLE = 60


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
