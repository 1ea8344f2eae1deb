"""No garbage collection while an editor waits for an answer."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Let Python collect garbage later, if it would collect any.

    To look through all objects of a thesis takes 150 ms, when an answer takes 2.  No
    object of a session is part of a circle, so that all are freed without it.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def take_for_old() -> None:
    """Move all objects to where Python seldom looks for garbage, without looking.

    After a thesis is opened, it would look through all of its objects at once, and soon
    twice again.  If a program has frozen its objects, it knows better.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
