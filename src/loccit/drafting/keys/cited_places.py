"""Where the essays of a project cite any source: all of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from loccit import csl
from loccit.drafting.file_span import FileSpan
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.opened.workspace import Workspace
from loccit.model import Span
from loccit.workspace.membership import own_keys


def cited_places(workspace: Workspace, near: Path) -> Mapping[str, Sequence[FileSpan]]:
    """Return where each key of a library is cited, or listed without being cited; in an
    essay that is not a text, at its beginning.

    Args:
        workspace: what is open.
        near: a file of the library.

    Raises:
        InvalidSettings: a settings file has a mistake.
    """
    places: dict[str, list[FileSpan]] = {}
    for essay in workspace.essays(near):
        own = own_keys(essay.essay)
        for key, place in _cites(essay):
            if key not in own:
                places.setdefault(key, []).append(place)
    return places


def _cites(essay: OpenEssay) -> Iterator[tuple[str, FileSpan]]:
    for key, span in _keys(essay):
        yield key, FileSpan(essay.path, span if essay.is_text else Span(0, 0))


def _keys(essay: OpenEssay) -> Iterator[tuple[str, Span]]:
    for place in essay.essay.document.nocited():
        yield place.key, place.span
    for citation in essay.essay.citations(csl.locator_terms("en-US")):
        for cite in citation.cites:
            yield cite.key, cite.span
