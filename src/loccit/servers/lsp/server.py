"""The server: one client, one open workspace, and the features that its folder has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from loccit._startup.plugins import modules_in
from loccit.drafting.file_span import FileSpan
from loccit.drafting.keys.cited_places import cited_places
from loccit.drafting.opened.open_library import OpenLibrary
from loccit.drafting.opened.workspace import Workspace
from loccit.errors import LoccitError
from loccit.servers.lsp import commands, features, notifications
from loccit.servers.lsp.addresses import Addresses, path_of
from loccit.servers.lsp.client_settings import ClientSettings, settings_of
from loccit.servers.lsp.conversation import Conversation
from loccit.servers.lsp.diagnoses import Diagnoses
from loccit.servers.lsp.places import Places
from loccit.text_files.positions import Unit

if TYPE_CHECKING:
    from loccit.drafting.bib.used_values import UsedValues
    from loccit.drafting.watching.watch import FileWatcher


class Server(Conversation):
    """A server for one client.

    Attributes:
        drafts: the open workspace.  The worker's thread alone changes it.
        diagnoses: the problems of the open files.
        settings: the client's.
        addresses: of the open files.
        shown_unopened: files that are not open, and have problems shown.
        watcher: looks at the folders; None while, or if, the client does.
    """

    watcher: FileWatcher | None = None

    def __init__(self) -> None:
        super().__init__()
        self.drafts = Workspace()
        self.diagnoses = Diagnoses(self.drafts, self.later)
        self.settings = ClientSettings()
        self.shown_unopened: set[Path] = set()
        self.addresses = Addresses()
        self._used_values: dict[Path, UsedValues] = {}
        self._cited: dict[Path, Mapping[str, Sequence[FileSpan]]] = {}
        # pygls sets attributes of what it is given, which a method can't have.
        self.feature(types.INITIALIZE)(lambda params: self._initialize(params))
        for module in modules_in(features.__name__):
            self.offer(module, module.answer)
        for module in modules_in(notifications.__name__):
            self.offer(module, module.heed)
        for module in modules_in(commands.__name__):
            self.offer_command(module)

    def _initialize(self, params: types.InitializeParams) -> None:
        """Open the client's folders (LSP 3.17, "Initialize Request")."""
        self.begin()
        self.drafts.folders = _folders(params)
        self.follow(params.initialization_options)

    def follow(self, section: Any) -> bool:
        """Follow the settings of the client.

        Args:
            section: ours of them, as the client sends it.

        Returns:
            whether they are others than before.
        """
        folder = next(iter(self.drafts.folders), None)
        settings = settings_of(section, folder)
        if settings == self.settings:
            return False
        self.settings = settings
        self.drafts.settings = settings.of_essays
        self.diagnoses.debounce = settings.debounce
        return True

    @property
    def unit(self) -> Unit:
        """What positions count, as client and server agreed."""
        encoding = self.protocol.workspace.position_encoding
        return types.PositionEncodingKind(encoding).value

    def libraries(self) -> Iterator[OpenLibrary]:
        """Yield the library of each folder, once; a folder whose settings have a
        mistake has none, and says so in its essays.
        """
        seen = set()
        for folder in self.drafts.folders:
            with suppress(LoccitError):
                library = self.drafts.library(folder)
                if library.paths not in seen:
                    yield library
                seen.add(library.paths)

    def places(self, path: Path) -> Places:
        """Return the positions of a file's text.

        Raises:
            UnreadableFile: the file is not open, and can't be read.
        """
        return Places(self.drafts.text(path), self.unit)

    def path(self, uri: str) -> Path:
        """Return the path of a document that a request is about.

        Raises:
            LoccitError: the address is not that of a file, or of one to be.
        """
        return self.addresses.path(uri)

    def location(self, where: FileSpan) -> types.Location:
        """Return a place in a file as clients write it.

        Raises:
            UnreadableFile: the file is gone.
        """
        places = self.places(where.path)
        return types.Location(self.uri(where.path), places.range(where.span))

    def used_values(self, path: Path) -> UsedValues:
        """Return what the fields of a `.bib` file have, which is kept while it is open."""
        from loccit.drafting.bib.used_values import UsedValues  # it knows BibTeX

        return self._used_values.setdefault(path, UsedValues())

    def cited(self, path: Path) -> Mapping[str, Sequence[FileSpan]]:
        """Return where the keys of a file's library are cited, as last looked for.

        Raises:
            InvalidSettings: a settings file has a mistake.
        """
        if path not in self._cited:
            self._cited[path] = cited_places(self.drafts, path)
        return self._cited[path]

    def forget_cited(self, path: Path) -> None:
        """Look again for where the keys of a file's library are cited."""
        self._cited.pop(path, None)

    def uri(self, path: Path) -> str:
        """Return the address of a file, as the client writes it if it has it open."""
        return self.addresses.uri(path)

    def forget(self, path: Path) -> None:
        """Forget what is kept of a file while it is open."""
        self.addresses.closed(path)
        self._used_values.pop(path, None)
        self.forget_cited(path)


def _folders(params: types.InitializeParams) -> list[Path]:
    """Return the folders that a client has open; older ones have one, or none."""
    folders = params.workspace_folders
    if folders is None:
        uris = [params.root_uri] if params.root_uri else []
    else:
        uris = [folder.uri for folder in folders]
    return [path for uri in uris if (path := path_of(uri))]
