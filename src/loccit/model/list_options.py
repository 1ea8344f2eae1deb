"""The layout of a reference list, as its style says."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class BibliographyOptions:
    """The options of CSL 1.0.2, "Bibliography-specific Options".

    `max_offset` is the width of the widest first field in characters, which
    `second_field_align` needs.
    """

    hanging_indent: bool = False
    entry_spacing: int = 1
    line_spacing: int = 1
    second_field_align: str = ""
    max_offset: int = 0
