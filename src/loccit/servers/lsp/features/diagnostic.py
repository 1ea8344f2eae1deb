"""Say what is wrong with a file, when the client asks."""

from __future__ import annotations

from lsprotocol import types

from loccit.servers.lsp.refresh import pulls_diagnostics
from loccit.servers.lsp.server import Server
from loccit.servers.lsp.show_problems import known_diagnostics

METHOD = types.TEXT_DOCUMENT_DIAGNOSTIC
OPTIONS = types.DiagnosticOptions(
    inter_file_dependencies=True, workspace_diagnostics=False, identifier="loccit"
)


def answer(
    server: Server, params: types.DocumentDiagnosticParams
) -> types.RelatedFullDocumentDiagnosticReport:
    """Return what is known (LSP 3.17, "Document Diagnostics"); a client that is sent
    the problems gets none here, so that it does not show them twice.
    """
    if not pulls_diagnostics(server):
        return types.RelatedFullDocumentDiagnosticReport([])
    path = server.path(params.text_document.uri)
    return types.RelatedFullDocumentDiagnosticReport(known_diagnostics(server, path))
