"""Format an essay: to a file, or where it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types

from loccit.drafting.opened.open_essay import OpenEssay
from loccit.errors import InvalidChange
from loccit.formatting.format_essay import format_draft
from loccit.servers.lsp.export_file import export_to
from loccit.servers.lsp.server import Server
from loccit.servers.lsp.workspace_edit import workspace_edit

NAME = "loccit.format"

#: Papers to hand in, by the ending of their files.
_PAPERS: Mapping[str, str] = {
    f".{name}": name for name in ("docx", "pdf", "html", "odt")
}


@dataclass(frozen=True)
class FormatParams:
    """What to format.

    Attributes:
        textDocument: the essay.
        output: the file to make; its ending says what it becomes. Without one, the
            essay itself is formatted, and its keys are gone.
    """

    textDocument: types.TextDocumentIdentifier  # noqa: N815 - as clients write it
    output: str = ""


async def run(server: Server, params: FormatParams) -> str | None:
    """Return the address of the file that was made.

    Raises:
        LoccitError: it can't be done; the message says why.
    """
    if not params.output:
        await server.apply(await server.in_order(_edit, params))
        return None
    essay = await server.in_order(_essay, params)
    return await export_to(server, essay, _name(essay, params), params.output)


def _essay(server: Server, params: FormatParams) -> OpenEssay:
    return server.drafts.essay(server.path(params.textDocument.uri))


def _edit(server: Server, params: FormatParams) -> types.WorkspaceEdit:
    essay = _essay(server, params)
    if not essay.is_text:
        raise InvalidChange(
            f"{essay.path.name} is not a text.", advice="Format it to another file."
        )
    edits = format_draft(essay.draft).edits
    return workspace_edit(server, {essay.path: edits})


def _name(essay: OpenEssay, params: FormatParams) -> str:
    """Return the name of the export that a file is."""
    from loccit.drafting.essay.export import FORMATTED  # as in export_file.py

    ending = Path(params.output).suffix.lower()
    if ending == essay.path.suffix.lower():
        return FORMATTED
    if ending in _PAPERS:
        return _PAPERS[ending]
    raise InvalidChange(
        f"An essay is not formatted as `{ending}`.",
        advice=f"Name a file that ends in {', '.join(_PAPERS)} or {essay.path.suffix}.",
    )
