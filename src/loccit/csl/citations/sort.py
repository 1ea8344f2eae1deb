"""Sorting by a style's keys (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from loccit._startup.dataclass import replace
from loccit.csl.elements.context import Context, Element
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


class SortValues:
    """What a thing is sorted by: a value for each sort key, found when it is asked for.

    The first keys distinguish most sources, and APA has ten.
    """

    __slots__ = ()

    def at(self, index: int) -> SortValue:
        """The value for a sort key."""
        raise NotImplementedError


class SortPlace:
    """Where a thing is in the order of some keys.

    Things without a value for a key go last, in whatever direction it sorts.
    """

    __slots__ = ("_keys", "_values")

    def __init__(self, keys: Sequence[SortKey], values: SortValues | None) -> None:
        self._keys = keys
        self._values = values

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SortPlace) and self._compared(other) == 0

    def __lt__(self, other: SortPlace) -> bool:
        return self._compared(other) < 0

    def _compared(self, other: SortPlace) -> int:
        """-1 if it is before the other, 1 if after, 0 if at the same place."""
        if self._values is None or other._values is None:
            return 0
        for index, key in enumerate(self._keys):
            value, before = self._values.at(index), other._values.at(index)
            if value == before:
                continue
            if value is None or before is None:
                return 1 if value is None else -1
            return -1 if (value < before) != key.descending else 1
        return 0


def sorted_by(
    things: Sequence[T],
    keys: Sequence[SortKey],
    values_of: Callable[[T], SortValues],
) -> list[T]:
    """`things` in the order of `keys`; equal things keep their order."""
    if not keys or len(things) < 2:
        return list(things)
    return sorted(things, key=lambda thing: SortPlace(keys, values_of(thing)))


def significant_keys(keys: tuple[SortKey, ...]) -> tuple[SortKey, ...]:
    """The sort keys of a bibliography that change anything.

    Sources are in the order of their citation numbers before they are sorted; a key that
    sorts by these leaves them so, and nothing is left for those after it.
    """
    for index, key in enumerate(keys):
        if key.variable == "citation-number" and not key.descending:
            return keys[:index]
    return keys


def sort_value(
    key: SortKey,
    macro: tuple[Element, ...],
    context: Context,
) -> SortValue:
    """What a source is sorted by under one key; None if it has no value there.

    Args:
        macro: the elements of the key's macro.
    """
    if key.macro:
        text = _macro_text(macro, context)
    else:
        text = _variable_text(key.variable, context)
    return collation_key(text, context.locale.language) if text else None


def _macro_text(macro: tuple[Element, ...], context: Context) -> str:
    outputs = render_unless_empty(macro, context)
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
