"""What surrounds a run of Markdown text, and therefore ends it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loccit.essays.markdown import html

_DIV_END = re.compile(r":::+[ \t]*(?:\n|\Z)")
_LIST_START = re.compile(
    r" {0,3}(?:[*+-](?=[ \n])|(?:\(?(?:\d+|#|[a-zA-Z]|[ivxlcdmIVXLCDM]+|@[\w-]*)[.)]|@[\w-]*[.)])(?=[ \n]))"
)


@dataclass(frozen=True, slots=True)
class Setting:
    """In a list item (`in_list`), in a fenced div (`in_div`), in an HTML element (`element`)."""

    in_list: bool = False
    in_div: bool = False
    element: str = ""

    def stops_at_line(self, text: str, position: int, end: int) -> bool:
        """Whether a line that starts at `position` can't go on with the text of the line before."""
        if self.in_list and self.starts_item(text, position, end):
            return True
        if self.in_div and _DIV_END.match(text, position, end):
            return True
        if text.startswith("```", position) and html.fence_closes(text, position, end):
            return True
        return bool(self.element) and html.closes(text, position, end, self.element)

    @staticmethod
    def starts_item(text: str, position: int, end: int) -> bool:
        """Whether a line begins as a list item does."""
        return bool(_LIST_START.match(text, position, end))

    def stops_at_tag(self, text: str, position: int, end: int) -> bool:
        """Whether the tag at `position` belongs to the block structure."""
        if self.element and html.closes(text, position, end, self.element):
            return True
        return html.is_block_tag(text, position, end)
