"""Output to RichText: affixes, delimiters, quotation marks and flip-flop, then the
seams between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias, cast

from loccit._startup.regex import regex
from loccit.csl.locales.locale import Locale
from loccit.csl.output_tree import PLAIN, Node, Output
from loccit.csl.text.markup import INNER, NO_DECORATION
from loccit.csl.text.punctuation import Cell, meet_all
from loccit.csl.text.quotes import quotation_marks
from loccit.model import Mark, Marked, RichText
from loccit.model.rich_text import MarkName

_Item: TypeAlias = "Cell | tuple[Mark, list[_Item]]"

#: What stands for "no longer" when markup in the data repeats the mark around it.
_NEUTRAL = {
    "font-style": "normal",
    "font-variant": "normal",
    "font-weight": "normal",
    "text-decoration": "none",
    "vertical-align": "baseline",
}
#: Tags by which a node without formatting is more than its children.
_SET_APART = frozenset(["markup", "link", "address"])
_RAISED = dict(
    zip(
        "⁰¹²³ⁱ⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿªºᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
        "0123i456789+−=()naoabcdefghjklmoprstuvwxyz",
        strict=True,
    )
)
_LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+−=()", strict=True))
_SCRIPTS = regex(f"([{''.join(_RAISED)}{''.join(_LOWERED)}])")


def typeset(output: Output, locale: Locale, *, addresses: bool = False) -> RichText:
    """The text of an output, with its marks; `addresses` makes links of DOI and URL."""
    setter = _Setter(locale, addresses)
    items = setter.items(output, {}, 0)
    cells: list[Cell] = setter.cells
    meet_all(cells, locale.punctuation_in_quote)
    setter.trim_blocks()
    return RichText(_nodes(items))


def plain_text(output: Output, locale: Locale) -> str:
    """The characters alone."""
    return typeset(output, locale).plain


class _Setter:
    """Walks an output once; `cells` lists its pieces in reading order."""

    def __init__(self, locale: Locale, addresses: bool) -> None:
        self.cells: list[Cell] = []
        self.blocks: list[tuple[int, int, str]] = []
        self.links = ("link", "address") if addresses else ("link",)
        self.marks = (
            quotation_marks(locale, inner=False),
            quotation_marks(locale, inner=True),
        )

    def items(self, output: Output, active: dict[str, str], depth: int) -> list[_Item]:
        """What `output` becomes within the marks that are `active` and at a depth of
        quotations.
        """
        if isinstance(output, str):
            return self._leaf(output) if output else []
        node, formatting = output, output.formatting
        if formatting is PLAIN and node.tag not in _SET_APART:
            return self._children(node, active, depth)
        start = len(self.cells)
        marks = self._marks(node, active)
        within = (
            active | {str(mark.name): mark.value for mark in marks} if marks else active
        )
        prefix = self._leaf(formatting.prefix) if formatting.prefix else []
        inner = depth % 2 == 1 or node.value == INNER
        opening = [self._cell(self.marks[inner][0])] if formatting.quotes else []
        content = self._children(
            node, within, depth + 1 if formatting.quotes else depth
        )
        if not content:
            del self.cells[start:]
            return []
        items = content
        for mark in marks:
            items = [(mark, items)]
        if formatting.quotes:
            items = [*opening, *items, self._cell(self.marks[inner][1], closes=True)]
        if node.tag in self.links:
            if formatting.prefix and node.value.startswith(
                formatting.prefix
            ):  # "https://doi.org/" is of the address
                items, prefix = [*prefix, *items], []
            items = [(Mark("link", node.value), items)]
        items = [*prefix, *items]
        if formatting.suffix:
            items += self._leaf(formatting.suffix)
        if formatting.display:
            self.blocks.append((start, len(self.cells), formatting.display))
            return [(Mark("display", formatting.display), items)]
        return items

    def trim_blocks(self) -> None:
        """A block ends without a space, but for the margin, and an entry that is made
        of blocks begins without one.
        """
        for start, end, display in self.blocks:
            if display != "left-margin":
                _trim(reversed(self.cells[start:end]), str.rstrip)
            if not start:
                _trim(self.cells[start:end], str.lstrip)

    def _children(self, node: Node, active: dict[str, str], depth: int) -> list[_Item]:
        items: list[_Item] = []
        delimiter, previous = node.formatting.delimiter, ""
        for child in node.children:
            first = len(self.cells)
            before = self._cell(delimiter) if delimiter and items else None
            inner = self.items(child, active, depth)
            follows, previous = previous, "" if isinstance(child, str) else child.tag
            if not inner:
                del self.cells[first:]
                continue
            if isinstance(child, str) and follows in ("quoted", "markup", "nocase"):
                self.cells[first if before is None else first + 1].fixed = True
            if before is not None:
                items.append(before)
            items += inner
        return items

    def _leaf(self, text: str) -> list[_Item]:
        """A string; Unicode's raised and lowered characters are set as such, one by
        one.
        """
        if text.isascii() or not _SCRIPTS.search(text):
            return [self._cell(text)]
        items: list[_Item] = []
        for piece in _SCRIPTS.split(text):
            if piece in _RAISED:
                items.append(
                    (Mark("vertical-align", "sup"), [self._cell(_RAISED[piece])])
                )
            elif piece in _LOWERED:
                items.append(
                    (Mark("vertical-align", "sub"), [self._cell(_LOWERED[piece])])
                )
            elif piece:
                items.append(self._cell(piece))
        return items

    def _cell(self, text: str, closes: bool = False) -> Cell:
        cell = Cell(text, closes)
        self.cells.append(cell)
        return cell

    def _marks(self, node: Node, active: dict[str, str]) -> list[Mark]:
        if node.tag != "markup":
            return [
                mark for mark in node.formatting.marks if self._changes(mark, active)
            ]
        if node.value == NO_DECORATION:
            return [
                Mark(cast("MarkName", name), _NEUTRAL[name])
                for name, value in active.items()
                if value != _NEUTRAL[name]
            ]
        return [
            Mark(mark.name, _NEUTRAL[mark.name])
            if active.get(mark.name) == mark.value
            else mark
            for mark in node.formatting.marks
        ]

    @staticmethod
    def _changes(mark: Mark, active: dict[str, str]) -> bool:
        return active.get(mark.name, _NEUTRAL[mark.name]) != mark.value


def _trim(cells: Iterable[Cell], strip: Callable[[str], str]) -> None:
    for cell in cells:
        cell.text = strip(cell.text)
        if cell.text:
            return


def _nodes(items: list[_Item]) -> tuple[str | Marked, ...]:
    nodes: list[str | Marked] = []
    for item in items:
        if isinstance(item, Cell):
            if not item.text:
                continue
            if nodes and isinstance(nodes[-1], str):
                nodes[-1] += item.text
            else:
                nodes.append(item.text)
        elif inner := _nodes(item[1]):
            nodes.append(Marked(item[0], RichText(inner)))
    return tuple(nodes)
