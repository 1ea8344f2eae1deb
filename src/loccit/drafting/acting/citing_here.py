"""Put a new citation in the place of what somebody selected."""

from __future__ import annotations

from loccit.drafting.acting.asked import Asked
from loccit.drafting.file_edits import FileEdits
from loccit.drafting.sources.adding import add_to_library
from loccit.errors import InvalidChange
from loccit.essays.key_citation import KeyCitation, KeyCite
from loccit.model import Edit, Source, Span


def add_source(asked: Asked, source: Source) -> FileEdits:
    """Return the edits that add a source to the library.

    Raises:
        InvalidChange: the library has it already.
        LoccitError: as `add_to_library`.
    """
    added = add_to_library(asked.workspace, asked.library, [source], asked.path)
    if not added.new:
        raise InvalidChange(f"The library has it already, as `{added.keys[0]}`.")
    return added.edits


def add_and_cite(asked: Asked, source: Source, span: Span) -> FileEdits:
    """Return the edits that add a source to the library, if it lacks it, and cite it in
    the place of a span.

    Raises:
        InvalidChange: it can't be cited there.
        LoccitError: as `add_to_library`.
    """
    added = add_to_library(asked.workspace, asked.library, [source], asked.path)
    return {asked.path: [_citation(asked, added.keys[0], span)], **added.edits}


def _citation(asked: Asked, key: str, span: Span) -> Edit:
    document = asked.essay.essay.document if asked.essay else None
    forms = document.key_citations(KeyCitation((KeyCite(key),))) if document else ()
    edit = document.typed(span, "", forms[0]) if document and forms else None
    if edit is None:
        raise InvalidChange(f"`{key}` can't be cited here.")
    return edit
