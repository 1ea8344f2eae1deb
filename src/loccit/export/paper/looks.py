"""How a paragraph looks, from which its style is made in every format.

The names are those of the styles that pandoc gives to paragraphs (manual, "Docx"), and
our own.
"""

from __future__ import annotations

from typing import Literal

from loccit._startup.dataclass import dataclass

Align = Literal["left", "center", "right"]

#: In points: half an inch, the size of the type, and a double-spaced line of it.
INDENT, SIZE, LINE = 36.0, 12.0, 27.6
#: Type of the same width for code.
CODE_FONT = "Courier New"
FONT = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a paragraph; lengths are in points.

    Attributes:
        name: of its style.
        left: the indent of all lines.
        first_line: the indent of the first line from there; negative if it hangs.
        before, after: space above and below.
        spacing: 1 for single-spaced lines, 2 for double.
        keep_next: on the page of the next paragraph.
        new_page: at the top of a page.
        level: that of the heading in an outline; 0 for other paragraphs.
    """

    name: str
    align: Align = "left"
    bold: bool = False
    italic: bool = False
    left: float = 0
    first_line: float = 0
    before: float = 0
    after: float = 0
    spacing: float = 2
    size: float = SIZE
    font: str = FONT
    keep_next: bool = False
    new_page: bool = False
    level: int = 0
