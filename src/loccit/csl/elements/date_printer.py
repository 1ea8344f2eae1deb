"""Print a date, or both ends of a range, part by part.

CSL 1.0.2, "Date-part", "Date Ranges", "AD and BC", "Seasons".
"""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit.csl.elements.formatting import formatted
from loccit.csl.locales.date_format import DatePart
from loccit.csl.locales.locale import Locale
from loccit.csl.locales.ordinals import ordinal
from loccit.csl.output_tree import Formatting, Node, Output, Tag
from loccit.csl.text.markup import parse_markup
from loccit.model import Date, DateParts

#: From the largest to the smallest.
_UNITS = ("year", "month", "day")
_DEFAULT_RANGE_DELIMITER = "–"
#: Seasons in the place of months: 13 to 16 (csl-data.json), 21 to 24 (EDTF).
_SEASON_MONTHS = {13: 1, 14: 2, 15: 3, 16: 4, 21: 1, 22: 2, 23: 3, 24: 4}
_NUMERIC = ("numeric", "numeric-leading-zeros")
#: Years before this one are printed with "AD".
_FIRST_BARE_YEAR = 1000
_SUFFIX_PLACE = Node((), tag="year-suffix-place")


class DatePrinter:
    """Prints one date.

    Attributes:
        variable: of the date; a suffix letter can follow the year of `issued`.
        parts: the parts to print, in order.
        delimiter: between the parts.
    """

    def __init__(
        self,
        locale: Locale,
        variable: str,
        date: Date,
        parts: tuple[DatePart, ...],
        delimiter: str,
    ) -> None:
        self.locale = locale
        self.variable = variable
        self.date = date
        self.parts = parts
        self.delimiter = delimiter

    def render(self) -> tuple[Output, ...]:
        """The date or the range; nothing if none of the parts has a value."""
        start, end = self.date.start, self.date.end
        assert start is not None
        if end is not None and end != start:
            unit = self._largest_difference(start, end)
            if unit is not None:
                return self._range(start, end, unit)
        return self._joined(self._printed(self.parts, start))

    def _range(
        self,
        start: DateParts,
        end: DateParts,
        unit: str,
    ) -> tuple[Output, ...]:
        """A range: once what both ends share, twice from the first part that differs."""
        repeated = _UNITS[_UNITS.index(unit) :]
        indexes: list[int] = []
        for index, part in enumerate(self.parts):
            if part.name in repeated:
                indexes.append(index)
        first, last = indexes[0], indexes[-1]
        before = self._printed(self.parts[:first], start)
        middle = self._both_ends(self.parts[first : last + 1], start, end, unit)
        after = self._printed(self.parts[last + 1 :], start)
        return self._joined([*before, *middle, *after])

    def _both_ends(
        self,
        parts: tuple[DatePart, ...],
        start: DateParts,
        end: DateParts,
        unit: str,
    ) -> list[Output]:
        """The parts at the start and at the end, with the dash of the largest one."""
        dash = self._dash(unit)
        begin = self._printed(parts, start, final=False)
        finish = self._printed(parts, end)
        if begin and finish:
            begin[-1] = _without_suffix(begin[-1])
            finish[0] = _without_prefix(finish[0])
            return [Node((*self._joined(begin), dash, *self._joined(finish)))]
        if begin and not end.year:  # a range without an end
            present = self.locale.term("present")
            return [Node((*self._joined(begin), dash, present))]
        return [*begin, *finish]

    def _dash(self, unit: str) -> str:
        for part in self.parts:
            if part.name == unit:
                return part.range_delimiter
        return _DEFAULT_RANGE_DELIMITER

    def _largest_difference(self, start: DateParts, end: DateParts) -> str | None:
        """The largest unit in which the ends differ in print."""
        printed = [part.name for part in self.parts]
        if "year" in printed and start.year != end.year:
            return "year"
        if "month" in printed and start.month != end.month:
            return "month"
        if "day" in printed and start.day != end.day:
            return "day"
        return None

    def _joined(self, nodes: list[Output]) -> tuple[Output, ...]:
        if not self.delimiter or len(nodes) < 2:
            return tuple(nodes)
        return (Node(tuple(nodes), Formatting(delimiter=self.delimiter)),)

    def _printed(
        self,
        parts: tuple[DatePart, ...],
        value: DateParts,
        final: bool = True,
    ) -> list[Output]:
        """The parts that have a value; `final` if no other end of a range follows."""
        nodes: list[Output] = []
        for part in parts:
            text = self._text(part, value)
            if text:
                nodes.append(self._node(part, text, final))
        return nodes

    def _node(
        self,
        part: DatePart,
        text: str,
        final: bool,
    ) -> Output:
        content = parse_markup(text)
        tag: Tag = ""
        if part.name == "year":
            tag = "year"
            if final:
                content = with_suffix_place(content, self.variable)
        language = self.locale.language
        return formatted(content, part.formatting, tag, language=language)

    def _text(self, part: DatePart, value: DateParts) -> str:
        if part.name == "year":
            return self._year(part.form, value.year)
        if part.name == "month":
            return self._month(part.form, value.month)
        if part.name == "day":
            return self._day(part.form, value)
        return ""  # a style that is not valid

    def _year(self, form: str, year: int) -> str:
        if form == "short":
            return f"{abs(year) % 100:02}"
        if year < 0:
            return f"{-year}{self.locale.term('bc')}"
        if 0 < year < _FIRST_BARE_YEAR:
            return f"{year}{self.locale.term('ad')}"
        return str(year) if year else ""

    def _month(self, form: str, month: int | None) -> str:
        if month is None or month > 12:
            return self._season(form, month)
        if form == "numeric":
            return str(month)
        if form == "numeric-leading-zeros":
            return f"{month:02}"
        return self.locale.term(f"month-{month:02}", form or "long")

    def _season(self, form: str, month: int | None) -> str:
        """The season in the place of a month, perhaps in words; it has no number."""
        if form in _NUMERIC:
            return ""
        season = self.date.season
        if not season and month is not None:
            season = _SEASON_MONTHS.get(month)
        if not season:
            return self.date.raw
        return self.locale.term(f"season-{season:02}")

    def _day(self, form: str, value: DateParts) -> str:
        day = value.day
        if day is None:
            return ""
        if form == "numeric-leading-zeros":
            return f"{day:02}"
        if form == "ordinal" and self._is_ordinal(day):
            return ordinal(self.locale, day, self._gender(value.month))
        return str(day)

    def _is_ordinal(self, day: int) -> bool:
        return day == 1 or not self.locale.limit_day_ordinals_to_day_1

    def _gender(self, month: int | None) -> str:
        term = self.locale.find_term(f"month-{month:02}") if month else None
        return term.gender if term else ""


def with_suffix_place(content: tuple[Output, ...], variable: str) -> tuple[Output, ...]:
    """A year with the place of its suffix letter, if it is the year of publication."""
    if variable != "issued":
        return content
    return (*content, _SUFFIX_PLACE)


def _without_suffix(output: Output) -> Output:
    if isinstance(output, str):
        return output
    return replace(output, formatting=replace(output.formatting, suffix=""))


def _without_prefix(output: Output) -> Output:
    if isinstance(output, str):
        return output
    return replace(output, formatting=replace(output.formatting, prefix=""))
