"""Sorting by a style's keys (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias, TypeVar

from loccit._startup.dataclass import replace
from loccit.csl.elements.context import Context
from loccit.csl.elements.date_order import date_text
from loccit.csl.elements.group import render_unless_empty
from loccit.csl.elements.names import Names
from loccit.csl.locales.collation import CollationKey, collation_key
from loccit.csl.output_tree import Node
from loccit.csl.styles.style import SortKey
from loccit.csl.text.typeset import plain_text
from loccit.model.csl_json import DATE_VARIABLES, NAME_VARIABLES

T = TypeVar("T")
SortValue = CollationKey | None
_Row: TypeAlias = tuple[tuple[SortValue, ...], T]

_NUMBERS = frozenset(
    [
        "chapter-number", "citation-number", "collection-number", "edition", "first-reference-note-number", "issue",
        "locator", "number", "number-of-pages", "number-of-volumes", "page", "page-first", "volume",
    ]
)  # fmt: skip
_FULL_NAMES = Names(
    (),
    replace(Node(()).formatting),
    {"form": "long", "name-as-sort-order": "all", "delimiter": " "},
)


def sorted_by(
    things: Sequence[T],
    keys: Sequence[SortKey],
    values_of: Callable[[T], tuple[SortValue, ...]],
) -> list[T]:
    """`things` in the order of `keys`; what has no value for a key goes last, what is
    equal keeps its order.
    """
    if not keys or len(things) < 2:
        return list(things)
    rows = [(values_of(thing), thing) for thing in things]
    return [thing for _, thing in _ranked(rows, keys, 0)]


def _ranked(rows: list[_Row[T]], keys: Sequence[SortKey], number: int) -> list[_Row[T]]:
    """Sorted by the key of that number, and what is equal under it by the next."""
    if number == len(keys) or len(rows) < 2:
        return rows
    found = [(value, row) for row in rows if (value := row[0][number]) is not None]
    found.sort(key=itemgetter(0), reverse=keys[number].descending)
    ranked: list[_Row[T]] = []
    for _, equal in groupby(found, itemgetter(0)):
        ranked += _ranked([row for _, row in equal], keys, number + 1)
    return ranked + _ranked(
        [row for row in rows if row[0][number] is None], keys, number + 1
    )


def sort_value(key: SortKey, context: Context) -> SortValue:
    """What a source is sorted by under one key; None if it has nothing there."""
    context.in_sort = True
    text = (
        _macro_text(key, context)
        if key.macro
        else _variable_text(key.variable, context)
    )
    return collation_key(text, context.locale.language) if text else None


def _macro_text(key: SortKey, context: Context) -> str:
    outputs = render_unless_empty(context.macros[key.macro], context)
    return plain_text(Node(outputs), context.locale).strip() if outputs else ""


def _variable_text(variable: str, context: Context) -> str:
    if variable in NAME_VARIABLES:
        output = replace(_FULL_NAMES, variables=(variable,)).render(context)
        return plain_text(output, context.locale) if output is not None else ""
    if variable in DATE_VARIABLES:
        date = context.date(variable)
        return date_text(date) if date else ""
    text = context.value(variable)
    if variable in _NUMBERS and text[:1].isdigit():
        digits = len(text) - len(text.lstrip("0123456789"))
        return text[:digits].rjust(12, "0") + text[digits:]
    return text
