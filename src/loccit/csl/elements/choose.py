"""cs:choose (CSL 1.0.2, "Choose")."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.csl.elements.conditions import Test
from loccit.csl.elements.context import Context, Element
from loccit.csl.output_tree import Node, Output


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
            if test.holds(context) == decisive:
                return self.match == "any"
        return self.match != "any"


@dataclass(frozen=True, slots=True)
class Choose(Element):
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
