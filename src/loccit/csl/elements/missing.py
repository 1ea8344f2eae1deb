"""What remains of an element whose variables a source lacks."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.csl.elements.context import Context, Element
from loccit.csl.output_tree import Output


@dataclass(frozen=True, slots=True)
class Missing(Element):
    """Prints nothing, and counts as a variable without a value."""

    def render(self, context: Context) -> Output | None:
        context.tally.count(found=False)
        return None


MISSING = Missing()
