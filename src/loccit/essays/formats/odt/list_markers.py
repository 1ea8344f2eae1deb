"""The numbers and bullets of list items, as a list's style has them (ODF 1.3, part 3,
section 16.34).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit.essays.formats.odt.numbers import number_in
from loccit.essays.packages.element import Element

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
#: Larger numbers are written in digits.
_LARGEST_ROMAN = 3999


class Level(NamedTuple):
    """How the items of one level begin.

    Attributes:
        bullet: the sign before each; "" where they are numbered.
        format: `1`, `a`, `A`, `i`, `I`, or "" where they have no number.
        prefix, suffix: what is before and after the number.
        start: the number of the first.
        shown: the number of levels that a number has, as two in `3.1`.
    """

    bullet: str = ""
    format: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1


@dataclass(frozen=True, slots=True)
class ListStyle:
    """A style of lists.

    Attributes:
        levels: by their numbers, 1 for the outermost.
    """

    levels: Mapping[int, Level]

    @classmethod
    def of(cls, style: Element) -> ListStyle:
        """Read a `text:list-style`."""
        levels = {
            number_in(each, "text:level"): _level(each) for each in style.elements
        }
        return cls(levels)

    def start(self, level: int) -> int:
        """Return the number of the first item of a level."""
        return self.levels.get(level, Level()).start

    def marker(self, numbers: Sequence[int]) -> str:
        """Return what is before an item.

        Args:
            numbers: the numbers of the items that it is in, the outermost first, and
                its own.

        >>> ListStyle({1: Level(format="1", suffix=".")}).marker([3])
        '3.'
        """
        depth = len(numbers)
        level = self.levels.get(depth, Level())
        if level.bullet or not level.format:
            return level.bullet
        first = max(1, depth - level.shown + 1)
        written = [
            _written(numbers[each - 1], self.levels.get(each, Level()).format)
            for each in range(first, depth + 1)
        ]
        number = ".".join([each for each in written if each])
        return f"{level.prefix}{number}{level.suffix}"


def _level(element: Element) -> Level:
    prefix, suffix = element.get("style:num-prefix"), element.get("style:num-suffix")
    if element.tag == "text:list-level-style-bullet":
        return Level(f"{prefix}{element.get('text:bullet-char')}{suffix}")
    if element.tag != "text:list-level-style-number":
        return Level()
    return Level(
        "",
        element.get("style:num-format"),
        prefix,
        suffix,
        number_in(element, "text:start-value"),
        number_in(element, "text:display-levels"),
    )


def _written(number: int, number_format: str) -> str:
    """Write a number in a format (20.314)."""
    match number_format:
        case "a" | "A" if number > 0:
            letter = _LETTERS[(number - 1) % len(_LETTERS)]
            written = letter * ((number - 1) // len(_LETTERS) + 1)
        case "i" | "I" if 0 < number <= _LARGEST_ROMAN:
            written = _roman(number)
        case "":
            written = ""
        case _:
            return str(number)
    return written.upper() if number_format.isupper() else written


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written
