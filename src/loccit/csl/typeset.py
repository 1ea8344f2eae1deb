"""Output to RichText: affixes, delimiters, quotation marks and flip-flop, then the seams between them."""

from __future__ import annotations

from typing import TypeAlias

from loccit.csl.locale import Locale
from loccit.csl.markup import NO_DECORATION
from loccit.csl.output_tree import Formatting, Node, Output
from loccit.csl.punctuation import Cell, meet_all
from loccit.csl.quotes import quotation_marks
from loccit.model import Mark, Marked, RichText

_Item: TypeAlias = "Cell | tuple[Mark, list[_Item]]"

#: What stands for "no longer" when markup in the data repeats the mark around it.
_NEUTRAL = {
    "font-style": "normal",
    "font-variant": "normal",
    "font-weight": "normal",
    "text-decoration": "none",
    "vertical-align": "baseline",
}
_LINK_MARK = "link"


def typeset(output: Output, locale: Locale, *, links: bool = False) -> RichText:
    """The text of an output, with its marks; `links` turns link nodes into link marks."""
    setter = _Setter(locale, links)
    items = setter.items(output, {}, 0)
    cells: list[Cell] = setter.cells
    meet_all(cells, locale.punctuation_in_quote)
    return RichText(_nodes(items))


def plain_text(output: Output, locale: Locale) -> str:
    """The characters alone."""
    return typeset(output, locale).plain


class _Setter:
    """Walks an output once; `cells` lists its pieces in reading order."""

    def __init__(self, locale: Locale, links: bool) -> None:
        self.cells: list[Cell] = []
        self.links = links
        self.marks = (quotation_marks(locale, inner=False), quotation_marks(locale, inner=True))

    def items(self, output: Output, active: dict[str, str], depth: int) -> list[_Item]:
        """What `output` becomes within the marks that are `active` and at a depth of quotations."""
        if isinstance(output, str):
            return [self._cell(output)] if output else []
        node = output
        start = len(self.cells)
        formatting = node.formatting
        marks = self._marks(node, active)
        within = active | {str(mark.name): mark.value for mark in marks} if marks else active
        prefix = self._cell(formatting.prefix) if formatting.prefix else None
        items: list[_Item] = []
        if formatting.quotes:
            inner = depth % 2 == 1 or node.value == "single"
            opening, closing = self.marks[inner]
            items.append(self._cell(opening))
            content = self._children(node, within, depth + 1)
            for mark in marks:
                content = [(mark, content)]
            items += content
            items.append(self._cell(closing, closes=True))
        else:
            content = self._children(node, within, depth)
            items = content
            for mark in marks:
                items = [(mark, items)]
        if not content or not any(map(_has_text, content)):
            del self.cells[start:]
            return []
        if prefix is not None:
            items.insert(0, prefix)
        if formatting.suffix:
            items.append(self._cell(formatting.suffix))
        if node.tag == _LINK_MARK and self.links:
            items = [(Mark("link", node.value), items)]
        return [(Mark("display", formatting.display), items)] if formatting.display else items

    def _children(self, node: Node, active: dict[str, str], depth: int) -> list[_Item]:
        items: list[_Item] = []
        delimiter = node.formatting.delimiter
        for child in node.children:
            before = self._cell(delimiter) if delimiter and items else None
            inner = self.items(child, active, depth)
            if inner and before is not None:
                items.append(before)
            elif before is not None:
                self.cells.remove(before) if self.cells[-1] is not before else self.cells.pop()
            items += inner
        return items

    def _cell(self, text: str, closes: bool = False) -> Cell:
        cell = Cell(text, closes)
        self.cells.append(cell)
        return cell

    def _marks(self, node: Node, active: dict[str, str]) -> list[Mark]:
        if node.tag != "markup":
            return [mark for mark in node.formatting.marks if self._changes(mark, active)]
        if node.value == NO_DECORATION:
            return [Mark(name, _NEUTRAL[name]) for name, value in active.items() if value != _NEUTRAL[name]]  # type: ignore[arg-type]
        return [
            Mark(mark.name, _NEUTRAL[mark.name]) if active.get(mark.name) == mark.value else mark
            for mark in node.formatting.marks
        ]

    @staticmethod
    def _changes(mark: Mark, active: dict[str, str]) -> bool:
        return active.get(mark.name) != mark.value


def _has_text(item: _Item) -> bool:
    return bool(item.text) if isinstance(item, Cell) else any(map(_has_text, item[1]))


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


def rich_text_output(text: RichText) -> Output:
    """A RichText, such as a cite's prefix, as Output; its plain parts are read as text of a variable is."""
    from loccit.csl.markup import parse_markup

    children: list[Output] = []
    for node in text.nodes:
        if isinstance(node, str):
            children += parse_markup(node)
        else:
            inner = rich_text_output(node.content)
            children.append(Node((inner,), Formatting(marks=(node.mark,)), "markup"))
    return Node(tuple(children))


def output_rich_text(output: Output) -> RichText:
    """Output of data, such as a prefix with markup, as RichText: marks alone, for there is no locale yet."""
    if isinstance(output, str):
        return RichText.of(output)
    text = RichText()
    for child in output.children:
        text += output_rich_text(child)
    if output.formatting.quotes:
        text = RichText.of('"') + text + RichText.of('"')
    for mark in output.formatting.marks:
        text = text.marked(mark)
    return text
