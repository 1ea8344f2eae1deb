"""Tabs that listen, that sleep, and that go away."""

from __future__ import annotations

import asyncio
import time
from contextlib import ExitStack
from pathlib import Path
from threading import Event, Thread

from loccit.servers.desk.events import Events
from loccit.servers.desk.serve import DeskServer
from tests.servers.desk.running_desk import (
    PATIENCE,
    asking,
    listening,
    make_folder,
    next_event,
)


def test_a_sleeping_tab_is_dropped() -> None:
    async def sleep() -> list[bytes]:
        events = Events()
        tab = events.listen()
        found = [await anext(tab)]
        for number in range(1_000):
            events.send("edited", {"number": number})
        await asyncio.sleep(0)
        assert events.listening == 0
        found += [line async for line in tab]
        return found

    assert asyncio.run(sleep()) == [b": listening\n\n"]


def test_every_tab_hears_the_same_and_is_forgotten(tmp_path: Path) -> None:
    make_folder(tmp_path / "Essays")
    server, is_ready = DeskServer(tmp_path / "Essays", 0, None), Event()
    thread = Thread(target=server.run, args=[is_ready.set])
    thread.start()
    try:
        assert is_ready.wait(PATIENCE)
        with asking(server.address) as desk:
            with ExitStack() as tabs:
                heard = [tabs.enter_context(listening(desk)) for _ in range(20)]
                desk.get("essay", path="essay.md")
                desk.edit("essay.md", 1, (0, 0, "x"))
                for events in heard:
                    assert next_event(events, "edited")["version"] == 2
            deadline = time.monotonic() + PATIENCE
            while server.listening and time.monotonic() < deadline:
                time.sleep(0.05)
            assert server.listening == 0
    finally:
        server.end()
        thread.join(PATIENCE)
