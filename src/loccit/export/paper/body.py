"""Lay out the text of a paper: tables and figures get numbers, lists and quotations their
styles, and headings of the lower levels run into their paragraphs.
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.export.paper.captions import Captions
from loccit.export.paper.images import Images
from loccit.export.paper.nodes import attributes, para, plain, replaced, words
from loccit.export.paper.pandoc import Node
from loccit.export.paper.target import Target
from loccit.export.paper.words import Words

#: From this level on, a heading begins a line of its paragraph (APA 7, section 2.27).
_RUN_IN = 4
_PARAGRAPHS = frozenset(["Para", "Plain"])
_CAPTIONED = frozenset(["Table", "Figure"])
#: Where Quarto and pandoc-crossref refer to a table or figure.
_REFERENCE = regex(r"(\W*)@((?:fig|tbl)[-:][\w-]*\w)(\W*)")


class BodyLayout:
    """Lays out the text of a paper."""

    def __init__(self, target: Target, known: Words, images: Images) -> None:
        """Args:
        target: the format of the paper.
        known: the words of its language.
        images: takes images in.
        """
        self._target = target
        self._words = known
        self._images = images
        self._captions = Captions()
        #: By the types of nodes.
        self._layouts = {
            "BlockQuote": self._quotation,
            "BulletList": self._list,
            "CodeBlock": self._code,
            "Figure": self._figure,
            "HorizontalRule": self._break,
            "Image": self._image,
            "OrderedList": self._list,
            "Quoted": self._quoted,
            "Table": self._table,
        }

    def lay_out(self, blocks: list[Node]) -> list[Node]:
        """Lay out the text."""
        with_notes = self._with_notes(blocks)
        laid_out: list[Node] = replaced(with_notes, self._node)
        linked: list[Node] = replaced(laid_out, self._reference)
        return self._with_run_in_headings(linked)

    def _node(self, node: Node) -> list[Node] | None:
        layout = self._layouts.get(node["t"])
        return layout(node) if layout else None

    def _table(self, table: Node) -> list[Node] | None:
        (identifier, *_), caption, *_ = table["c"]
        if not caption[1]:
            return None
        found = self._captions.next(self._words.table, caption, identifier)
        return self._target.table(found.number, found.title, table)

    def _figure(self, figure: Node) -> list[Node] | None:
        (identifier, *_), caption, _ = figure["c"]
        if not caption[1]:
            return None
        found = self._captions.next(self._words.figure, caption, identifier)
        return self._target.figure(found.number, found.title, figure)

    def _image(self, image: Node) -> list[Node]:
        return [self._images.take(image)]

    def _quoted(self, quoted: Node) -> list[Node]:
        kind, inlines = quoted["c"]
        is_inner = kind["t"] == "SingleQuote"
        opening, closing = self._words.inner_quotes if is_inner else self._words.quotes
        return [{"t": "Str", "c": opening}, *inlines, {"t": "Str", "c": closing}]

    def _list(self, list_: Node) -> list[Node]:
        *options, items = list_["c"] if list_["t"] == "OrderedList" else [list_["c"]]
        made = [self._item(item) for item in items]
        return [list_ | {"c": [*options, made] if options else made}]

    def _item(self, item: list[Node]) -> list[Node]:
        made: list[Node] = []
        for block in item:
            if block["t"] in _PARAGRAPHS:
                made += self._target.styled("List Text", [para(block["c"])])
            else:
                made.append(block)
        return made

    def _quotation(self, quotation: Node) -> list[Node]:
        """Indent the first line of a quotation's further paragraphs (APA 7, 8.27)."""
        first, *others = quotation["c"] or [para([])]
        made = [first]
        for block in others:
            is_text = block["t"] == "Para"
            styled = self._target.styled("Block Text Continued", [block])
            made += styled if is_text else [block]
        return [{"t": "BlockQuote", "c": made}]

    def _break(self, _rule: Node) -> list[Node]:
        return self._target.styled("Section Break", [para(words("* * *"))])

    def _code(self, code: Node) -> list[Node]:
        """Leave out the language of code, which would color it."""
        (identifier, *_), text = code["c"]
        return [{"t": "CodeBlock", "c": [attributes(identifier), text]}]

    def _reference(self, node: Node) -> list[Node] | None:
        """Refer to a table or figure by its number."""
        found = _REFERENCE.fullmatch(node["c"]) if node["t"] == "Str" else None
        number = self._captions.numbers.get(found[2]) if found else None
        if not found or not number:
            return None
        text = [{"t": "Str", "c": number.replace(" ", "\N{NO-BREAK SPACE}")}]
        link = {"t": "Link", "c": [attributes(), text, [f"#{found[2]}", ""]]}
        return [{"t": "Str", "c": found[1]}, link, {"t": "Str", "c": found[3]}]

    def _with_notes(self, blocks: list[Node]) -> list[Node]:
        """Give a paragraph below a table or figure that begins with "Note." its style."""
        made: list[Node] = []
        above: Node = {"t": ""}
        for block in blocks:
            is_note = above["t"] in _CAPTIONED and self._is_note(block)
            made += self._target.styled("Note", [block]) if is_note else [block]
            above = block
        return made

    def _is_note(self, block: Node) -> bool:
        begins = (f"{self._words.note}.", "Note.")
        return block["t"] == "Para" and plain(block["c"]).startswith(begins)

    def _with_run_in_headings(self, blocks: list[Node]) -> list[Node]:
        """Join headings of the lower levels and the paragraphs below them."""
        made: list[Node] = []
        for block in blocks:
            above = made[-1] if made else None
            if above and _runs_in(above) and block["t"] == "Para":
                made[-1:] = self._target.run_in(_with_stop(above), block)
            else:
                made.append(block)
        return made


def _runs_in(block: Node) -> bool:
    return block["t"] == "Header" and bool(block["c"][0] >= _RUN_IN)


def _with_stop(heading: Node) -> Node:
    """Return a heading that ends like a sentence."""
    level, named, title = heading["c"]
    if plain(title).rstrip().endswith((".", "?", "!")):
        return heading
    return {"t": "Header", "c": [level, named, [*title, {"t": "Str", "c": "."}]]}
