"""Work that several processes share: large essays first, the results in order."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from heapq import heappop, heappush
from pathlib import Path
from threading import Thread
from typing import Generic, TypeVar

from loccit.errors import LoccitError
from loccit.model import Place

R = TypeVar("R")

#: How many essays of each process are begun out of their order: so many results wait
#: in memory at most.
_WINDOW = 32
#: How many essays each process has, the one that it works on among them: it never waits.
_AT_ONCE = 2


class SharedWork(Generic[R]):
    """Essays, and the processes that work on them."""

    def __init__(
        self,
        work: Callable[[Path], R],
        paths: Sequence[Path],
        weights: Sequence[int],
        count: int,
    ) -> None:
        """Take the work.

        Args:
            work: a function that other processes can import; it raises nothing.
            paths: the essays.
            weights: how much work each of them is.
            count: the number of processes.
        """
        self._work = work
        self._paths = paths
        self._weights = weights
        self._count = count
        self._yielded = 0
        self._entered = 0
        self._waiting: list[tuple[int, int]] = []  # a heap: the heaviest first
        self._running: dict[Future[R], int] = {}
        self._done: dict[int, R | LoccitError] = {}

    @contextmanager
    def processes(self, method: str) -> Iterator[None]:
        """Start the processes, begin to work, and end them afterwards.

        Args:
            method: how to start them, as `multiprocessing` names it.
        """
        self._pool = _pool(self._count, method)
        try:
            # They are forked here, before a bar starts its thread.
            self._submit()
            yield
        finally:
            self._pool.shutdown(cancel_futures=True)

    def results(self) -> Iterator[R | LoccitError]:
        """Yield the results in the order of the essays."""
        while self._yielded < len(self._paths):
            while self._yielded not in self._done:
                self._proceed()
            yield self._done.pop(self._yielded)
            self._yielded += 1

    def _proceed(self) -> None:
        """Take the results of what is finished, and begin with more."""
        try:
            self._submit()
            finished, _ = wait(self._running, return_when=FIRST_COMPLETED)
            for future in finished:
                self._done[self._running[future]] = future.result()
                del self._running[future]
        except BrokenProcessPool:
            self._begin_again()

    def _submit(self) -> None:
        """Give the processes the heaviest essays of those that are next in order."""
        window = self._yielded + _WINDOW * self._count
        for number in range(self._entered, min(window, len(self._paths))):
            heappush(self._waiting, (-self._weights[number], number))
            self._entered = number + 1
        while self._waiting and len(self._running) < _AT_ONCE * self._count:
            number = self._waiting[0][1]
            future = self._pool.submit(self._work, self._paths[number])
            heappop(self._waiting)
            self._running[future] = number

    def _begin_again(self) -> None:
        """Do again what was begun: the system has ended a process, and nobody knows
        which essay it worked on.
        """
        self._pool.shutdown()
        for number in sorted(self._running.values()):
            self._done[number] = self._alone(number)
        self._running.clear()
        # A bar has its thread by now, so nothing is forked.
        self._pool = _pool(self._count, "spawn")

    def _alone(self, number: int) -> R | LoccitError:
        """Work on an essay in a process of its own."""
        path = self._paths[number]
        with _pool(1, "spawn") as pool:
            try:
                return pool.submit(self._work, path).result()
            except BrokenProcessPool:
                return LoccitError(
                    "The system ended the process that worked on this file, perhaps "
                    "because memory was short.",
                    place=Place(str(path)),
                )


def _pool(count: int, method: str) -> ProcessPoolExecutor:
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(count, context, _begin, gc.get_threshold())


def _begin(*garbage: int) -> None:
    """Leave Ctrl-C to the process that started this one, end with it, and collect
    garbage as rarely.
    """
    gc.set_threshold(*garbage)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)
