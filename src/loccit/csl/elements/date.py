"""cs:date (CSL 1.0.2, "Date", "Date Ranges", "AD and BC", "Seasons", "Approximate
Dates").
"""

from __future__ import annotations

from loccit._startup.dataclass import dataclass, replace
from loccit.csl.elements.context import Context
from loccit.csl.elements.date_order import date_text
from loccit.csl.elements.formatting import formatted
from loccit.csl.locales.date_format import DatePart
from loccit.csl.locales.ordinals import ordinal
from loccit.csl.output_tree import Formatting, Node, Output, Tag
from loccit.csl.text.markup import parse_markup
from loccit.model import Date, DateParts
from loccit.values.raw_date import parse_raw_date

#: Which parts `date-parts` keeps of a localized date.
_KEPT = {
    "year": {"year"},
    "year-month": {"year", "month"},
    "year-month-day": {"year", "month", "day"},
    "": {"year", "month", "day"},
}


@dataclass(frozen=True, slots=True)
class DateElement:
    """cs:date: with `form`, the locale's date, changed by own parts; without, the own
    parts alone.
    """

    variable: str
    form: str
    date_parts: str
    parts: tuple[DatePart, ...]
    formatting: Formatting

    def render(self, context: Context) -> Output | None:
        date = context.date(self.variable)
        if date is not None and date.raw and date.start is None:
            date = parse_raw_date(date)
        has_value = date is not None and bool(
            date.start or date.literal or date.raw or date.season
        )
        context.note(self.variable, has_value)
        if date is None or not has_value:
            return None
        if context.in_sort:
            return Node((date_text(date, self._shown_parts(context)),), tag="date")
        if date.start is None:
            return self._in_words(context, date)
        parts, formatting = self._format(context)
        printer = _Printer(context, self.variable, date, parts)
        outputs = printer.render(formatting.delimiter)
        if not outputs:
            context.found -= 1
            return None
        return formatted(
            outputs,
            replace(formatting, delimiter=""),
            "date",
            self.variable,
            context.locale.language,
        )

    def _shown_parts(self, context: Context) -> int:
        """1 for the year alone, 2 with the month, 3 with the day: a macro is sorted by
        what it prints.
        """
        names = {part.name for part in self._format(context)[0]}
        return 3 if "day" in names else 2 if "month" in names else 1

    def _in_words(self, context: Context, date: Date) -> Output | None:
        text = date.literal or date.raw
        # in a style that prints the year apart from the month, the words stand for the
        # year
        if not text or not any(
            part.name == "year" for part in self._format(context)[0]
        ):
            return None
        year = Node((*parse_markup(text), *_place(self.variable)), tag="year")
        return formatted(
            (year,), replace(self.formatting, delimiter=""), "date", self.variable
        )

    def _format(self, context: Context) -> tuple[tuple[DatePart, ...], Formatting]:
        localized = context.locale.dates.get(self.form) if self.form else None
        if localized is None:
            return self.parts, self.formatting
        own = {part.name: part for part in self.parts}
        kept = _KEPT.get(self.date_parts, _KEPT[""])
        parts = tuple(
            _override(part, own.get(part.name))
            for part in localized.parts
            if part.name in kept
        )
        return parts, replace(self.formatting, delimiter=localized.formatting.delimiter)


def _override(part: DatePart, own: DatePart | None) -> DatePart:
    """A style may change the form and look of a locale's part, not its affixes (CSL
    1.0.2, "Localized Dates").
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
    delimiter = (
        own.range_delimiter if own.range_delimiter != "–" else part.range_delimiter
    )
    return DatePart(part.name, own.form or part.form, delimiter, formatting)


@dataclass(frozen=True, slots=True)
class _Printer:
    """One date, or both ends of a range, by a list of parts."""

    context: Context
    variable: str
    date: Date
    parts: tuple[DatePart, ...]

    def render(self, delimiter: str) -> tuple[Output, ...]:
        start, end = self.date.start, self.date.end
        assert start is not None
        if end is None or end == start:
            return self._joined(
                [node for part in self.parts if (node := self._part(part, start))],
                delimiter,
            )
        return self._range(start, end, delimiter)

    def _range(
        self, start: DateParts, end: DateParts, delimiter: str
    ) -> tuple[Output, ...]:
        """A range prints once what both ends share, and the rest twice (CSL 1.0.2,
        "Date Ranges").
        """
        differs = self._largest_difference(start, end)
        order = ("year", "month", "day")
        twice = set(order[order.index(differs) :]) if differs else set()
        inside = [index for index, part in enumerate(self.parts) if part.name in twice]
        if not inside:
            return self._joined(
                [node for part in self.parts if (node := self._part(part, start))],
                delimiter,
            )
        first, last = inside[0], inside[-1] + 1
        begin = [
            node
            for part in self.parts[first:last]
            if (node := self._part(part, start, final=False))
        ]
        finish = [
            node for part in self.parts[first:last] if (node := self._part(part, end))
        ]
        before = [
            node for part in self.parts[:first] if (node := self._part(part, start))
        ]
        after = [
            node for part in self.parts[last:] if (node := self._part(part, start))
        ]
        dash = next(
            (part.range_delimiter for part in self.parts if part.name == differs), "–"
        )
        if begin and finish:
            begin[-1] = _without_suffix(begin[-1])
            finish[0] = _without_prefix(finish[0])
            middle: list[Output] = [
                Node(
                    (
                        *self._joined(begin, delimiter),
                        dash,
                        *self._joined(finish, delimiter),
                    )
                )
            ]
        elif begin and not end.year:  # a range without an end
            middle = [
                Node(
                    (
                        *self._joined(begin, delimiter),
                        dash,
                        self.context.locale.term("present"),
                    )
                )
            ]
        else:
            middle = [*begin, *finish]
        return self._joined([*before, *middle, *after], delimiter)

    def _largest_difference(self, start: DateParts, end: DateParts) -> str:
        shown = {part.name for part in self.parts}
        for name in ("year", "month", "day"):
            if name in shown and getattr(start, name) != getattr(end, name):
                return name
        return ""

    @staticmethod
    def _joined(nodes: list[Output], delimiter: str) -> tuple[Output, ...]:
        if not delimiter or len(nodes) < 2:
            return tuple(nodes)
        return (Node(tuple(nodes), Formatting(delimiter=delimiter)),)

    def _part(
        self, part: DatePart, value: DateParts, final: bool = True
    ) -> Output | None:
        text = {"year": self._year, "month": self._month, "day": self._day}[part.name](
            part, value
        )
        if not text:
            return None
        children: tuple[Output, ...] = parse_markup(text)
        tag: Tag = ""
        if part.name == "year":
            tag = "year"
            if final:
                children = (*children, *_place(self.variable))
        return formatted(
            children, part.formatting, tag, language=self.context.locale.language
        )

    def _year(self, part: DatePart, value: DateParts) -> str:
        locale, year = self.context.locale, value.year
        if part.form == "short":
            return f"{abs(year) % 100:02}"
        if year < 0:
            return f"{-year}{locale.term('bc')}"
        if 0 < year < 1000:
            return f"{year}{locale.term('ad')}"
        return str(year) if year else ""

    def _month(self, part: DatePart, value: DateParts) -> str:
        locale, month = self.context.locale, value.month
        if month is None or month > 12:
            season = self.date.season or _SEASON_MONTHS.get(month or 0, 0)
            return (
                locale.term(f"season-{season:02}")
                if season and part.form not in _NUMERIC
                else ""
            )
        if part.form == "numeric":
            return str(month)
        if part.form == "numeric-leading-zeros":
            return f"{month:02}"
        return locale.term(f"month-{month:02}", part.form or "long")

    def _day(self, part: DatePart, value: DateParts) -> str:
        if value.day is None:
            return ""
        locale = self.context.locale
        if part.form == "numeric-leading-zeros":
            return f"{value.day:02}"
        if part.form == "ordinal" and (
            value.day == 1 or not locale.limit_day_ordinals_to_day_1
        ):
            month = locale.find_term(f"month-{value.month:02}") if value.month else None
            return ordinal(locale, value.day, month.gender if month else "")
        return str(value.day)


#: Seasons in the place of months: 13 to 16 (csl-data.json), 21 to 24 (EDTF).
_SEASON_MONTHS = {13: 1, 14: 2, 15: 3, 16: 4, 21: 1, 22: 2, 23: 3, 24: 4}
_NUMERIC = ("numeric", "numeric-leading-zeros")


def _place(variable: str) -> tuple[Output, ...]:
    """Where a suffix letter may go: behind the year of publication."""
    return (Node((), tag="year-suffix-place"),) if variable == "issued" else ()


def _without_suffix(output: Output) -> Output:
    return (
        output
        if isinstance(output, str)
        else replace(output, formatting=replace(output.formatting, suffix=""))
    )


def _without_prefix(output: Output) -> Output:
    return (
        output
        if isinstance(output, str)
        else replace(output, formatting=replace(output.formatting, prefix=""))
    )
