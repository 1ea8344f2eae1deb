"""Sorting by a style's keys (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from loccit._startup.dataclass import replace
from loccit.csl.elements.context import Context
from loccit.csl.elements.date import date_text
from loccit.csl.elements.group import render_unless_empty
from loccit.csl.elements.names import Names
from loccit.csl.locales.collation import CollationKey, collation_key
from loccit.csl.output_tree import PLAIN, Node
from loccit.csl.styles.style import SortKey
from loccit.csl.text.markup import parse_markup
from loccit.csl.text.typeset import plain_text
from loccit.model.csl_json import DATE_VARIABLES, NAME_VARIABLES

T = TypeVar("T")
SortValue = CollationKey | None

_FULL_NAMES = Names(
    (),
    PLAIN,
    {"form": "long", "name-as-sort-order": "all", "delimiter": " "},
)


class _Row(Generic[T]):
    """A thing to sort, with its value for each key."""

    __slots__ = ("thing", "values")

    def __init__(self, thing: T, values: tuple[SortValue, ...]) -> None:
        self.thing = thing
        self.values = values


def sorted_by(
    things: Sequence[T],
    keys: Sequence[SortKey],
    values_of: Callable[[T], tuple[SortValue, ...]],
) -> list[T]:
    """`things` in the order of `keys`.

    Things without a value for a key go last; equal things keep their order.
    """
    if not keys or len(things) < 2:
        return list(things)
    rows = [_Row(thing, values_of(thing)) for thing in things]
    # A stable sort by the last key, then by the one before ..., as keys can differ in
    # direction and None compares with nothing.
    for index in range(len(keys) - 1, -1, -1):
        rows = _by_one_key(rows, index, keys[index].descending)
    return [row.thing for row in rows]


def _by_one_key(
    rows: list[_Row[T]],
    index: int,
    descending: bool,
) -> list[_Row[T]]:
    with_value: list[tuple[CollationKey, _Row[T]]] = []
    without: list[_Row[T]] = []
    for row in rows:
        value = row.values[index]
        if value is None:
            without.append(row)
        else:
            with_value.append((value, row))
    with_value.sort(key=_value, reverse=descending)
    return [row for _, row in with_value] + without


def _value(pair: tuple[CollationKey, _Row[T]]) -> CollationKey:
    return pair[0]


def sort_value(key: SortKey, context: Context) -> SortValue:
    """What a source is sorted by under one key; None if it has no value there."""
    text = _text(key, context)
    return collation_key(text, context.locale.language) if text else None


def _text(key: SortKey, context: Context) -> str:
    if key.macro:
        return _macro_text(key.macro, context)
    return _variable_text(key.variable, context)


def _macro_text(macro: str, context: Context) -> str:
    outputs = render_unless_empty(context.document.macros[macro], context)
    if not outputs:
        return ""
    return plain_text(Node(outputs), context.locale).strip()


def _variable_text(variable: str, context: Context) -> str:
    if variable in NAME_VARIABLES:
        output = replace(_FULL_NAMES, variables=(variable,)).render(context)
        return plain_text(output, context.locale) if output is not None else ""
    if variable in DATE_VARIABLES:
        date = context.date(variable)
        return date_text(date) if date else ""
    text = context.value(variable)
    if "<" not in text:
        return text
    return plain_text(Node(parse_markup(text)), context.locale)
