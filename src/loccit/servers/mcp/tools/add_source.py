"""Add a source to the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from mcp.types import ToolAnnotations
from pydantic import BaseModel, Field

from loccit.drafting.sources.new_sources import sources_in_text
from loccit.editing.add_sources import Addition, add_sources
from loccit.errors import LoccitError
from loccit.lookup import Web, identify
from loccit.model import Source
from loccit.servers.mcp.answers import Answer
from loccit.servers.mcp.open_folder import OpenFolder
from loccit.workspace.library_files import FIRST_FILE, file_for_new

TITLE = "Add a source to the library"
ANNOTATIONS = ToolAnnotations(
    read_only_hint=False,
    destructive_hint=False,
    idempotent_hint=True,
    open_world_hint=True,
)

_MOST = 50

Given = Annotated[
    str,
    Field(
        description="A DOI, an ISBN, an arXiv or PubMed number; entries in BibTeX, RIS or "
        "CSL-JSON; or a reference as a list has it.",
        max_length=100_000,
    ),
]


class AddedSource(BaseModel):
    """What became of a source."""

    key: str = Field(description="By which it is cited now.")
    is_new: bool = Field(description="Whether the library lacked it.")
    message: str


class AddedSources(Answer):
    """What became of each source."""

    sources: list[AddedSource]


def answer(folder: OpenFolder, source: Given) -> AddedSources:
    """Add a source to the user's library, unless it is there already.  A number is looked
    up at Crossref, DataCite, Open Library, PubMed or arXiv.  Add only works that exist:
    a number is surer than a reference from memory.
    """
    sources = _sources(source, folder)
    if len(sources) > _MOST:
        raise LoccitError(f"These are more than {_MOST} sources.")
    files = [path.absolute() for path in folder.project.library_files]
    target = file_for_new(files, None)
    into = folder.path / FIRST_FILE if target == FIRST_FILE else target
    additions = add_sources(sources, into, files)
    return AddedSources(sources=[_added(each, folder) for each in additions.each])


def _sources(given: str, folder: OpenFolder) -> Sequence[Source]:
    """Read or look up what is given.

    Raises:
        LoccitError: it is no source.
    """
    if any(map(_is_page, given.splitlines())):
        # An address could carry away what an assistant has read.
        raise LoccitError(
            "Pages are not fetched for an assistant.",
            advice="The user adds one: `loccit add ADDRESS`.",
        )
    web = Web(mailto=folder.project.settings.mailto or "")
    found = sources_in_text(given, web)
    for problem in found.problems:
        if not found.sources:
            raise LoccitError(problem.message, advice=problem.advice)
    return found.sources


def _is_page(line: str) -> bool:
    identifier = identify(line)
    return identifier is not None and identifier.kind == "url"


def _added(addition: Addition, folder: OpenFolder) -> AddedSource:
    source = addition.added or addition.known or addition.given
    return AddedSource(
        key=source.key,
        is_new=addition.added is not None,
        message=folder.shown(addition.message),
    )
