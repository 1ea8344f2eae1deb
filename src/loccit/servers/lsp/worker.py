"""A thread that does one thing after the other."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import TypeVar

from loccit.errors import LoccitError

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class Worker:
    """One thread, and what it has to do, in the order in which it came.

    The thread is a daemon: a client that leaves does not wait for a library to be read.
    `ThreadPoolExecutor` would, at the end of the process.
    """

    def __init__(self, name: str) -> None:
        self._calls: SimpleQueue[Callable[[], None]] = SimpleQueue()
        Thread(target=self._work, name=name, daemon=True).start()

    def submit(self, call: Callable[[], _T]) -> Future[_T]:
        """Return what a call will return; it can be cancelled until its turn comes."""
        future: Future[_T] = Future()
        self._calls.put(lambda: _do(call, future))
        return future

    def do(self, call: Callable[[], object]) -> None:
        """Call something whose errors nobody waits for."""
        self._calls.put(lambda: _do_logged(call))

    def _work(self) -> None:
        while True:
            self._calls.get()()


def _do(call: Callable[[], _T], future: Future[_T]) -> None:
    if future.set_running_or_notify_cancel():
        try:
            future.set_result(call())
        except BaseException as error:
            future.set_exception(error)


def _do_logged(call: Callable[[], object]) -> None:
    try:
        call()
    except LoccitError as error:
        _log.warning("%s", error)
    except Exception:
        _log.exception("An error of loccit")
