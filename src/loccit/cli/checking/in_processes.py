"""Do the same work for many files, in several processes at once."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from loccit.cli.terminal import progress

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

T = TypeVar("T")
R = TypeVar("R")

#: Fewer files are done before other processes have started.
_FEW = 4
#: How many files wait for each process, so that not all results are in memory at once.
_WAITING = 3


def in_processes(work: Callable[[T], R], items: Sequence[T], label: str) -> Iterator[R]:
    """Yield the result of each item, in their order; a bar counts them.

    Args:
        work: a function that other processes can import; it raises nothing.
        items: what it takes, and what can be sent to other processes.
        label: what the bar says.
    """
    count = min(_processors(), len(items) - 1)
    if count < 2 or len(items) < _FEW:
        yield from map(work, progress(items, label))
        return
    # What the first item loads, processes that are forked have as well.
    first = work(items[0])
    with _pool(count) as pool:
        rest = iter(items[1:])
        # Processes are forked before the bar starts its thread.
        waiting: deque[Future[R]] = deque(
            pool.submit(work, item) for item in islice(rest, count * _WAITING)
        )
        try:
            for number, _ in enumerate(progress(items, label)):
                yield waiting.popleft().result() if number else first
                waiting += [
                    pool.submit(work, item) for item in islice(rest, bool(number))
                ]
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _pool(count: int) -> ProcessPoolExecutor:
    # Most runs check one essay, and need no other process.
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(count, initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the process that started this one."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
