"""Add the source of a reference that somebody pasted."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.drafting.acting.asked import Asked
from loccit.drafting.acting.citing_here import add_and_cite, add_source
from loccit.drafting.acting.offer import Offer
from loccit.drafting.file_edits import FileEdits
from loccit.editing.typed_references import is_typed_reference, sources_of_references
from loccit.errors import InvalidChange
from loccit.model import Span

_ADD, _CITE = "add", "cite"
_SHORTEST, _LONGEST = 20, 1_000


def offers(asked: Asked) -> Iterator[Offer]:
    """Offer it for a selection that reads like a reference."""
    if asked.essay is None or not _SHORTEST <= len(asked.span) <= _LONGEST:
        return
    if is_typed_reference(_selected(asked).of(asked.text)):
        yield Offer("Add this reference to the library", "source", _ADD)
        yield Offer("Cite this reference", "refactor.rewrite", _CITE)


def edits(asked: Asked, argument: str) -> FileEdits:
    """Read the reference, add its source, and cite it in its place if that was asked."""
    span = _selected(asked)
    sources = sources_of_references([span.of(asked.text)]).sources
    if not sources:
        raise InvalidChange("This can't be read as a reference.")
    if argument == _CITE:
        return add_and_cite(asked, sources[0], span)
    return add_source(asked, sources[0])


def _selected(asked: Asked) -> Span:
    """Return the selection without the space around it."""
    text = asked.span.of(asked.text)
    start = asked.span.start + len(text) - len(text.lstrip())
    return Span(start, max(start, asked.span.start + len(text.rstrip())))
