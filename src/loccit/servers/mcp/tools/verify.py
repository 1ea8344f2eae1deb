"""Verify sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Annotated

from mcp.types import ToolAnnotations
from pydantic import BaseModel, Field

from loccit.editing.verify_sources import (
    CitedWork,
    Verified,
    Verifying,
    findings_of,
    in_words,
    works_of_essay,
    works_of_library,
)
from loccit.lookup import Web
from loccit.lookup.kept_answers import KeptAnswers
from loccit.servers.mcp.answers import Answer, Noticed, noticed, quoted
from loccit.servers.mcp.open_folder import OpenFolder
from loccit.servers.mcp.parameters import Essay

TITLE = "Verify sources"
ANNOTATIONS = ToolAnnotations(read_only_hint=True, open_world_hint=True)

_MOST = 25

Keys = Annotated[
    Sequence[str],
    Field(description=f"Keys of sources, at most {_MOST}.", max_length=_MOST),
]


class VerifiedSource(BaseModel):
    """What the services say of a source."""

    key: str = Field(description="Empty for an entry that the essay has typed by hand.")
    text: str = Field(description="That entry.")
    outcome: str = Field(description="`same`, `different`, `not-found` ...")
    says: str = Field(description="The outcome in words.")
    findings: list[Noticed]


class VerifiedSources(Answer):
    """What the services say of each source."""

    sources: list[VerifiedSource]
    not_asked: int = Field(description="How many sources are left; give their keys.")


def answer(folder: OpenFolder, keys: Keys = (), essay: Essay = "") -> VerifiedSources:
    """Ask Crossref, DataCite, Open Library, PubMed and arXiv whether sources exist as they
    are described, and whether they were retracted: those with these keys, or those that
    an essay cites and lists.  What is described is sent to these services.
    """
    works = [*_works(folder, keys, essay)]
    verifying = Verifying(
        Web(mailto=folder.project.settings.mailto or "", kept=KeptAnswers())
    )
    sources = [_source(folder, verifying.of(each)) for each in islice(works, _MOST)]
    return VerifiedSources(sources=sources, not_asked=len(works) - len(sources))


def _works(folder: OpenFolder, keys: Sequence[str], essay: str) -> Iterator[CitedWork]:
    if essay:
        opened = folder.essay(essay)
        yield from works_of_essay(opened.essay, opened.settings)
    if keys:
        library = folder.library().library
        for key in keys:
            library.require(key)
        yield from works_of_library(library, set(keys))


def _source(folder: OpenFolder, verified: Verified) -> VerifiedSource:
    problems = [finding.problem for finding in findings_of(verified)]
    return VerifiedSource(
        key=verified.cited.key,
        text=quoted(verified.cited.work.text),
        outcome=verified.verdict.outcome,
        says=in_words(verified),
        findings=noticed(folder.named(problems)),
    )
