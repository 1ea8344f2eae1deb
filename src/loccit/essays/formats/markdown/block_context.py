"""What surrounds a run of Markdown, and therefore ends it."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.essays.formats.markdown import html
from loccit.essays.formats.markdown.fences import closing_div_end, fenced_end
from loccit.essays.formats.markdown.markers import item_at


@dataclass(frozen=True, slots=True)
class BlockContext:
    """The blocks that a run of text is in.

    Attributes:
        in_list: in a list item or a definition.
        in_div: in a fenced div.
        heading: the level of the heading it is in, 0 outside of any.
        in_quote: in a block quotation.
        in_cell: in a table's cell.
        element: the name of the innermost HTML element, "" outside of any.
    """

    in_list: bool = False
    in_div: bool = False
    heading: int = 0
    in_quote: bool = False
    in_cell: bool = False
    element: str = ""

    def stops_at_line(self, text: str, position: int, end: int) -> bool:
        """Return whether a line at `position` can't go on with the line before."""
        if self.in_list and item_at(text, position):
            return True
        if text.startswith("```", position) and fenced_end(text, position, len(text)):
            return True
        return self.closes(text, position, end)

    def may_stop(self, text: str, start: int, end: int) -> bool:
        """Return whether a run from `start` to `end` could stop before `end`."""
        if text.find("<", start, end) >= 0:
            return True
        return text.find("\n", start, end) >= 0 and (
            self.in_list
            or self.in_div
            or self.heading > 0
            or bool(self.element)
            or text.find("```", start, end) >= 0
        )

    def closes(self, text: str, position: int, end: int) -> bool:
        """Return whether the line at `position` closes what the text is in."""
        if self.in_div and closing_div_end(text, position):
            return True
        return bool(self.element) and html.closes(text, position, end, self.element)

    def stops_at_tag(self, text: str, position: int, end: int) -> bool:
        """Return whether a tag at `position` belongs to the block structure."""
        if self.element and html.closes(text, position, end, self.element):
            return True
        return html.is_block_tag(text, position, end)
