"""The parts of a date that cs:date lists, in styles and in locales.

CSL 1.0.2, "Date" and "Date-part".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loccit._startup.dataclass import dataclass
from loccit.csl.locales.xml import NAMESPACE, formatting
from loccit.csl.output_tree import PLAIN, Formatting

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class DatePart:
    """cs:date-part: `year`, `month` or `day` in one of its forms."""

    name: str
    form: str = ""
    range_delimiter: str = "–"
    formatting: Formatting = PLAIN


@dataclass(frozen=True, slots=True)
class DateFormat:
    """cs:date and its parts, in order."""

    parts: tuple[DatePart, ...]
    formatting: Formatting = PLAIN


def read_date_parts(element: _Element) -> tuple[DatePart, ...]:
    """Read the cs:date-part children of a cs:date."""
    parts = element.findall(NAMESPACE + "date-part")
    return tuple([_date_part(part) for part in parts])


def _date_part(part: _Element) -> DatePart:
    return DatePart(
        name=part.get("name") or "",
        form=part.get("form") or "",
        range_delimiter=part.get("range-delimiter") or "–",
        formatting=formatting(part),
    )


def read_date_format(element: _Element) -> DateFormat:
    """Read a cs:date of a locale."""
    return DateFormat(read_date_parts(element), formatting(element))
