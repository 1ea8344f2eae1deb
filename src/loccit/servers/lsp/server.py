"""The server: one client, one open workspace, and the features that its folder has."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from inspect import iscoroutinefunction
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar, get_type_hints

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from loccit._startup.dataclass import replace
from loccit._startup.plugins import modules_in
from loccit._startup.version import __version__
from loccit.drafting.cited_places import cited_places
from loccit.drafting.file_span import FileSpan
from loccit.drafting.open_library import OpenLibrary
from loccit.drafting.workspace import Workspace
from loccit.errors import InvalidChange, LoccitError
from loccit.servers.lsp import commands, features, notifications
from loccit.servers.lsp.client_settings import ClientSettings, settings_of
from loccit.servers.lsp.diagnoses import Diagnoses
from loccit.servers.lsp.places import Places, path_of, uri_of
from loccit.servers.lsp.progress import show_if_long
from loccit.servers.lsp.protocol import Protocol
from loccit.servers.lsp.worker import Worker
from loccit.text_files.positions import Unit

if TYPE_CHECKING:
    from loccit.drafting.bib.used_values import UsedValues
    from loccit.drafting.watching import FileWatcher

_log = logging.getLogger(__name__)
_T = TypeVar("_T")
_P = TypeVar("_P")


class Server(LanguageServer):
    """A server for one client.

    Attributes:
        drafts: the open workspace.  The worker's thread alone changes it.
        diagnoses: the problems of the open files.
        settings: the client's.
        watcher: looks at the folders; None while, or if, the client does.
    """

    watcher: FileWatcher | None = None
    protocol: Protocol

    def __init__(self) -> None:
        super().__init__("loccit", __version__, protocol_cls=Protocol)
        self.drafts = Workspace()
        self.diagnoses = Diagnoses(self.drafts, self.later)
        self.settings = ClientSettings()
        self._worker = Worker("loccit-workspace")
        self._aside = Worker("loccit-network")
        self.shown_unopened: set[Path] = set()
        self._uris: dict[Path, str] = {}
        self._used_values: dict[Path, UsedValues] = {}
        self._cited: dict[Path, Mapping[str, Sequence[FileSpan]]] = {}
        # pygls sets attributes of what it is given, which a method can't have.
        self.feature(types.INITIALIZE)(lambda params: self._initialize(params))
        for module in modules_in(features.__name__):
            self._offer(module, module.answer)
        for module in modules_in(notifications.__name__):
            self._offer(module, module.heed)
        for module in modules_in(commands.__name__):
            self._offer_command(module)

    def _offer(self, module: ModuleType, handler: Callable[..., Any]) -> None:
        async def handle(params: Any) -> Any:
            return await self._answered(handler, params)

        self.feature(module.METHOD, getattr(module, "OPTIONS", None))(handle)

    def _offer_command(self, module: ModuleType) -> None:
        async def execute(params: Any) -> Any:
            return await self._answered(module.run, params)

        # pygls makes an instance of this type of what the client sends.
        execute.__annotations__["params"] = get_type_hints(module.run)["params"]
        self.command(module.NAME)(execute)

    async def _answered(self, handler: Callable[..., Any], params: Any) -> Any:
        """Call `handler(server, params)`; one that waits for something else looks at the
        workspace by `in_order`.

        Raises:
            JsonRpcException: the handler raised a `LoccitError`.
        """
        try:
            if iscoroutinefunction(handler):
                return await handler(self, params)
            return await self.in_order(handler, params)
        except LoccitError as error:
            raise _request_failed(error) from error
        except Exception:
            _log.exception("An error of loccit")
            raise

    async def in_order(self, handler: Callable[[Server, _P], _T], params: _P) -> _T:
        """Call `handler(server, params)` in the worker's thread, after what came
        before.
        """
        return await asyncio.wrap_future(
            self._worker.submit(lambda: handler(self, params))
        )

    async def aside(self, title: str, call: Callable[[], _T]) -> _T:
        """Call what takes long and opens nothing, as the network, in another thread; the
        client shows the title if it does.
        """
        work = self._aside.submit(call)
        shown = asyncio.ensure_future(show_if_long(self, title, work))
        try:
            return await asyncio.wrap_future(work)
        finally:
            await shown

    async def apply(self, edit: types.WorkspaceEdit) -> None:
        """Have the client make edits (LSP 3.17, "Applies a WorkspaceEdit").

        Raises:
            InvalidChange: it does not.
        """
        params = types.ApplyWorkspaceEditParams(edit)
        result = await self.workspace_apply_edit_async(params)
        if not result.applied:
            why = result.failure_reason or "The editor did not make the change."
            raise InvalidChange(why)

    def _initialize(self, params: types.InitializeParams) -> None:
        """Open the client's folders (LSP 3.17, "Initialize Request")."""
        self._loop = asyncio.get_running_loop()
        self.drafts.folders = _folders(params)
        self.follow(settings_of(params.initialization_options))

    def follow(self, settings: ClientSettings) -> None:
        """Follow the settings of the client."""
        self.settings = settings
        self.drafts.settings = settings.of_essays
        self.diagnoses.debounce = settings.debounce

    def do(self, call: Callable[[], object]) -> None:
        """Call something in the worker's thread, after what came before."""
        self._worker.do(call)

    def do_in_view(self, title: str, call: Callable[[], object]) -> None:
        """Call something in the worker's thread; the client shows the title if it takes
        long.
        """
        work = self._worker.submit(call)
        asyncio.run_coroutine_threadsafe(show_if_long(self, title, work), self._loop)

    def later(self, seconds: float, call: Callable[[], object]) -> None:
        """Call something in the worker's thread after a while."""
        loop = self._loop
        loop.call_soon_threadsafe(loop.call_later, seconds, self.do, call)

    def tell(self, notify: Callable[[], None]) -> None:
        """Send a notification from the worker's thread: the main one writes messages."""
        self._loop.call_soon_threadsafe(notify)

    def ask(
        self,
        request: Callable[[], Awaitable[_T]],
        use: Callable[[_T], object] = lambda _: None,
    ) -> None:
        """Ask the client something from the worker's thread.

        Args:
            request: sends the request.
            use: is called with the answer, in the worker's thread; not if the client
                refuses.
        """

        async def conversation() -> None:
            try:
                answer = await request()
            except JsonRpcException as error:
                _log.warning("The client refuses: %s", error.message)
            else:
                self.do(lambda: use(answer))

        asyncio.run_coroutine_threadsafe(conversation(), self._loop)

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
        """Return the path of a file that a request is about.

        Raises:
            LoccitError: the address is not that of a file.
        """
        path = path_of(uri)
        if path is None:
            raise LoccitError(f"{uri} is not a file.", advice="Save it as one first.")
        return path

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
        return self._uris.get(path) or uri_of(path)

    def opened(self, path: Path, uri: str) -> None:
        """Remember how the client writes the address of a file."""
        self._uris[path] = uri

    def closed(self, path: Path) -> None:
        """Forget it."""
        self._uris.pop(path, None)
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


def _request_failed(error: LoccitError) -> JsonRpcException:
    """Return an error in words for the writer (LSP 3.17, "LSPErrorCodes")."""
    words = f"{error.message} {error.advice}".strip()
    if error.place:
        place = replace(error.place, path=Path(error.place.path).name)
        words = f"{place}: {words}"
    return JsonRpcException(words, types.LSPErrorCodes.RequestFailed)
