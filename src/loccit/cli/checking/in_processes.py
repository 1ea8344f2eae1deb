"""Do the same work for many files, in several processes at once."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from loccit.cli.terminal import progress
from loccit.errors import LoccitError

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

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

    Raises:
        LoccitError: the system ended a process.
    """
    count = min(_processors(), len(items) - 1)
    if count < 2 or len(items) < _FEW:
        return map(work, progress(items, label))
    return _shared(work, items, label, count)


def _shared(
    work: Callable[[T], R], items: Sequence[T], label: str, count: int
) -> Iterator[R]:
    # Most runs check one essay, and need no other process.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # What the first item loads, processes that are forked have as well.
    first = work(items[0])
    with ProcessPoolExecutor(count, initializer=_leave_interrupts) as pool:
        results = _results(pool, work, items[1:], count * _WAITING)
        try:
            # They are forked before the bar starts its thread.
            done = [first, next(results)]
            for _, result in zip(
                progress(items, label), chain(done, results), strict=True
            ):
                yield result
        except BrokenProcessPool as error:
            raise LoccitError(
                "The system ended a process, perhaps because memory was short.",
                advice="Name fewer files at once.",
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _results(
    pool: ProcessPoolExecutor, work: Callable[[T], R], items: Sequence[T], ahead: int
) -> Iterator[R]:
    """Yield results in order, while so many items are worked on or wait."""
    rest = iter(items)
    waiting = deque(pool.submit(work, item) for item in islice(rest, ahead))
    while waiting:
        yield waiting.popleft().result()
        waiting.extend(pool.submit(work, item) for item in islice(rest, 1))


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _leave_interrupts() -> None:
    """Leave Ctrl-C to the process that started this one."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
