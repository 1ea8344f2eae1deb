"""Sorting by a style's keys (CSL 1.0.2, "Sorting")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias, TypeVar

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


class _Descending:
    """A value that sorts before smaller ones."""

    __slots__ = ("value",)

    def __init__(self, value: CollationKey) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Descending) and other.value == self.value

    def __lt__(self, other: _Descending) -> bool:
        return other.value < self.value


#: Where a thing is in an order: for each sort key, whether it has no value, and it.
SortPlace: TypeAlias = tuple[tuple[bool, CollationKey | _Descending], ...]

#: Things without a value for a key go last, in whatever direction it sorts.
_LAST: tuple[bool, CollationKey] = (True, ((), (), ""))


def sorted_by(
    things: Sequence[T],
    keys: Sequence[SortKey],
    values_of: Callable[[T], tuple[SortValue, ...]],
) -> list[T]:
    """`things` in the order of `keys`; equal things keep their order."""
    if not keys or len(things) < 2:
        return list(things)
    return sorted(things, key=lambda thing: sort_place(keys, values_of(thing)))


def significant_keys(keys: tuple[SortKey, ...]) -> tuple[SortKey, ...]:
    """The sort keys of a bibliography that change anything.

    Sources are in the order of their citation numbers before they are sorted; a key that
    sorts by these leaves them so, and nothing is left for those after it.
    """
    for index, key in enumerate(keys):
        if key.variable == "citation-number" and not key.descending:
            return keys[:index]
    return keys


def sort_place(keys: Sequence[SortKey], values: Sequence[SortValue]) -> SortPlace:
    """The place of a thing with these values in the order of `keys`."""
    place: list[tuple[bool, CollationKey | _Descending]] = []
    for key, value in zip(keys, values, strict=True):
        if value is None:
            place.append(_LAST)
        else:
            place.append((False, _Descending(value) if key.descending else value))
    return tuple(place)


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
