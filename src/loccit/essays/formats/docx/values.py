"""The values of attributes (ECMA-376, Part 1, sections 17.17.4 and 17.18)."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.essays.packages.element import Element

_OFF = frozenset(["0", "false", "off"])
#: Longer numbers mean nothing.
_NUMBER = regex(r"-?[0-9]{1,9}")


def is_on(element: Element | None) -> bool:
    """Return whether a property that is on or off is there, and on."""
    return element is not None and element.get("w:val") not in _OFF


def number(element: Element | None, name: str = "w:val", default: int = 0) -> int:
    """Return the number that an attribute is; the default if it is none."""
    value = element.get(name) if element else ""
    return int(value) if _NUMBER.fullmatch(value) else default
