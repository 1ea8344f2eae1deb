"""Markers of list items and definitions."""

from __future__ import annotations

import re

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex

_RULE = regex(r"[ \t]*([*_-])(?:[ \t]*\1){2,}[ \t]*(?:\n|\Z)")
_BULLET = regex(r" {0,3}[*+-](?: |(?=\n)|\Z)")
#: Examples keep to pandoc's older rule of four spaces.
_EXAMPLE_INDENT = 4
#: Four spaces or more after a marker belong to the text, which is code.
_EXTRA = regex(r" {1,3}(?! )")
#: `p. 3` at the beginning of a line is a page, not an item.
_PAGE = regex(r" {0,3}p\. \d")
_NUMBER = regex(
    r" {0,3}(?:(?P<two>\()|)(?:(?P<decimal>\d+)|@(?P<example>[^\W_]*(?:[_-][^\W_]+)*)|(?P<default>\#)"
    r"|(?P<roman>[ivxlcdm]+|[IVXLCDM]+)|(?P<alpha>[a-zA-Z]))(?:(?(two)\)|[.)]))(?: |(?=\n)|\Z)"
)
_DEFINITION = regex(r" {0,3}[:~](?: |(?=\n)|\Z)")
_ROMAN = regex(
    r"m*(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A list item's marker.

    Attributes:
        end: where the item's text begins.
        indent: the indent of the lines that continue the item.
        kind: the kind of list; items of another kind begin another list.
        label: the label of an example.
    """

    end: int
    indent: int
    kind: str
    label: str = ""


def item_at(text: str, position: int) -> Marker | None:
    """Read the marker at `position`, of any kind of list."""
    return bullet_at(text, position) or number_at(text, position)


def bullet_at(text: str, position: int) -> Marker | None:
    """Read `-`, `*` or `+` at `position`; a line of them is a rule."""
    found = _BULLET.match(text, position)
    if not found or _RULE.match(text, position):
        return None
    return _marker(text, position, found.end(), "bullet")


def definition_at(text: str, position: int) -> Marker | None:
    """Read `:` or `~` at `position`, which follow a term."""
    found = _DEFINITION.match(text, position)
    return _marker(text, position, found.end(), "definition") if found else None


def number_at(text: str, position: int, kind: str = "") -> Marker | None:
    """Read `1.`, `a)`, `(iv)`, `#.` or `(@label)` at `position`; only of one `kind`,
    where one is given.
    """
    found = _NUMBER.match(text, position)
    if not found or _PAGE.match(text, position):
        return None
    style = _style(found, kind)
    delimiter = "()" if found["two"] else found[0].rstrip()[-1]
    this = f"{style} {delimiter}"
    if not style or (kind and this != kind):
        return None
    if delimiter == "." and _may_be_initial(found, style):
        after = text[found.end() : found.end() + 1]
        if after not in ("", " ", "\n"):
            return None
    return _marker(text, position, found.end(), this, found["example"])


def _marker(
    text: str, start: int, end: int, kind: str, example: str | None = None
) -> Marker:
    """Build the marker, with the spaces after it."""
    extra = _EXTRA.match(text, end)
    end = extra.end() if extra else end
    if example is not None:
        return Marker(end, _EXAMPLE_INDENT, kind, example)
    return Marker(end, end - start, kind)


def _style(found: re.Match[str], kind: str) -> str:
    """Return how a marker counts, "" for letters that are no number."""
    if found["decimal"]:
        return "decimal"
    if found["example"] is not None:
        return "example"
    if found["default"]:
        return "default"
    return _letters_style(found["roman"] or found["alpha"], kind)


def _letters_style(letters: str, kind: str) -> str:
    """Return how letters count.  A single letter is Roman only as `i`, or where the
    list began with a Roman numeral.
    """
    case = "lower" if letters.islower() else "upper"
    alpha, roman = f"{case} alpha", f"{case} roman"
    is_roman = bool(_ROMAN.match(letters))
    if len(letters) > 1:
        return roman if is_roman else ""
    if letters in "iI" and not kind.startswith(alpha):
        return roman
    return roman if is_roman and kind.startswith(roman) else alpha


def _may_be_initial(found: re.Match[str], style: str) -> bool:
    """Return whether a marker could be the initial of a name, `B. Russell`."""
    return style.startswith("upper") and len(found["roman"] or found["alpha"]) == 1
