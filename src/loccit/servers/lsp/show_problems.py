"""Show the problems of a file: send them, or tell a client to ask."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types

from loccit.drafting.problems.placed import PlacedProblem
from loccit.servers.lsp.diagnostic import diagnostic
from loccit.servers.lsp.refresh import pulls_diagnostics, refresh_diagnostics
from loccit.servers.lsp.server import Server


def show_problems(server: Server, path: Path, *, is_checked: bool) -> None:
    """Show what is known to be wrong with an open file.

    Args:
        is_checked: whether a whole check has ended.  What is known at once, a client
            that asks for problems asks for after each change.
    """
    if pulls_diagnostics(server):
        if is_checked:
            refresh_diagnostics(server)
    else:
        _publish(server, path, known_diagnostics(server, path))


def hide_problems(server: Server, path: Path) -> None:
    """Show no problems of a file any more."""
    if not pulls_diagnostics(server):
        _publish(server, path, [])


def take_over(server: Server, path: Path) -> None:
    """Take back what was shown of a file before it was opened: from now on a client may
    ask for its problems itself.
    """
    if path in server.shown_unopened:
        server.shown_unopened.remove(path)
        _publish(server, path, [])


def known_diagnostics(server: Server, path: Path) -> list[types.Diagnostic]:
    """Return what is known to be wrong with an open file."""
    if not server.settings.are_problems_shown:
        return []
    places = server.places(path)
    problems = server.diagnoses.problems(path)
    return [diagnostic(server, places, each) for each in problems]


def show(server: Server, path: Path, problems: Sequence[PlacedProblem]) -> None:
    """Show the problems of a file that is not open, which no client asks for."""
    server.shown_unopened.add(path)
    places = server.places(path)
    _publish(server, path, [diagnostic(server, places, each) for each in problems])


def _publish(
    server: Server, path: Path, diagnostics: Sequence[types.Diagnostic]
) -> None:
    """Send all problems of a file (LSP 3.17, "PublishDiagnostics Notification")."""
    version = server.drafts.version(path)
    uri = server.uri(path)
    params = types.PublishDiagnosticsParams(uri, diagnostics, version=version)
    server.tell(lambda: server.text_document_publish_diagnostics(params))
