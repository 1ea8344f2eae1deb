"""Be told which files change on the disk: by the client, or by the system."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import partial
from pathlib import Path
from threading import Thread

from lsprotocol import types
from pygls.capabilities import get_capability

from loccit.drafting.watching.watch import FileWatcher
from loccit.drafting.watching.watched_files import watched_extensions
from loccit.servers.lsp.notifications.files_changed import look_again
from loccit.servers.lsp.server import Server
from loccit.workspace.settings_file import SETTINGS_FILES

_CAPABILITY = "workspace.did_change_watched_files.dynamic_registration"


def watch(server: Server) -> None:
    """Ask the client to watch; watch the folders oneself if it can't."""
    if get_capability(server.client_capabilities, _CAPABILITY):
        _ask_client(server)
    else:
        folders = [*server.drafts.folders]
        Thread(
            target=lambda: _watch(server, folders), name="loccit-files", daemon=True
        ).start()


def _watch(server: Server, folders: Sequence[Path]) -> None:
    watcher = FileWatcher(folders)
    server.do(lambda: _use(server, watcher))
    for paths in watcher.changes():
        server.do(partial(_take, server, paths))


def _take(server: Server, paths: Set[Path]) -> None:
    """Look again, unless only files have changed that the client has open and saves."""
    if not all(map(server.drafts.is_open, paths)):
        look_again(server)


def _use(server: Server, watcher: FileWatcher) -> None:
    """Let the server add folders that are opened later, or were meanwhile."""
    server.watcher = watcher
    watcher.add(server.drafts.folders)
    look_again(server)  # at what changed before


def _ask_client(server: Server) -> None:
    """Ask for changes (LSP 3.17, "DidChangeWatchedFiles Notification")."""
    watchers = [types.FileSystemWatcher(pattern) for pattern in _patterns()]
    options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
    method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
    params = types.RegistrationParams([types.Registration(method, method, options)])
    server.ask(
        lambda: server.client_register_capability_async(params),
        lambda _: look_again(server),  # at what changed before
    )


def _patterns() -> Iterator[str]:
    """Yield patterns for the files that matter."""
    extensions = sorted(each[1:] for each in watched_extensions())
    yield f"**/*.{{{','.join(extensions)}}}"
    yield f"**/{{{','.join(SETTINGS_FILES)}}}"
