"""Work in a thread, which the end of the desk does not wait for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


async def in_thread(work: Callable[[], T]) -> T:
    """Do some work in a thread of its own, so that other requests don't wait.

    The threads of Starlette's pool are waited for when the program ends: a check of a
    thesis would go on after Ctrl-C.  Files are written atomically, so that an end in
    the middle leaves them whole.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def finish(value: T | None, error: BaseException | None) -> None:
        if done.cancelled():
            return
        if error is not None:
            done.set_exception(error)
        else:
            done.set_result(value)  # type: ignore[arg-type]  # None may be the value

    def run() -> None:
        value, error = None, None
        try:
            value = work()
        except BaseException as raised:  # whoever waits gets it
            error = raised
        with suppress(RuntimeError):  # the desk has ended
            loop.call_soon_threadsafe(finish, value, error)

    Thread(target=run, name="request", daemon=True).start()
    return await done
