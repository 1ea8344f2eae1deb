"""What happens while a page looks on, pushed to it (HTML Standard, "Server-sent events").

The page reads the stream by `fetch`, since `EventSource` can't send a token.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from typing import TypeAlias

#: An event as it is sent; None ends the stream.
_Line: TypeAlias = "bytes | None"

#: A tab that has not taken so many events is asleep: it is dropped, and gets everything
#: again when it comes back.
_MOST_WAITING = 200
#: Seconds after which a tab hears that the desk is still there.
_ALIVE_EVERY = 15.0


class Events:
    """The tabs that listen, each with what it has not taken yet."""

    def __init__(self) -> None:
        self._tabs: set[asyncio.Queue[_Line]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def listening(self) -> int:
        """How many tabs listen."""
        return len(self._tabs)

    async def listen(self) -> AsyncIterator[bytes]:
        """Yield what happens from now on, until the tab goes away."""
        self._loop = asyncio.get_running_loop()
        tab: asyncio.Queue[_Line] = asyncio.Queue(_MOST_WAITING)
        self._tabs.add(tab)
        try:
            yield b": listening\n\n"
            while (line := await _next(tab)) is not None:
                yield line
        finally:
            self._tabs.discard(tab)

    def send(self, name: str, data: Mapping[str, object]) -> None:
        """Send an event to all tabs; from any thread."""
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        line = f"event: {name}\ndata: {text}\n\n".encode("utf-8", "replace")
        self._soon(line)

    def end(self) -> None:
        """End all streams, since the desk closes; from any thread."""
        self._soon(None)

    def _soon(self, line: _Line) -> None:
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._give, line)

    def _give(self, line: _Line) -> None:
        for tab in list(self._tabs):
            try:
                tab.put_nowait(line)
            except asyncio.QueueFull:
                self._drop(tab)

    def _drop(self, tab: asyncio.Queue[_Line]) -> None:
        """Forget what a sleeping tab has not taken, and end its stream."""
        self._tabs.discard(tab)
        while not tab.empty():
            tab.get_nowait()
        tab.put_nowait(None)


async def _next(tab: asyncio.Queue[_Line]) -> _Line:
    """Wait for the next event of a tab, or for the time to say that we are there."""
    try:
        return await asyncio.wait_for(tab.get(), _ALIVE_EVERY)
    except asyncio.TimeoutError:
        return b": alive\n\n"
