"""cs:group, and the sequence of elements that a macro or a layout is (CSL 1.0.2,
"Group").
"""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.csl.elements.context import Context, Element
from loccit.csl.output_tree import Formatting, Node, Output


@dataclass(frozen=True, slots=True)
class Group:
    """cs:group: suppressed when it calls variables and all of them are empty."""

    children: tuple[Element, ...]
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        outputs = render_unless_empty(self.children, context)
        return Node(outputs, self.formatting) if outputs else None


def render_unless_empty(
    children: tuple[Element, ...], context: Context
) -> tuple[Output, ...]:
    """The children's output, and nothing where they called variables in vain.

    To what surrounds it, the whole counts as one variable: with a value if anything was
    printed.
    """
    called, found = context.called, context.found
    context.called = context.found = 0
    outputs = context.render_all(children)
    if context.called and not context.found:
        outputs = ()
    context.called = called + (1 if context.called else 0)
    context.found = found + (1 if context.found and outputs else 0)
    return outputs
