"""The parts of a date, as cs:date in styles and in locales lists them (CSL 1.0.2,
"Date", "Date-part").
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
    """cs:date-part: `year`, `month` or `day`, in one of its forms."""

    name: str
    form: str = ""
    range_delimiter: str = "–"
    formatting: Formatting = PLAIN


@dataclass(frozen=True, slots=True)
class DateFormat:
    """cs:date with its parts in order."""

    parts: tuple[DatePart, ...]
    formatting: Formatting = PLAIN


def read_date_parts(element: _Element) -> tuple[DatePart, ...]:
    """The cs:date-part children of a cs:date."""
    return tuple(
        DatePart(
            name=part.get("name") or "",
            form=part.get("form") or "",
            range_delimiter=part.get("range-delimiter") or "–",
            formatting=formatting(part),
        )
        for part in element.findall(NAMESPACE + "date-part")
    )


def read_date_format(element: _Element) -> DateFormat:
    """A cs:date of a locale."""
    return DateFormat(read_date_parts(element), formatting(element))
