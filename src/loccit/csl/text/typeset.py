"""Set an output as RichText.

Affixes, delimiters, quotation marks and flip-flop come first, then the seams between
them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeAlias, cast

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.csl.locales.locale import Locale
from loccit.csl.output_tree import PLAIN, Node, Output, Tag, leaves
from loccit.csl.text.markup import NO_DECORATION
from loccit.csl.text.punctuation import Cell, meet_all
from loccit.csl.text.quotes import GUILLEMETS, QuotationMarks
from loccit.model import Mark, Marked, RichText
from loccit.model.rich_text import MarkName
from loccit.values.addresses import safe_address

_Item: TypeAlias = "Cell | tuple[Mark, list[_Item]]"

#: The values that undo a mark, for markup in the data that repeats the mark around it.
_NEUTRAL = {
    "font-style": "normal",
    "font-variant": "normal",
    "font-weight": "normal",
    "text-decoration": "none",
    "vertical-align": "baseline",
}
#: Tags by which a node without formatting is more than its children.
_SET_APART = frozenset(["markup", "link", "address"])
#: Tags of text that somebody typed: what follows it in the same text stays next to it.
_TYPED = ("quoted", "markup", "nocase")
#: Blocks with raised and lowered letters, digits and signs.  Unicode says of each which
#: it is; ™ and ℠ are not here, because they are signs of their own.
_SCRIPTS = regex("([ª²³¹ºʰ-ʸˠ-ˤᴬ-ᵪᵸᶛ-ᶿ⁰-ₜⱽⱼꟸꟹ])")
#: Scripts without italics: Chinese, Japanese and Korean (Chicago Manual of Style, 11.78).
_UPRIGHT = regex(r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff65-\uff9f]")
_OTHER_LETTER = regex(r"[a-zA-Z0-9\u00c0-\u10ff]")
#: The marks for Unicode's kinds of compatibility characters.
_SCRIPT_MARKS = {
    "<super>": Mark("vertical-align", "sup"),
    "<sub>": Mark("vertical-align", "sub"),
}


def typeset(
    output: Output,
    locale: Locale,
    *,
    addresses: bool = False,
) -> RichText:
    """The text of an output, with its marks; `addresses` makes links of DOI and URL."""
    setter = _Setter(locale, addresses)
    items = setter.items(output, {}, 0)
    meet_all(setter.cells, locale.punctuation_in_quote)
    setter.trim_blocks()
    return RichText(_nodes(items))


def plain_text(output: Output, locale: Locale) -> str:
    """The characters of an output, without marks."""
    return typeset(output, locale).plain


class _Setter:
    """Walks an output once.

    Attributes:
        cells: the pieces of text in reading order.
        blocks: start and end among the cells of each block, and its `display`.
    """

    def __init__(self, locale: Locale, addresses: bool) -> None:
        self.cells: list[Cell] = []
        self.blocks: list[tuple[int, int, str]] = []
        self.links = ("link", "address") if addresses else ("link",)
        self._locale = locale
        self._quotes: QuotationMarks | None = None

    @property
    def quotes(self) -> QuotationMarks:
        """The marks of quotations, which few texts have."""
        if self._quotes is None:
            self._quotes = QuotationMarks(self._locale)
        return self._quotes

    def items(
        self,
        output: Output,
        active: dict[str, str],
        depth: int,
    ) -> list[_Item]:
        """The items of an output inside some marks, and inside `depth` quotations."""
        if isinstance(output, str):
            return self._leaf(output) if output else []
        if output.formatting is PLAIN and output.tag not in _SET_APART:
            return self._children(output, active, depth)
        if output.tag == "address" and "address" in self.links:
            output = _with_safe_address(output)
        return self._formatted(output, active, depth)

    def _formatted(
        self,
        node: Node,
        active: dict[str, str],
        depth: int,
    ) -> list[_Item]:
        formatting = node.formatting
        start = len(self.cells)
        prefix = self._leaf(formatting.prefix) if formatting.prefix else []
        if formatting.marks or formatting.quotes or node.tag == "markup":
            items = self._marked(node, active, depth)
        else:
            items = self._children(node, active, depth)
        if not items:
            del self.cells[start:]
            return []
        if node.tag in self.links:
            if formatting.prefix and node.value.startswith(formatting.prefix):
                # "https://doi.org/" is a part of the address
                items = [*prefix, *items]
                prefix = []
            items = [(Mark("link", node.value), items)]
        if prefix:
            items = [*prefix, *items]
        if formatting.suffix:
            items += self._leaf(formatting.suffix)
        if formatting.display:
            self.blocks.append((start, len(self.cells), formatting.display))
            return [(Mark("display", formatting.display), items)]
        return items

    def _marked(
        self,
        node: Node,
        active: dict[str, str],
        depth: int,
    ) -> list[_Item]:
        """The children of a node under its marks, in its quotation marks."""
        marks = self._marks(node, active)
        if marks:
            active = active.copy()
            for mark in marks:
                active[mark.name] = mark.value
        if node.formatting.quotes:
            return self._quoted(node, marks, active, depth)
        items = self._children(node, active, depth)
        return _under(marks, items) if items else []

    def _quoted(
        self,
        node: Node,
        marks: list[Mark],
        active: dict[str, str],
        depth: int,
    ) -> list[_Item]:
        typed = node.value[:1] if node.tag == "quoted" else ""
        if self.quotes.stay_typed(typed, depth):
            return self._as_typed(node, active, depth)
        opening, closing = self.quotes.at(depth)
        if typed and not depth:
            opening, closing = self.quotes.of_typed(typed)
            if opening == self.quotes.inner[0]:
                depth += 1  # a quotation inside of it has the outer marks
        start = len(self.cells)
        first = self._cell(opening)
        items = self._children(node, active, depth + 1)
        if not items:
            return []
        if typed in GUILLEMETS:
            # the spaces inside French guillemets
            _trim(self.cells[start + 1 :], str.lstrip)
            _trim(reversed(self.cells[start + 1 :]), str.rstrip)
        return [first, *_under(marks, items), self._cell(closing, closes=True)]

    def _as_typed(
        self,
        node: Node,
        active: dict[str, str],
        depth: int,
    ) -> list[_Item]:
        """A quotation in the marks of another language, or in guillemets."""
        opening, closing = node.value[0], node.value[1]
        is_own = self.quotes.begins_outer(opening)
        if is_own:
            depth += 1
        first = self._cell(opening)
        items = self._children(node, active, depth)
        return [first, *items, self._cell(closing, closes=is_own)]

    def trim_blocks(self) -> None:
        """Remove the spaces at the ends of blocks.

        The left margin keeps its last one.  An entry that begins with a block does not
        begin with a space either.
        """
        for start, end, display in self.blocks:
            if display != "left-margin":
                _trim(reversed(self.cells[start:end]), str.rstrip)
            if not start:
                _trim(self.cells[start:end], str.lstrip)

    def _children(
        self,
        node: Node,
        active: dict[str, str],
        depth: int,
    ) -> list[_Item]:
        if len(node.children) == 1:
            return self._only_child(node.children[0], active, depth)
        items: list[_Item] = []
        delimiter = node.formatting.delimiter
        previous: Tag = ""
        for child in node.children:
            first = len(self.cells)
            before = self._cell(delimiter) if delimiter and items else None
            inner = self.items(child, active, depth)
            follows = previous
            previous = "" if isinstance(child, str) else child.tag
            if not inner:
                del self.cells[first:]
                continue
            if follows in _TYPED and isinstance(child, str):
                self.cells[first if before is None else first + 1].fixed = True
            if before is not None:
                items.append(before)
            items += inner
        return items

    def _only_child(
        self,
        child: Output,
        active: dict[str, str],
        depth: int,
    ) -> list[_Item]:
        first = len(self.cells)
        items = self.items(child, active, depth)
        if not items:
            del self.cells[first:]
        return items

    def _leaf(self, text: str) -> list[_Item]:
        """A string, in which Unicode's raised and lowered characters get marks."""
        if text.isascii() or not _SCRIPTS.search(text):
            return [self._cell(text)]
        items: list[_Item] = []
        for piece in _SCRIPTS.split(text):
            if not piece:
                continue
            mark = _script_mark(piece)
            if mark is None:
                items.append(self._cell(piece))
            else:
                letter = unicodedata.normalize("NFKD", piece)
                items.append((mark, [self._cell(letter)]))
        return items

    def _cell(self, text: str, closes: bool = False) -> Cell:
        cell = Cell(text, closes)
        self.cells.append(cell)
        return cell

    def _marks(self, node: Node, active: dict[str, str]) -> list[Mark]:
        """The marks of a node that change anything; markup in the data flips them."""
        marks = node.formatting.marks
        if node.tag != "markup":
            if not marks:
                return []
            upright = _is_upright(node)
            return [mark for mark in marks if _changes(mark, active, upright)]
        if node.value == NO_DECORATION:
            return _undoing(active)
        return [_flipped(mark, active) for mark in marks]


@lru_cache(maxsize=512)
def _script_mark(character: str) -> Mark | None:
    """The mark for a raised or lowered character."""
    if len(character) > 1:
        return None
    kind, _, _ = unicodedata.decomposition(character).partition(" ")
    return _SCRIPT_MARKS.get(kind)


def _with_safe_address(node: Node) -> Node:
    """A link whose address works; if the address is what readers see, they can copy it."""
    address = safe_address(node.value)
    if address == node.value:
        return node
    text = "".join(leaves(node))
    if node.formatting.prefix + text != node.value:
        return replace(node, value=address)
    return replace(node, value=address, children=(safe_address(text),))


def _is_upright(node: Node) -> bool:
    """Return whether all letters of a text are of a script without italics."""
    text = "".join(leaves(node))
    if not any(map(_may_be_upright, text)) or not _UPRIGHT.search(text):
        return False
    return not _OTHER_LETTER.search(text)


def _may_be_upright(character: str) -> bool:
    """Return whether `_UPRIGHT` may match; to compile it takes 2 ms."""
    return character >= "\u2e80" or "\u1100" <= character <= "\u11ff"


def _changes(
    mark: Mark,
    active: dict[str, str],
    upright: bool,
) -> bool:
    """Return whether a mark of the style changes anything."""
    if upright and mark.name == "font-style":
        return False
    return active.get(mark.name, _NEUTRAL[mark.name]) != mark.value


def _flipped(mark: Mark, active: dict[str, str]) -> Mark:
    if active.get(mark.name) == mark.value:
        return Mark(mark.name, _NEUTRAL[mark.name])
    return mark


def _undoing(active: dict[str, str]) -> list[Mark]:
    """The marks that undo all that are active."""
    marks: list[Mark] = []
    for name, value in active.items():
        if value != _NEUTRAL[name]:
            marks.append(Mark(cast("MarkName", name), _NEUTRAL[name]))
    return marks


def _under(marks: list[Mark], items: list[_Item]) -> list[_Item]:
    for mark in marks:
        items = [(mark, items)]
    return items


def _trim(cells: Iterable[Cell], strip: Callable[[str], str]) -> None:
    """Strip cells until one is not empty."""
    for cell in cells:
        cell.text = strip(cell.text)
        if cell.text:
            return


def _nodes(items: list[_Item]) -> tuple[str | Marked, ...]:
    nodes: list[str | Marked] = []
    texts: list[str] = []
    for item in items:
        if isinstance(item, Cell):
            texts.append(item.text)
        elif inner := _nodes(item[1]):
            _add_text(nodes, texts)
            nodes.append(Marked(item[0], RichText(inner)))
    _add_text(nodes, texts)
    return tuple(nodes)


def _add_text(nodes: list[str | Marked], texts: list[str]) -> None:
    """Add texts as one, and begin others."""
    text = "".join(texts)
    texts.clear()
    if text:
        nodes.append(text)
