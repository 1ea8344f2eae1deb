"""The numbers and bullets that Word prints before paragraphs (ECMA-376, Part 1, 17.9)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from loccit._startup.regex import regex
from loccit.essays.formats.docx.styles import Numbered
from loccit.essays.formats.docx.values import number
from loccit.essays.packages.element import Element

_PLACE = regex(r"%([1-9])")
_LEVELS = 9
#: Higher ones are written as digits.
_HIGHEST = 4000
#: A bullet whose character is one of a font of symbols.
_BULLET = "•"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Numbering:
    """Counts the paragraphs of lists, in the order in which they are asked for."""

    def __init__(self, root: Element | None) -> None:
        """Read the root element of the part with the lists, if there is one."""
        self._lists: dict[str, Element] = {}
        self._abstract: dict[str, Element] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()
        for each in root.elements if root else ():
            if each.tag == "w:num":
                self._lists[each.get("w:numId")] = each
            elif each.tag == "w:abstractNum":
                self._abstract[each.get("w:abstractNumId")] = each

    def marker(self, numbered: Numbered) -> str:
        """Count a paragraph; return what Word prints before it."""
        abstract = self._abstract_of(numbered.list_id)
        if abstract is None or not 0 <= numbered.level < _LEVELS:
            return ""
        levels = _levels(abstract)
        counts = self._counts.setdefault(_id(abstract), [None] * _LEVELS)
        self._count(numbered, counts, levels)
        return _written(levels, counts, numbered.level)

    def _abstract_of(self, list_id: str) -> Element | None:
        found = self._lists.get(list_id)
        link = found.find("w:abstractNumId") if found else None
        abstract = self._abstract.get(link.get("w:val")) if link else None
        style = abstract.find("w:numStyleLink") if abstract else None
        return self._of_style(style.get("w:val")) if style else abstract

    def _of_style(self, style: str) -> Element | None:
        """Return the list that is the definition of a style of lists."""
        for each in self._abstract.values():
            link = each.find("w:styleLink")
            if link and link.get("w:val") == style:
                return each
        return None

    def _count(
        self,
        numbered: Numbered,
        counts: list[int | None],
        levels: Mapping[int, Element],
    ) -> None:
        """Count one more paragraph of a level, and begin the lower ones anew."""
        level = numbered.level
        override = self._override(numbered)
        if override is not None:
            counts[level] = override
        elif counts[level] is None:
            counts[level] = _start(levels.get(level))
        else:
            counts[level] = (counts[level] or 0) + 1
        for above in range(level):
            if counts[above] is None:
                counts[above] = _start(levels.get(above))
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)

    def _override(self, numbered: Numbered) -> int | None:
        """Return where a list begins its first paragraph of a level, if it says so."""
        key = (numbered.list_id, numbered.level)
        if key in self._started:
            return None
        self._started.add(key)
        for each in self._lists[numbered.list_id].elements:
            if each.get("w:ilvl") == str(numbered.level):
                start = each.find("w:startOverride")
                return number(start, default=1) if start else None
        return None


def _levels(abstract: Element) -> dict[int, Element]:
    levels = (each for each in abstract.elements if each.tag == "w:lvl")
    return {number(each, "w:ilvl"): each for each in levels}


def _id(abstract: Element) -> str:
    return abstract.get("w:abstractNumId")


def _start(level: Element | None) -> int:
    return number(level.find("w:start") if level else None, default=1)


def _written(
    levels: Mapping[int, Element], counts: list[int | None], level: int
) -> str:
    """Return the text of a level with the numbers in it."""
    here = levels.get(level)
    text = here.find("w:lvlText") if here else None
    if here is None or text is None:
        return ""
    if _format(here) == "bullet":
        sign = text.get("w:val")
        return _BULLET if "\ue000" <= sign[:1] <= "\uf8ff" else sign

    def count(place: int) -> str:
        write = _FORMATS.get(_format(levels.get(place)), str)
        value = counts[place] or 0
        return write(value) if 0 < value < _HIGHEST else str(value)

    return _PLACE.sub(lambda found: count(int(found[1]) - 1), text.get("w:val"))


def _format(level: Element | None) -> str:
    found = level.find("w:numFmt") if level else None
    return found.get("w:val") if found else "decimal"


def _letters(count: int) -> str:
    """Write a number as Word does: a, b ... z, aa, bb ..."""
    letter = chr(ord("a") + (count - 1) % 26)
    return letter * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        times, count = divmod(count, value)
        written += sign * times
    return written


#: How numbers are written (17.18.59); others are written as digits.
_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda count: f"{count:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "none": lambda count: "",
}
