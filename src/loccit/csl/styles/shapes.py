"""A style reduced for sources of one shape: of one type, with the same variables.

For all of them, cs:choose decides alike wherever it asks for types and variables, and
elements whose variables are missing print nothing.  So this is decided once for each
shape, and what is left is rendered: of APA's 1,500 elements a few dozen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from loccit._startup.dataclass import replace
from loccit.csl.elements.choose import Branch, Choose
from loccit.csl.elements.conditions import (
    NumericTest,
    Test,
    TypeTest,
    UncertainDateTest,
    VariableTest,
)
from loccit.csl.elements.context import SPECIAL_VARIABLES, Element
from loccit.csl.elements.date import DateElement
from loccit.csl.elements.group import Group
from loccit.csl.elements.label import Label
from loccit.csl.elements.missing import MISSING
from loccit.csl.elements.names import Names
from loccit.csl.elements.number import Number
from loccit.csl.elements.text import (
    InlinedMacro,
    TextMacro,
    TextTerm,
    TextValue,
    TextVariable,
)
from loccit.csl.styles.style import Style
from loccit.model import Source

#: How many renderings of one shape are not worth a reduction.
_FEW = 3
#: How many shapes are remembered: an archive has some hundreds.
_MOST = 2_000
#: Elements that print something or not, but are no variables to the group around them.
_UNCOUNTED = (TextTerm, TextValue, Label)


class Shape(NamedTuple):
    """A type, and the variables that have values."""

    type: str
    variables: frozenset[str]


class ReducedStyles:
    """The reductions of a style, one for each shape of which there are several sources.

    A short essay has few of each, for which it would take longer to reduce the style
    than to render them.
    """

    def __init__(self, style: Style) -> None:
        self.style = style
        self._asked: frozenset[str] | None = None
        self._uses: Counter[Shape] = Counter()
        self._reduced: dict[Shape, ReducedStyle] = {}

    def of(self, source: Source) -> ReducedStyle | None:
        """The style for sources such as this one, if it has been asked for often."""
        shape = self._shape(source)
        reduced = self._reduced.get(shape)
        if reduced is None:
            if len(self._uses) >= _MOST:
                self._uses.clear()
                self._reduced.clear()
            self._uses[shape] += 1
            if self._uses[shape] > _FEW:
                reduced = self._reduced[shape] = ReducedStyle(self.style, shape)
        return reduced

    def _shape(self, source: Source) -> Shape:
        """The shape of a source, as far as the style asks for its variables."""
        asked = self._asked
        if asked is None:
            asked = self._asked = asked_variables(self.style)
        names = [
            name for name, value in source.variables.items() if value and name in asked
        ]
        return Shape(source.type, frozenset(names))


#: Those of the last style: of many short essays in it, the next begins with what the
#: others have reduced, and takes a fifth less.
_last: ReducedStyles | None = None


def reduced_styles(style: Style) -> ReducedStyles:
    """Return the reductions of a style, which may be those of the document before."""
    global _last
    if _last is None or _last.style is not style:
        _last = ReducedStyles(style)
    return _last


class ReducedStyle:
    """A style for sources of one shape."""

    def __init__(self, style: Style, shape: Shape) -> None:
        self._style = style
        self._shape = shape
        self._macros: dict[str, tuple[Element, ...]] = {}
        self._citation: tuple[Element, ...] | None = None
        self._bibliography: tuple[Element, ...] | None = None

    def citation(self) -> tuple[Element, ...]:
        """The elements of a cite."""
        if self._citation is None:
            self._citation = self.elements(self._style.citation.elements)
        return self._citation

    def bibliography(self) -> tuple[Element, ...]:
        """The elements of an entry."""
        if self._bibliography is None:
            layout = self._style.bibliography
            self._bibliography = self.elements(layout.elements if layout else ())
        return self._bibliography

    def macro(self, name: str) -> tuple[Element, ...]:
        """The elements of a macro."""
        known = self._macros.get(name)
        if known is None:
            known = self._macros[name] = self.elements(self._style.macros[name])
        return known

    def elements(self, elements: Iterable[Element]) -> tuple[Element, ...]:
        """What is left of a sequence of elements.

        All that are missing count as one: cs:group asks whether there is any.
        """
        left: list[Element] = []
        for element in elements:
            for each in self._element(element):
                if each is not MISSING or MISSING not in left:
                    left.append(each)
        return tuple(left)

    def _element(self, element: Element) -> tuple[Element, ...]:
        """What is left of an element: nothing, if it neither prints nor counts."""
        if isinstance(element, Choose):
            return self._choose(element)
        if isinstance(element, Group):
            left = self.elements(element.children)
            return _group(left, Group(left, element.formatting))
        if isinstance(element, TextMacro):
            left = self.macro(element.macro)
            return _group(left, InlinedMacro(left, element.formatting))
        if isinstance(element, Names):
            return self._names(element)
        if isinstance(element, TextVariable):
            return (element,) if self._may_print(element) else (MISSING,)
        if isinstance(element, (DateElement, Number)):
            return (element,) if self._may_have(element.variable) else (MISSING,)
        if isinstance(element, Label):
            return (element,) if self._may_have(element.variable) else ()
        return (element,)

    def _may_have(self, variable: str) -> bool:
        return variable in self._shape.variables or variable in SPECIAL_VARIABLES

    def _may_print(self, element: TextVariable) -> bool:
        return any(map(self._may_have, element.variables()))

    def _names(self, names: Names) -> tuple[Element, ...]:
        """cs:names with what is left of its cs:substitute."""
        left = self.elements(names.substitute)
        substitute = tuple(
            [
                _in_substitute(element, names)
                for element in left
                if element is not MISSING
            ]
        )
        if not substitute and not any(map(self._may_have, names.variables)):
            return (MISSING,)
        if substitute == names.substitute:
            return (names,)
        return (replace(names, substitute=substitute),)

    def _choose(self, choose: Choose) -> tuple[Element, ...]:
        """The children of the branch that holds, or the branches that may hold."""
        branches: list[Branch] = []
        for branch in choose.branches:
            left = self._branch(branch)
            if left is None:
                continue
            branches.append(left)
            if not left.tests:
                break
        if not branches:
            return ()
        if not branches[0].tests:
            return branches[0].children
        return (Choose(tuple(branches)),)

    def _branch(self, branch: Branch) -> Branch | None:
        """A branch with the tests that are open; with none if it holds, None if it
        never does.
        """
        tests: list[Test] = []
        decisive = branch.match != "all"
        for test in branch.tests:
            holds = self._holds(test)
            if holds is None:
                tests.append(test)
            elif holds == decisive:
                return self._always(branch) if branch.match == "any" else None
        if tests:
            return Branch(tuple(tests), branch.match, self.elements(branch.children))
        return None if branch.match == "any" else self._always(branch)

    def _always(self, branch: Branch) -> Branch:
        return Branch((), "all", self.elements(branch.children))

    def _holds(self, test: Test) -> bool | None:
        """Return whether a condition is met; None if that depends on more."""
        if isinstance(test, TypeTest):
            return self._shape.type in test.types
        if isinstance(test, VariableTest):
            if test.variable in SPECIAL_VARIABLES:
                return None
            return test.variable in self._shape.variables
        if isinstance(test, (NumericTest, UncertainDateTest)):
            return None if self._may_have(test.variable) else False
        return None


def _group(left: tuple[Element, ...], group: Element) -> tuple[Element, ...]:
    """What is left of elements that count as one variable.

    If one is missing and no other can have a value, all print nothing (CSL 1.0.2,
    "Group").
    """
    if not left:
        return ()
    if MISSING in left and all(map(_has_no_value, left)):
        return (MISSING,)
    return (group,)


def _in_substitute(element: Element, names: Names) -> Element:
    """An alternative to names; names without options take those of the others."""
    if isinstance(element, Names) and element.shorthand:
        return names.with_variables(element.variables, element.formatting)
    return element


def _has_no_value(element: Element) -> bool:
    return element is MISSING or isinstance(element, _UNCOUNTED)


def asked_variables(style: Style) -> frozenset[str]:
    """The variables that a style asks sources for."""
    asked: set[str] = set()
    for macro in style.macros.values():
        _ask(macro, asked)
    _ask(style.citation.elements, asked)
    if style.bibliography is not None:
        _ask(style.bibliography.elements, asked)
    return frozenset(asked)


def _ask(elements: Iterable[Element], asked: set[str]) -> None:
    """Add the variables that elements ask for."""
    for element in elements:
        if isinstance(element, Choose):
            for branch in element.branches:
                asked.update(_tested(branch))
                _ask(branch.children, asked)
        elif isinstance(element, Group):
            _ask(element.children, asked)
        elif isinstance(element, Names):
            asked.update(element.variables)
            _ask(element.substitute, asked)
        elif isinstance(element, TextVariable):
            asked.update(element.variables())
        elif isinstance(element, (DateElement, Number, Label)):
            asked.add(element.variable)


def _tested(branch: Branch) -> Iterator[str]:
    """The variables that the conditions of a branch ask for."""
    for test in branch.tests:
        if isinstance(test, (VariableTest, NumericTest, UncertainDateTest)):
            yield test.variable
