"""What becomes of citations and entries that were typed by hand."""

from __future__ import annotations

from pydantic import BaseModel, Field

from loccit.drafting.essay.adopt import AdoptionPlan, plan_adoption
from loccit.editing.adopt.plan import CitationPlan, EntryPlan
from loccit.servers.mcp.answers import Answer, quoted
from loccit.servers.mcp.open_folder import OpenFolder
from loccit.workspace.library_files import FIRST_FILE
from loccit.workspace.settings import Settings

_MOST = 200


class Adopted(BaseModel):
    """What becomes of a citation, or of an entry of the list."""

    typed: str
    becomes: str = Field(
        description="The citation by key, or the key of the source; empty if it stays."
    )
    is_new: bool = Field(description="Whether the library lacked its source.")
    why: list[str]
    line: int


class Adoption(Answer):
    """What becomes of everything that is typed by hand."""

    citations: list[Adopted]
    entries: list[Adopted]
    left: int = Field(
        description="How many stay as they are, because their source is doubtful; the "
        "user decides about them: `loccit adopt`."
    )


def planned(folder: OpenFolder, essay: str) -> AdoptionPlan:
    """Plan what becomes of an essay.

    Raises:
        LoccitError: it can't be read, or changed.
    """
    opened = folder.essay(essay)
    into = None if folder.project.library_files else folder.path / FIRST_FILE
    return plan_adoption(opened.path, Settings(), into)


def adoption(plan: AdoptionPlan) -> Adoption:
    """Return a plan as assistants have it."""
    citations, entries = plan.plan.citations, plan.plan.entries
    outcomes = plan.plan.outcomes
    return Adoption(
        citations=[*map(_citation, citations[:_MOST])],
        entries=[*map(_entry, entries[:_MOST])],
        left=len(outcomes) - outcomes.count("adopted"),
    )


def _citation(plan: CitationPlan) -> Adopted:
    return Adopted(
        typed=plan.citation.text,
        becomes=plan.new,
        is_new=False,
        why=[*plan.why],
        line=plan.place.line,
    )


def _entry(plan: EntryPlan) -> Adopted:
    is_adopted = plan.outcome == "adopted"
    return Adopted(
        typed=quoted(plan.entry.text),
        becomes=plan.key if is_adopted else "",
        is_new=is_adopted and plan.new is not None,
        why=[*plan.why],
        line=plan.place.line,
    )
