"""Check all essays of a project, open or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lsprotocol import types

from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.problems.of_essay import all_findings
from loccit.drafting.problems.placed import PlacedProblem, placed_in_essay
from loccit.servers.lsp.server import Server
from loccit.servers.lsp.show_problems import show

NAME = "loccit.check"


@dataclass(frozen=True)
class CheckParams:
    """A file of the project."""

    textDocument: types.TextDocumentIdentifier  # noqa: N815 - as clients write it


@dataclass(frozen=True)
class Checked:
    """What was checked: so many essays, with so many problems."""

    essays: int
    problems: int


async def run(server: Server, params: CheckParams) -> Checked:
    """Show the problems of each essay.

    Raises:
        LoccitError: a file can't be read, or a settings file has a mistake.
    """
    essays = await server.in_order(_essays, params)
    counts = [await _checked(server, essay) for essay in essays]
    return Checked(len(essays), sum(counts))


def _essays(server: Server, params: CheckParams) -> Sequence[OpenEssay]:
    return [*server.drafts.essays(server.path(params.textDocument.uri))]


async def _checked(server: Server, essay: OpenEssay) -> int:
    """Check an essay and show its problems; return how many there are."""
    title = f"Checking {essay.path.name}"
    problems = await server.aside(title, lambda: _problems(essay))
    if not server.drafts.is_open(essay.path):
        # Those of an open one are shown already, and change as one types.
        await server.in_order(
            lambda server, path: show(server, path, problems), essay.path
        )
    return len(problems)


def _problems(essay: OpenEssay) -> Sequence[PlacedProblem]:
    findings = all_findings(essay, lambda: False)
    return [*placed_in_essay(essay, findings or ())]
