"""Rule the tables of a document as APA does: above, below, and under the head (7.17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loccit._startup.namedtuple import NamedTuple
from loccit.export.paper.odt.xml import FO, OFFICE, STYLE, TABLE

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROW = f"{{{TABLE}}}table-row"
_RULE = "0.5pt solid #000000"


class _Rules(NamedTuple):
    """Where a cell has rules."""

    above: bool
    below: bool

    @property
    def style(self) -> str:
        """The name of its style."""
        return f"Cell{'Above' if self.above else ''}{'Below' if self.below else ''}"


def add_rules(content: _Element) -> None:
    """Add the rules, and the styles of cells that have them; put tables at the left."""
    for properties in content.iter(f"{{{STYLE}}}table-properties"):
        properties.set(f"{{{TABLE}}}align", "left")
        properties.set(f"{{{TABLE}}}border-model", "collapsing")
    for table in content.iter(f"{{{TABLE}}}table"):
        head = table.find(f"{{{TABLE}}}table-header-rows")
        in_head = 0 if head is None else len(head)
        rows = [*table.iter(_ROW)]
        for number, row in enumerate(rows, 1):
            ends_part = number in (in_head, len(rows))
            _set_style(row, _Rules(above=number == 1, below=ends_part))
    _add_styles(content)


def _set_style(row: _Element, rules: _Rules) -> None:
    for cell in row.iter(f"{{{TABLE}}}table-cell"):
        cell.set(f"{{{TABLE}}}style-name", rules.style)


def _add_styles(content: _Element) -> None:
    from lxml import etree  # heavy

    styles = content.find(f"{{{OFFICE}}}automatic-styles")
    assert styles is not None
    for above in (False, True):
        for below in (False, True):
            rules = _Rules(above, below)
            named = {
                f"{{{STYLE}}}name": rules.style,
                f"{{{STYLE}}}family": "table-cell",
            }
            style = etree.SubElement(styles, f"{{{STYLE}}}style", named)
            borders = {
                f"{{{FO}}}border-top": _RULE if above else "none",
                f"{{{FO}}}border-bottom": _RULE if below else "none",
                f"{{{FO}}}border-left": "none",
                f"{{{FO}}}border-right": "none",
                f"{{{FO}}}padding": "0.05in",
            }
            etree.SubElement(style, f"{{{STYLE}}}table-cell-properties", borders)
