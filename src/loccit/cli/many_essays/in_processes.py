"""Do the same work for many essays, in several processes at once.

Processes are forked on Linux, with all that the first essay has loaded.  Elsewhere they
are spawned, as forking is not safe there, and each imports what it needs for 300 ms.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import TypeVar

from loccit.cli.essays_in import STANDARD_INPUT
from loccit.cli.terminal import progress
from loccit.errors import LoccitError

R = TypeVar("R")

#: How processes start, as `multiprocessing` names it.
_METHOD = "fork" if sys.platform == "linux" else "spawn"
#: What an essay weighs besides its bytes: some work is the same for each.
_EACH = 4_000
#: Essays that weigh less are done by one process: to start two takes 150 ms of work,
#: as much as they save for 30 short essays.
_LEAST = {"fork": 200_000, "spawn": 1_000_000}


def in_processes(
    work: Callable[[Path], R], paths: Sequence[Path], label: str
) -> Iterator[R | LoccitError]:
    """Yield the result of each essay, in their order; a bar counts them.

    Where the system ends the process that works on an essay, perhaps because memory is
    short, that essay's result is an error.

    Args:
        work: a function that other processes can import; it raises nothing.
        paths: the essays; no other process has standard input.
        label: what the bar says.
    """
    weights = [_EACH + _size(path) for path in paths]
    count = min(processors(), len(paths) - 1)
    if count < 2 or STANDARD_INPUT in paths or sum(weights[1:]) < _LEAST[_METHOD]:
        yield from map(work, progress(paths, label))
        return
    # Most runs are about few essays, and need no other process.
    from loccit.cli.many_essays.shared_work import SharedWork

    # What the first essay loads, processes that are forked have as well.
    first = work(paths[0])
    shared = SharedWork(work, paths[1:], weights[1:], count)
    with shared.processes(_METHOD):
        results = chain([first], shared.results())
        for _, result in zip(progress(paths, label), results, strict=True):
            yield result


def _size(path: Path) -> int:
    """Return the bytes of a file; 0 if they can't be known, as working on it will say."""
    with suppress(OSError, ValueError):  # ValueError: a name with a NUL in it
        return path.stat().st_size
    return 0


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
