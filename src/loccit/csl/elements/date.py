"""cs:date (CSL 1.0.2, "Date", "Localized Dates", "Sort")."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import dataclass, replace
from loccit.csl.elements.context import Context, Element
from loccit.csl.elements.date_printer import DatePrinter, with_suffix_place
from loccit.csl.elements.formatting import formatted
from loccit.csl.locales.date_format import DatePart
from loccit.csl.output_tree import Formatting, Node, Output
from loccit.csl.text.markup import parse_markup
from loccit.model import Date, DateParts
from loccit.values.dates import read_raw

#: The parts of a localized date that `date-parts` keeps.
_KEPT = {
    "year": frozenset(["year"]),
    "year-month": frozenset(["year", "month"]),
    "year-month-day": frozenset(["year", "month", "day"]),
    "month-day": frozenset(["month", "day"]),  # not in CSL; for corrections of styles
}
_ALL_PARTS = _KEPT["year-month-day"]
_DEFAULT_RANGE_DELIMITER = "–"
#: Makes the years before the common era positive, so that they sort as text.
_EARLIEST_YEAR = 1_000_000_000


@dataclass(frozen=True, slots=True)
class DateElement(Element):
    """cs:date.

    With a `form`, it prints the locale's date, which own parts change; without, only own
    parts.
    """

    variable: str
    form: str
    date_parts: str
    parts: tuple[DatePart, ...]
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        date = context.date(self.variable)
        if date is not None:
            date = read_raw(date)
        if date is None or not _has_value(date):
            context.count(self.variable, found=False)
            return None
        context.count(self.variable, found=True)
        if context.in_sort:
            return Node((date_text(date, self._precision(context)),), tag="date")
        if date.start is None:
            return self._in_words(context, date)
        return self._printed(context, date)

    def _printed(self, context: Context, date: Date) -> Output | None:
        parts, delimiter = self._format(context)
        printer = DatePrinter(context.locale, self.variable, date, parts, delimiter)
        outputs = printer.render()
        if not outputs:
            context.tally.found -= 1
            return None
        return formatted(
            outputs,
            _without_delimiter(self.formatting),
            "date",
            self.variable,
            context.locale.language,
        )

    def _in_words(self, context: Context, date: Date) -> Output | None:
        """A date that no parts could be read from.

        In a style that prints the year apart from the month, it replaces the year.
        """
        text = date.literal or date.raw
        parts, _ = self._format(context)
        years = [part.formatting for part in parts if part.name == "year"]
        if not text or not years:
            return None
        content = with_suffix_place(parse_markup(text), self.variable)
        year = Node(content, self._of_words(years[0]), tag="year")
        look = _without_delimiter(self.formatting)
        return formatted((year,), look, "date", self.variable)

    def _of_words(self, year: Formatting) -> Formatting:
        """The formatting of a date in words: that of the year that it replaces.

        In a localized date, what is around the year separates it from the month.
        """
        return replace(year, prefix="", suffix="") if self.form else year

    def _precision(self, context: Context) -> int:
        """How many of year, month and day sort: those that are printed."""
        parts, _ = self._format(context)
        names = [part.name for part in parts]
        if "day" in names:
            return 3
        return 2 if "month" in names else 1

    def _format(self, context: Context) -> tuple[tuple[DatePart, ...], str]:
        """The parts to print, and the delimiter between them."""
        localized = context.locale.dates.get(self.form) if self.form else None
        if localized is None:
            return self.parts, self.formatting.delimiter
        kept = _KEPT.get(self.date_parts, _ALL_PARTS)
        parts = [part for part in localized.parts if part.name in kept]
        if self.parts:
            own = {part.name: part for part in self.parts}
            parts = [_override(part, own.get(part.name)) for part in parts]
        if self.date_parts == "month-day":
            return _without_year(parts, localized.formatting.delimiter)
        return tuple(parts), localized.formatting.delimiter


def _without_year(
    parts: Sequence[DatePart], delimiter: str
) -> tuple[tuple[DatePart, ...], str]:
    """Month and day in their order, with what is between them only if both are there."""
    first, *_, last = parts
    between = f"{first.formatting.suffix}{delimiter}{last.formatting.prefix}"
    return tuple(map(_without_affixes, parts)), between


def _without_affixes(part: DatePart) -> DatePart:
    formatting = replace(part.formatting, prefix="", suffix="")
    return DatePart(part.name, part.form, part.range_delimiter, formatting)


def _has_value(date: Date) -> bool:
    return bool(date.start or date.literal or date.raw or date.season)


def _without_delimiter(formatting: Formatting) -> Formatting:
    """The formatting of the whole date; the delimiter is between its parts alone."""
    if not formatting.delimiter:
        return formatting
    return replace(formatting, delimiter="")


def _override(part: DatePart, own: DatePart | None) -> DatePart:
    """A locale's part with the form and look of the style's, but its own affixes.

    CSL 1.0.2, "Localized Dates".
    """
    if own is None:
        return part
    look = own.formatting
    formatting = replace(
        part.formatting,
        marks=look.marks or part.formatting.marks,
        text_case=look.text_case or part.formatting.text_case,
        strip_periods=look.strip_periods or part.formatting.strip_periods,
    )
    delimiter = own.range_delimiter
    if delimiter == _DEFAULT_RANGE_DELIMITER:
        delimiter = part.range_delimiter
    return DatePart(part.name, own.form or part.form, delimiter, formatting)


def date_text(date: Date, precision: int = 3) -> str:
    """A date as text that sorts: years before the common era first (CSL 1.0.2, "Sort").

    `precision` is how many of year, month and day count.

    >>> date_text(Date(DateParts(-44))) < date_text(Date(DateParts(2010))) < date_text(Date(DateParts(2010, 2)))
    True
    """
    date = read_raw(date)
    if date.start is None:
        return date.literal or date.raw
    text = _end_text(date.start, precision)
    if date.end is None:
        return text
    return f"{text}-{_end_text(date.end, precision)}"


def _end_text(end: DateParts, precision: int) -> str:
    parts = [_year_text(end.year), f"{end.month or 0:02}", f"{end.day or 0:02}"]
    return "".join(parts[:precision])


def _year_text(year: int) -> str:
    if year < 0:
        return f"0{_EARLIEST_YEAR + year:09}"
    return f"1{year:09}"
