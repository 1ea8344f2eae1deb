"""Show that something takes long."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from itertools import count
from typing import Any

from lsprotocol import types
from pygls.capabilities import get_capability
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

#: Seconds after which a writer wonders what is going on.
_LONG = 0.5
_NUMBERS = count(1)


async def show_if_long(server: LanguageServer, title: str, work: Future[Any]) -> None:
    """Show that work is going on until it is done, if it takes long (LSP 3.17, "Work
    Done Progress").

    Args:
        server: has the client.
        title: what is done, in words for the writer.
        work: what is done, in another thread.
    """
    if not get_capability(server.client_capabilities, "window.work_done_progress"):
        return
    done = asyncio.wrap_future(work)
    await asyncio.wait([done], timeout=_LONG)
    if done.done():
        return
    token = f"loccit-{next(_NUMBERS)}"
    progress = server.work_done_progress
    try:
        await progress.create_async(token)
    except JsonRpcException:  # the client has no place for it
        return
    progress.begin(token, types.WorkDoneProgressBegin(title))
    await asyncio.wait([done])
    progress.end(token, types.WorkDoneProgressEnd())
