"""Who talks to the client in which thread.

The main thread reads and writes messages.  The worker's thread does what looks at the
workspace, in the order in which it came.  Two more wait for the network, and get ready
what will be asked for.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from inspect import iscoroutinefunction
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar, get_type_hints

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from loccit._startup.dataclass import replace
from loccit._startup.version import __version__
from loccit.errors import InvalidChange, LoccitError
from loccit.servers.lsp.progress import show_if_long
from loccit.servers.lsp.protocol import Protocol
from loccit.servers.lsp.worker import Worker

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class Conversation(LanguageServer):
    """A conversation with one client.

    A handler is called with this and the parameters; it has no narrower type here.
    """

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__("loccit", __version__, protocol_cls=Protocol)
        self._worker = Worker("loccit-workspace")
        self._aside = Worker("loccit-network")
        self._ahead = Worker("loccit-ahead")
        self._talks: set[asyncio.Future[None]] = set()

    def begin(self) -> None:
        """Begin; the caller's is the main thread."""
        self._loop = asyncio.get_running_loop()

    def offer(self, module: ModuleType, handler: Callable[..., Any]) -> None:
        """Let a handler of a module answer or heed what the module is for."""

        async def handle(params: Any) -> Any:
            return await self._answered(handler, params)

        self.feature(module.METHOD, getattr(module, "OPTIONS", None))(handle)

    def offer_command(self, module: ModuleType) -> None:
        """Let the client have a command executed."""

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

    async def in_order(self, handler: Callable[..., _T], params: Any) -> _T:
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

    def do(self, call: Callable[[], object]) -> None:
        """Call something in the worker's thread, after what came before."""
        self._worker.do(call)

    def do_ahead(self, call: Callable[[], object]) -> None:
        """Call something in a thread of its own that will be needed soon."""
        self._ahead.do(call)

    def do_in_view(self, title: str, call: Callable[[], object]) -> None:
        """Call something in the worker's thread; the client shows the title if it takes
        long.
        """
        work = self._worker.submit(call)
        self._talk(lambda: show_if_long(self, title, work))

    def later(self, seconds: float, call: Callable[[], object]) -> None:
        """Call something in the worker's thread after a while."""
        self.tell(lambda: self._loop.call_later(seconds, self.do, call))

    def tell(self, notify: Callable[[], object]) -> None:
        """Send a notification from the worker's thread: the main one writes messages."""
        with suppress(RuntimeError):  # the client has left
            self._loop.call_soon_threadsafe(notify)

    def _talk(self, conversation: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Begin a talk in the main thread."""

        def begin() -> None:
            task = asyncio.ensure_future(conversation())
            self._talks.add(task)  # asyncio forgets what nobody keeps
            task.add_done_callback(self._talks.discard)

        self.tell(begin)

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

        self._talk(conversation)


def _request_failed(error: LoccitError) -> JsonRpcException:
    """Return an error in words for the writer (LSP 3.17, "LSPErrorCodes")."""
    words = f"{error.message} {error.advice}".strip()
    if error.place:
        place = replace(error.place, path=Path(error.place.path).name)
        words = f"{place}: {words}"
    return JsonRpcException(words, types.LSPErrorCodes.RequestFailed)
