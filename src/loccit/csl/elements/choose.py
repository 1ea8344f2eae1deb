"""cs:choose; its conditions are prepared when the style is read (CSL 1.0.2, "Choose")."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from loccit._startup.dataclass import dataclass
from loccit.csl.elements.context import Context, Element
from loccit.csl.output_tree import Node, Output
from loccit.csl.text.numbers import is_numeric, is_numeric_locator

Test = Callable[[Context], bool]


@dataclass(frozen=True, slots=True)
class Branch:
    """cs:if, cs:else-if, or cs:else (which has no tests)."""

    tests: tuple[Test, ...]
    match: str
    children: tuple[Element, ...]

    def holds(self, context: Context) -> bool:
        """Return whether the conditions are met."""
        # The first test that holds decides "any" and "none", the first that fails "all".
        decisive = self.match != "all"
        for test in self.tests:
            if test(context) == decisive:
                return self.match == "any"
        return self.match != "any"


@dataclass(frozen=True, slots=True)
class Choose:
    """cs:choose: renders the first branch whose conditions are met."""

    branches: tuple[Branch, ...]

    def render(self, context: Context) -> Output | None:
        outputs = context.render_all(self.chosen(context))
        if not outputs:
            return None
        return outputs[0] if len(outputs) == 1 else Node(outputs, tag="transparent")

    def chosen(self, context: Context) -> tuple[Element, ...]:
        """The elements of the branch to render."""
        for branch in self.branches:
            if branch.holds(context):
                return branch.children
        return ()


def prepare_tests(attribute: str, values: tuple[str, ...]) -> list[Test]:
    """The tests for an attribute of cs:if, one for each of its values."""
    test = TESTS[attribute]
    if attribute == "type":
        # A source has one type, so several mean any of them, whatever `match` is.
        return [partial(test, values=frozenset(values))]
    return [partial(test, value=value) for value in values]


def _is_type(context: Context, values: Collection[str]) -> bool:
    return context.source.type in values


def _has_variable(context: Context, value: str) -> bool:
    return context.has(value)


def _is_numeric(context: Context, value: str) -> bool:
    text = context.value(value)
    return is_numeric_locator(text) if value == "locator" else is_numeric(text)


def _is_uncertain(context: Context, value: str) -> bool:
    date = context.source.date(value)
    return date is not None and date.circa


def _is_locator(context: Context, value: str) -> bool:
    locator = context.state.locator
    if locator is None:
        return False
    return locator.label.replace(" ", "-") == value.replace(" ", "-")


def _is_position(context: Context, value: str) -> bool:
    state = context.state
    if context.in_bibliography:
        return False
    if value == "near-note":
        return state.near_note
    if value == "subsequent":
        return state.position != "first"
    if value == "ibid":
        return state.position in ("ibid", "ibid-with-locator")
    return state.position == value


def _is_disambiguating(context: Context, value: str) -> bool:
    context.tally.conditions += 1
    holds = context.tally.conditions <= context.state.disambiguate
    return holds == (value == "true")


TESTS: dict[str, Callable[..., bool]] = {
    "type": _is_type,
    "variable": _has_variable,
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain,
    "locator": _is_locator,
    "position": _is_position,
    "disambiguate": _is_disambiguating,
}
