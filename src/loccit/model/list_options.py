"""How a reference list is set, as its style says."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class BibliographyOptions:
    """CSL 1.0.2, "Bibliography-specific Options".

    `max_offset` is the width, in characters, of the widest first field; it serves
    `second_field_align`.
    """

    hanging_indent: bool = False
    entry_spacing: int = 1
    line_spacing: int = 1
    second_field_align: str = ""
    max_offset: int = 0
