"""Text of a variable, with CSL-JSON's HTML-like markup and typewriter quotes, to
Output.

Whatever does not pair (a tag that is never closed, an orphan quote) stays the
characters it is.
"""

from __future__ import annotations

import re
from dataclasses import field
from functools import lru_cache

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.csl.output_tree import Formatting, Node, Output
from loccit.csl.text.quotes import APOSTROPHE, can_close, can_open
from loccit.model import Mark, RichText

_TAG = regex(r"(</?(?:i|b|sc|sup|sub|span)(?:\s[^<>]*)?>)", re.IGNORECASE)
_QUOTE = regex(r"""(["“”„'‘’])""")
_MARKS = {
    "i": Mark("font-style", "italic"),
    "b": Mark("font-weight", "bold"),
    "sc": Mark("font-variant", "small-caps"),
    "sup": Mark("vertical-align", "sup"),
    "sub": Mark("vertical-align", "sub"),
}
_SPAN = regex(
    r"""class=["'](nocase|nodecor)["']|style=["']font-variant:\s*small-caps;?["']"""
)
#: What ends a quotation that begins so; straight and curly do not pair with each other.
_CLOSERS = {'"': '"', "“": "”", "„": "”", "'": "'", "‘": "’"}

_DEEPEST = 50

QUOTED = Formatting(quotes=True)
#: `value` of a markup node that takes all decoration away
NO_DECORATION = "nodecor"
#: `value` of a quotation that was typed with inner quotation marks and stands in no
#: other
INNER = "inner"


@lru_cache(maxsize=65536)
def parse_markup(text: str) -> tuple[Output, ...]:
    """`text` as Output.

    >>> parse_markup("The <i>Origin</i>")[1].children
    ('Origin',)
    """
    if (
        "«" in text
    ):  # French orthography: the spaces within guillemets are narrow and do not break
        text = text.replace("« ", "«\u202f").replace(" »", "\u202f»")
    if not ("<" in text or _QUOTE.search(text)):
        return (text,) if text else ()
    reader = _Reader(_TAG.sub("", text))
    for number, piece in enumerate(_TAG.split(text)):
        if number % 2:
            reader.tag(piece)
        else:
            reader.text(piece)
    return reader.finish()


def parse_tags(text: str) -> RichText:
    """`text` with its tags as marks and its quotes as typed: a cite's prefix or suffix
    in CSL-JSON.
    """
    reader = _Reader("")
    for number, piece in enumerate(_TAG.split(text)):
        if number % 2:
            reader.tag(piece)
        elif piece:
            reader.append(piece)
    return _rich(Node(reader.finish()))


def parse_rich(text: RichText) -> Node:
    """A RichText, such as a cite's prefix, as Output; its typewriter quotes are read as
    a variable's are.
    """
    reader = _Reader(text.plain)
    _read_rich(reader, text)
    return Node(reader.finish())


def _read_rich(reader: _Reader, text: RichText) -> None:
    for node in text.nodes:
        if isinstance(node, str):
            reader.text(node)
        else:
            reader.open(
                _Open("", "</mark>", Node((), Formatting(marks=(node.mark,)), "markup"))
            )
            _read_rich(reader, node.content)
            reader.close("</mark>")


def _rich(output: Output) -> RichText:
    if isinstance(output, str):
        return RichText.of(output)
    text = RichText()
    for child in output.children:
        text += _rich(child)
    for mark in output.formatting.marks:
        text = text.marked(mark)
    return text


@dataclass(slots=True)
class _Open:
    """Something that waits for its end: a tag or a quote."""

    token: str
    closer: str
    node: Node
    children: list[Output] = field(default_factory=list)


class _Reader:
    """Pairs tags and quotes, from left to right; `plain` is the text without its tags,
    in which quotes look round.
    """

    def __init__(self, plain: str) -> None:
        self.plain = plain
        self.at = 0
        self.stack = [_Open("", "", Node(()))]

    def append(self, output: Output) -> None:
        """Adds to what is open."""
        children = self.stack[-1].children
        if isinstance(output, str) and children and isinstance(children[-1], str):
            children[-1] += output
        else:
            children.append(output)

    def text(self, text: str) -> None:
        """Text between tags."""
        for number, piece in enumerate(_QUOTE.split(text)):
            if number % 2:
                self._quote(
                    piece,
                    self.plain[max(self.at - 1, 0) : self.at],
                    self.plain[self.at + 1 : self.at + 2],
                )
            elif piece:
                self.append(piece)
            self.at += len(piece)

    def tag(self, token: str) -> None:
        """A tag, as it is typed."""
        name = token.strip("</>").split()[0].lower()
        if token.startswith("</"):
            self.close(f"</{name}>", token)
        else:
            self.open(_Open(token, f"</{name}>", _node(name, token)))

    def open(self, opened: _Open) -> None:
        """Begins something; beyond a depth that no title has, it is only characters."""
        if len(self.stack) < _DEEPEST:
            self.stack.append(opened)
        else:
            self.append(opened.token)

    def close(self, closer: str, token: str = "") -> None:
        """Ends the innermost that has this end; what is still open within it was only
        characters.
        """
        if not any(opened.closer == closer for opened in self.stack):
            self.append(token)
            return
        while self.stack[-1].closer != closer:
            self._abandon()
        opened = self.stack.pop()
        node = opened.node
        self.append(Node(tuple(opened.children), node.formatting, node.tag, node.value))

    def finish(self) -> tuple[Output, ...]:
        """The whole; what is open still was only characters."""
        while len(self.stack) > 1:
            self._abandon()
        return tuple(self.stack[0].children)

    def _quote(self, token: str, before: str, after: str) -> None:
        if (
            can_close(token, before, after)
            and self._is_open(token)
            and self.stack[-1].children
        ):
            self.close(token)
        elif can_open(token, before, after):
            inner = token == "‘" and not any(
                opened.node.tag == "quoted" for opened in self.stack
            )
            self.open(
                _Open(
                    token,
                    _CLOSERS[token],
                    Node((), QUOTED, "quoted", INNER if inner else ""),
                )
            )
        else:
            self.append(APOSTROPHE if token == "'" else token)

    def _is_open(self, closer: str) -> bool:
        """Whether a quotation is open that ends so, within the same tag."""
        for opened in reversed(self.stack):
            if opened.closer == closer:
                return True
            if opened.closer.startswith("<"):
                return False
        return False

    def _abandon(self) -> None:
        opened = self.stack.pop()
        self.append(APOSTROPHE if opened.token == "'" else opened.token)
        for child in opened.children:
            self.append(child)


def _node(name: str, token: str) -> Node:
    """What a start tag stands for."""
    if name != "span":
        return Node((), Formatting(marks=(_MARKS[name],)), "markup")
    span = _SPAN.search(token)
    if span is None:
        return Node(())
    if span[1] == "nocase":
        return Node((), tag="nocase")
    if span[1] == "nodecor":
        return Node((), tag="markup", value=NO_DECORATION)
    return Node((), Formatting(marks=(_MARKS["sc"],)), "markup")
