"""What begins a list item."""

from __future__ import annotations

import re

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex

_RULE = regex(r"[ \t]*([*_-])(?:[ \t]*\1){2,}[ \t]*(?:\n|\Z)")
_BULLET = regex(r" {0,3}[*+-](?: |(?=\n)|\Z)")
#: Examples keep to pandoc's older rule of four spaces.
_EXAMPLE_INDENT = 4
_EXTRA = regex(r" {1,3}(?! )")
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
    """A list item's marker: where its text begins, how far what goes on with it is
    indented, the kind of list, and the label of an example.
    """

    end: int
    indent: int
    kind: str
    label: str = ""


def item_at(text: str, position: int) -> Marker | None:
    """The marker at `position`, of any kind of list."""
    return bullet_at(text, position) or number_at(text, position)


def bullet_at(text: str, position: int) -> Marker | None:
    """`-`, `*` or `+`; a line of them is a rule."""
    found = _BULLET.match(text, position)
    if not found or _RULE.match(text, position):
        return None
    return _marker(text, position, found.end(), "bullet")


def definition_at(text: str, position: int) -> Marker | None:
    """`:` or `~` under a term."""
    found = _DEFINITION.match(text, position)
    return _marker(text, position, found.end(), "definition") if found else None


def number_at(text: str, position: int, kind: str = "") -> Marker | None:
    """`1.`, `a)`, `(iv)`, `#.`, `(@label)`; of one `kind` where one is given."""
    found = _NUMBER.match(text, position)
    if not found or _PAGE.match(text, position):
        return None
    style = _style(found, kind)
    closing = (
        text[found.end() - 1] if text[found.end() - 1] != " " else text[found.end() - 2]
    )
    delimiter = "()" if found["two"] else closing
    this = f"{style} {delimiter}"
    if not style or (kind and this != kind):
        return None
    after = found.end()
    if (
        _initial(found, style)
        and delimiter == "."
        and not text.startswith((" ", "\n"), after)
        and after < len(text)
    ):
        return None
    return _marker(text, position, after, this, found["example"])


def _marker(
    text: str, start: int, end: int, kind: str, example: str | None = None
) -> Marker:
    """The marker with the spaces after it; four or more belong to the text, which is
    code.
    """
    extra = _EXTRA.match(text, end)
    end = extra.end() if extra else end
    return Marker(
        end, end - start if example is None else _EXAMPLE_INDENT, kind, example or ""
    )


def _style(found: re.Match[str], kind: str) -> str:
    if found["decimal"]:
        return "decimal"
    if found["example"] is not None:
        return "example"
    if found["default"]:
        return "default"
    letters = found["roman"] or found["alpha"]
    case = "lower" if letters.islower() else "upper"
    roman = bool(_ROMAN.match(letters))
    if len(letters) > 1:
        return f"{case} roman" if roman else ""
    # A single letter is Roman only as `i`, or where the list began so.
    if letters in "iI" and not kind.startswith(f"{case} alpha"):
        return f"{case} roman"
    return (
        f"{case} roman"
        if roman and kind.startswith(f"{case} roman")
        else f"{case} alpha"
    )


def _initial(found: re.Match[str], style: str) -> bool:
    """Whether the marker could be the initial of a name, `B. Russell`."""
    return style.startswith("upper") and len(found["roman"] or found["alpha"]) == 1
