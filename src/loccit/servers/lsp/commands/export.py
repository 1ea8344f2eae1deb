"""Export the list or the sources of an essay."""

from __future__ import annotations

from dataclasses import dataclass

from lsprotocol import types

from loccit.drafting.opened.open_essay import OpenEssay
from loccit.servers.lsp.export_file import export_to
from loccit.servers.lsp.server import Server

NAME = "loccit.export"


@dataclass(frozen=True)
class ExportParams:
    """What to export.

    Attributes:
        textDocument: the essay.
        to: what it becomes: `list-docx`, `ris`, `bibtex` ...
        output: the file to make.
    """

    textDocument: types.TextDocumentIdentifier  # noqa: N815 - as clients write it
    to: str
    output: str


async def run(server: Server, params: ExportParams) -> str:
    """Return the address of the file that was made.

    Raises:
        LoccitError: there is no such export, or the file can't be written.
    """
    essay = await server.in_order(_essay, params)
    return await export_to(server, essay, params.to, params.output)


def _essay(server: Server, params: ExportParams) -> OpenEssay:
    return server.drafts.essay(server.path(params.textDocument.uri))
