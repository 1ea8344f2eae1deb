"""The conditions of cs:if, prepared when the style is read (CSL 1.0.2, "Choose")."""

from __future__ import annotations

from collections.abc import Callable

from loccit._startup.dataclass import dataclass
from loccit.csl.elements.context import Context
from loccit.csl.text.numbers import is_numeric, is_numeric_locator


class Test:
    """A condition of cs:if."""

    __slots__ = ()

    def holds(self, context: Context) -> bool:
        """Return whether it is met."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class TypeTest(Test):
    """`type`: the source has one of the types."""

    types: frozenset[str]

    def holds(self, context: Context) -> bool:
        return context.source.type in self.types


@dataclass(frozen=True, slots=True)
class VariableTest(Test):
    """`variable`: it has a value."""

    variable: str

    def holds(self, context: Context) -> bool:
        return context.has(self.variable)


@dataclass(frozen=True, slots=True)
class NumericTest(Test):
    """`is-numeric`: the variable is a number."""

    variable: str

    def holds(self, context: Context) -> bool:
        text = context.value(self.variable)
        if self.variable == "locator":
            return is_numeric_locator(text)
        return is_numeric(text)


@dataclass(frozen=True, slots=True)
class UncertainDateTest(Test):
    """`is-uncertain-date`: the date is approximate."""

    variable: str

    def holds(self, context: Context) -> bool:
        date = context.source.date(self.variable)
        return date is not None and date.circa


@dataclass(frozen=True, slots=True)
class LocatorTest(Test):
    """`locator`: the cite has a locator of that kind."""

    label: str

    def holds(self, context: Context) -> bool:
        locator = context.state.locator
        if locator is None:
            return False
        return locator.label.replace(" ", "-") == self.label.replace(" ", "-")


@dataclass(frozen=True, slots=True)
class PositionTest(Test):
    """`position`: the cite has it among those of the document."""

    position: str

    def holds(self, context: Context) -> bool:
        state = context.state
        if context.in_bibliography:
            return False
        if self.position == "near-note":
            return state.near_note
        if self.position == "subsequent":
            return state.position != "first"
        if self.position == "ibid":
            return state.position in ("ibid", "ibid-with-locator")
        return state.position == self.position


@dataclass(frozen=True, slots=True)
class DisambiguateTest(Test):
    """`disambiguate`: true for as many as the cite needs to be distinguished."""

    wanted: str

    def holds(self, context: Context) -> bool:
        context.tally.conditions += 1
        holds = context.tally.conditions <= context.state.disambiguate
        return holds == (self.wanted == "true")


#: By the attributes of cs:if.  A branch asks its tests in this order: the last one
#: counts how often it is asked.
TESTS: dict[str, Callable[[str], Test]] = {
    "variable": VariableTest,
    "is-numeric": NumericTest,
    "is-uncertain-date": UncertainDateTest,
    "locator": LocatorTest,
    "position": PositionTest,
    "disambiguate": DisambiguateTest,
}
#: All attributes of cs:if that are tests.
CONDITIONS = ("type", *TESTS)


def prepare_tests(attribute: str, values: tuple[str, ...]) -> list[Test]:
    """The tests for an attribute of cs:if, one for each of its values."""
    if attribute == "type":
        # A source has one type, so several mean any of them, whatever `match` is.
        return [TypeTest(frozenset(values))]
    test = TESTS[attribute]
    return [test(value) for value in values]
