"""How citations begin, by the formats of essays; one syntax a module.

A module has

- `FORMATS`, the names of the formats that have its syntax;
- `KEYS`, the ways to begin a key, and `LOCATORS`, the ways to begin a locator.

What begins one is a pattern for the text before the cursor; its group `typed` is what
is typed of the key or the word already.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from types import ModuleType

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.plugins import modules_in


class KeyStart(NamedTuple):
    """A way to begin a key.

    Attributes:
        before: what is before the cursor.
        rest: what belongs to the key after the cursor.
        written: how a key is typed there; None if it can't be.
        closing: what closes it, if nothing does yet.
    """

    before: re.Pattern[str]
    rest: re.Pattern[str]
    written: Callable[[str], str | None] = str
    closing: str = ""


def key_starts(format_: str) -> Iterator[KeyStart]:
    """Yield the ways to begin a key in a format."""
    for module in _syntaxes(format_):
        yield from module.KEYS


def locator_starts(format_: str) -> Iterator[re.Pattern[str]]:
    """Yield the ways to begin a locator in a format."""
    for module in _syntaxes(format_):
        starts: Sequence[re.Pattern[str]] = module.LOCATORS
        yield from starts


def _syntaxes(format_: str) -> Iterator[ModuleType]:
    for module in modules_in(__name__):
        if format_ in module.FORMATS:
            yield module
