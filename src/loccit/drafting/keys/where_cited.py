"""Where the essays of a project cite a source, in open files and on the disk."""

from __future__ import annotations

from collections.abc import Iterator

from loccit import csl
from loccit.drafting.file_span import FileSpan
from loccit.drafting.keys.key_here import KeyHere
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.opened.workspace import Workspace
from loccit.essays.rename import nocited
from loccit.model import Span
from loccit.workspace.membership import own_keys


def where_cited(workspace: Workspace, here: KeyHere) -> Iterator[FileSpan]:
    """Yield each place at which a source is cited, or listed without being cited.

    Args:
        here: its key, where somebody asks for it.

    Raises:
        InvalidSettings: a settings file has a mistake.
    """
    for essay in citing_essays(workspace, here):
        for span in _cites(essay, here.key):
            yield FileSpan(essay.path, span)


def citing_essays(workspace: Workspace, here: KeyHere) -> Iterator[OpenEssay]:
    """Yield the essays that may cite a source: one that has it in its front matter
    cites that, and no other means it.
    """
    if here.essay and here.key in own_keys(here.essay.essay):
        yield here.essay
        return
    for essay in _essays(workspace, here):
        is_there = here.key in essay.essay.document.searchable
        if is_there and here.key not in own_keys(essay.essay):
            yield essay


def _essays(workspace: Workspace, here: KeyHere) -> Iterator[OpenEssay]:
    """Yield the essays of the project, and the one in which somebody asks."""
    paths = set()
    for essay in workspace.essays(here.path):
        paths.add(essay.path)
        yield essay
    if here.essay and here.essay.path not in paths:
        yield here.essay


def _cites(essay: OpenEssay, key: str) -> Iterator[Span]:
    """Yield the places in the text of an essay; none in one that is not a text."""
    if not essay.is_text:
        return
    for place in nocited(essay.essay, [key]):
        yield place.span
    for citation in essay.essay.citations(csl.locator_terms("en-US")):
        for cite in citation.cites:
            if cite.key == key:
                yield cite.span
