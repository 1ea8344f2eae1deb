"""Leave without tearing the interpreter down: of 250 ms for a short essay, 40 went into
freeing objects one by one, which the system does at once.
"""

from __future__ import annotations

import atexit
import os
import sys

#: The lowest eight bits are all that a system keeps of an exit status.
_STATUS_BITS = 0xFF


def leave(status: object) -> None:
    """End the process at once, or return where Python must end it.

    Python must where `status` is a message, where something is to be done at the end,
    where a program watches this one, and where output can't be written: it reports that.

    Args:
        status: what the `SystemExit` carries.
    """
    if status is None:
        status = 0
    if isinstance(status, int) and not _has_work_left() and _flushed():
        os._exit(status & _STATUS_BITS)


def _has_work_left() -> bool:
    """Return whether functions are registered for the end, other threads run, or a
    debugger, a profiler or a measurer of coverage looks on.
    """
    threading = sys.modules.get("threading")
    if threading and threading.active_count() > 1:
        return True
    if atexit._ncallbacks():
        return True
    return bool(sys.gettrace() or sys.getprofile() or _is_monitored())


def _is_monitored() -> bool:
    """Return whether a tool watches in the way of Python 3.12 (PEP 669)."""
    monitoring = getattr(sys, "monitoring", None)
    return monitoring is not None and any(map(monitoring.get_tool, range(6)))


def _flushed() -> bool:
    """Return whether all that was printed is written."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return False
    return True
