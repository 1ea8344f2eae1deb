"""Numbers in attributes."""

from __future__ import annotations

from loccit.essays.packages.element import Element

#: No list, level or row of blanks in an essay has more; a larger number is an attack.
_LARGEST = 9999


def number_in(element: Element, attribute: str, default: int = 1) -> int:
    """Return the number that an attribute says."""
    value = element.get(attribute)
    if not (value.isascii() and value.isdecimal()):
        return default
    digits = value.lstrip("0") or "0"
    return _LARGEST if len(digits) > len(str(_LARGEST)) else int(digits)
