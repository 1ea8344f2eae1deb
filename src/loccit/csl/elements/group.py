"""cs:group, and the sequence of elements in a macro or a layout (CSL 1.0.2, "Group")."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.csl.elements.context import Context, Element
from loccit.csl.output_tree import PLAIN, Formatting, Node, Output


@dataclass(frozen=True, slots=True)
class Group(Element):
    """cs:group: prints nothing if it calls variables and all of them are empty."""

    children: tuple[Element, ...]
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        outputs = render_unless_empty(self.children, context)
        if not outputs:
            return None
        if self.formatting is PLAIN:
            return together(outputs)
        return Node(outputs, self.formatting)


def together(outputs: tuple[Output, ...]) -> Output:
    """Outputs of elements as one; a single output stays as it is.

    A node around it would only be walked through by all later steps.  A block is not
    the same inside of another part as alone.
    """
    only = outputs[0]
    if len(outputs) > 1 or isinstance(only, str) or only.formatting.display:
        return Node(outputs)
    return only


def render_unless_empty(
    children: tuple[Element, ...],
    context: Context,
) -> tuple[Output, ...]:
    """The children's outputs; none if all the variables that they call are empty.

    The elements around it count the whole as one variable.  It has a value if anything
    was printed, and be it fixed text: "a non-empty nested cs:group is treated as a
    non-empty variable" (CSL 1.0.2, "Group").
    """
    tally = context.tally
    called, found = tally.called, tally.found
    tally.called = tally.found = 0
    outputs = context.render_all(children)
    calls = tally.called > 0
    if calls and not tally.found:
        outputs = ()
    tally.called, tally.found = called, found
    if calls or outputs:
        tally.count(found=bool(outputs))
    return outputs
