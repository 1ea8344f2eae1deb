"""Sorting by a style's keys (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from loccit.csl.collation import CollationKey, collation_key
from loccit.csl.context import Context
from loccit.csl.date_order import date_text
from loccit.csl.elements.group import render_unless_empty
from loccit.csl.elements.names import Names
from loccit.csl.output_tree import Node
from loccit.csl.style import SortKey
from loccit.csl.typeset import plain_text
from loccit.model.csl_json import DATE_VARIABLES, NAME_VARIABLES
from loccit.model.dataclass import replace

T = TypeVar("T")
SortValue = CollationKey | None

_NUMBERS = frozenset(
    [
        "chapter-number", "citation-number", "collection-number", "edition", "first-reference-note-number", "issue",
        "locator", "number", "number-of-pages", "number-of-volumes", "page", "page-first", "volume",
    ]
)  # fmt: skip
_FULL_NAMES = Names((), replace(Node(()).formatting), {"form": "long", "name-as-sort-order": "all", "delimiter": " "})


def sorted_by(things: Sequence[T], keys: Sequence[SortKey], values_of: Callable[[T], tuple[SortValue, ...]]) -> list[T]:
    """`things` in the order of `keys`; what has no value for a key goes last, what is equal keeps its order."""
    if not keys or len(things) < 2:
        return list(things)
    values = [values_of(thing) for thing in things]
    order = list(range(len(things)))
    # the last key first: sorting is stable
    for number in reversed(range(len(keys))):
        found = {index: value for index in order if (value := values[index][number]) is not None}
        ranked = sorted(found, key=found.__getitem__, reverse=keys[number].descending)
        order = [*ranked, *(index for index in order if index not in found)]
    return [things[index] for index in order]


def sort_value(key: SortKey, context: Context) -> SortValue:
    """What a source is sorted by under one key; None if it has nothing there."""
    context.in_sort = True
    text = _macro_text(key, context) if key.macro else _variable_text(key.variable, context)
    return collation_key(text) if text else None


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
