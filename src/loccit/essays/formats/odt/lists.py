"""Number the items of lists as LibreOffice does (ODF 1.3, part 3, section 5.3)."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.essays.formats.odt.numbers import number_in
from loccit.essays.formats.odt.styles import Styles
from loccit.essays.packages.element import Element


@dataclass()
class List:
    """A list that is being read.

    Attributes:
        style: the name of its style.
        number: that of its last item.
    """

    style: str
    number: int


class Lists:
    """The lists of a part, in order."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._by_identifier: dict[str, List] = {}
        self._by_style: dict[tuple[str, int], List] = {}

    def begin(self, element: Element, outer: tuple[List, ...]) -> List:
        """Begin a `text:list`.

        Args:
            element: the list.
            outer: the lists that it is in, the outermost first.
        """
        style = element.get("text:style-name") or (outer[-1].style if outer else "")
        level = len(outer) + 1
        before = self._continued(element, style, level)
        first = self._styles.list_style(style).start(level)
        begun = List(style, before.number if before else first - 1)
        self._by_style[style, level] = begun
        self._by_identifier[element.get("xml:id")] = begun
        return begun

    def next_item(self, element: Element, lists: tuple[List, ...]) -> str:
        """Begin a `text:list-item`; return what is before it.

        Args:
            element: the item.
            lists: the lists that it is in, its own last.
        """
        if not lists:
            return ""
        own = lists[-1]
        own.number = number_in(element, "text:start-value", own.number + 1)
        numbers = [each.number for each in lists]
        return self._styles.list_style(own.style).marker(numbers)

    def _continued(self, element: Element, style: str, level: int) -> List | None:
        """Return the list that another one goes on with, if it does."""
        identifier = element.get("text:continue-list")
        if identifier:
            return self._by_identifier.get(identifier)
        if element.get("text:continue-numbering") == "true":
            return self._by_style.get((style, level))
        return None
