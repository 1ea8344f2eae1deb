"""Edits of files, as clients make them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from lsprotocol import types
from pygls.capabilities import get_capability

from loccit.drafting.file_edits import FileEdits
from loccit.errors import InvalidChange
from loccit.model import Edit
from loccit.servers.lsp.places import Places
from loccit.servers.lsp.server import Server

#: An edit of one file, or a file that is made for one.
_Change: TypeAlias = "types.CreateFile | types.TextDocumentEdit"

_CHANGES = "workspace.workspace_edit.document_changes"
_OPERATIONS = "workspace.workspace_edit.resource_operations"


def workspace_edit(server: Server, edits: FileEdits) -> types.WorkspaceEdit:
    """Return edits of files (LSP 3.17, "WorkspaceEdit").

    A client that can is told which version of an open file they are of, and makes none
    if the writer has typed more by then.

    Raises:
        InvalidChange: a file is not there yet, and the client can't make it.
    """
    new = [path for path in edits if _is_new(server, path)]
    _require_makeable(server, new)
    changes = {path: _text_edits(server, path, each) for path, each in edits.items()}
    if not get_capability(server.client_capabilities, _CHANGES, False):
        by_uri = {server.uri(path): each for path, each in changes.items()}
        return types.WorkspaceEdit(changes=by_uri)
    made: list[_Change] = [types.CreateFile(server.uri(path)) for path in new]
    documents = [_document(server, path, each) for path, each in changes.items()]
    return types.WorkspaceEdit(document_changes=[*made, *documents])


def _text_edits(
    server: Server, path: Path, edits: Sequence[Edit]
) -> list[types.TextEdit]:
    """Return edits of the text of a file, which is empty if there is none yet."""
    is_new = _is_new(server, path)
    places = Places("", server.unit) if is_new else server.places(path)
    return places.text_edits(edits)


def _is_new(server: Server, path: Path) -> bool:
    return not server.drafts.is_open(path) and not path.exists()


def _require_makeable(server: Server, new: Sequence[Path]) -> None:
    operations = get_capability(server.client_capabilities, _OPERATIONS, ()) or ()
    if new and types.ResourceOperationKind.Create not in operations:
        raise InvalidChange(
            f"There is no {new[0].name} yet, and this editor lets nobody else make it.",
            advice=f"Make an empty file {new[0]}.",
        )


def _document(
    server: Server, path: Path, edits: Sequence[types.TextEdit]
) -> types.TextDocumentEdit:
    version = server.drafts.version(path)
    document = types.OptionalVersionedTextDocumentIdentifier(server.uri(path), version)
    return types.TextDocumentEdit(document, [*edits])
