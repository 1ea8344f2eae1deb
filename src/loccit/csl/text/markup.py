"""Read the text of a variable, with CSL-JSON's HTML-like markup and typewriter quotes.

A tag that is never closed, or a quote without its pair, stays as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from loccit._startup.regex import regex
from loccit.csl.output_tree import Formatting, Node, Output
from loccit.csl.text.quotes import (
    APOSTROPHE,
    CLOSERS,
    NATIONAL_QUOTES,
    SINGLE_QUOTES,
    can_close,
    can_open,
)
from loccit.model import Mark, RichText

_TAG = regex(r"(</?(?:i|b|sc|sup|sub|span)(?:\s[^<>]*)?>)", re.IGNORECASE)
_QUOTE = regex(r"""(["“”„'‘’‚«»‹›])""")
#: In French, the spaces inside guillemets are narrow and do not break; in German, »words«
#: point inwards and have no spaces.
_AFTER_GUILLEMET = regex(r"(?<!\w)« ")
_BEFORE_GUILLEMET = regex(r" »(?!\w)")
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
#: The end of a mark of a RichText.
_END_OF_MARK = "</mark>"
#: No title has more tags and quotes inside each other.
_DEEPEST = 50

QUOTED = Formatting(quotes=True)
#: The `value` of a markup node that removes all decoration.
NO_DECORATION = "nodecor"
#: Quotes that matter later: the node's `value` is the beginning and the end, as typed.
_KEPT = (SINGLE_QUOTES | NATIONAL_QUOTES) - {"'"}


@lru_cache(maxsize=65536)
def parse_markup(text: str) -> tuple[Output, ...]:
    """Read a text with tags and quotes.

    >>> parse_markup("The <i>Origin</i>")[1].children
    ('Origin',)
    """
    if "«" in text:
        text = _AFTER_GUILLEMET.sub("«\u202f", text)
        text = _BEFORE_GUILLEMET.sub("\u202f»", text)
    if "<" not in text and not _QUOTE.search(text):
        return (text,) if text else ()
    reader = _Reader(_TAG.sub("", text))
    for piece, is_tag in _pieces(text):
        if is_tag:
            reader.tag(piece)
        else:
            reader.text(piece)
    return reader.finish()


def parse_tags(text: str) -> RichText:
    """Read a text with tags, and leave its quotes: a cite's prefix or suffix in CSL-JSON."""
    reader = _Reader("")
    for piece, is_tag in _pieces(text):
        if is_tag:
            reader.tag(piece)
        elif piece:
            reader.append(piece)
    return _rich(Node(reader.finish()))


def parse_rich(text: RichText) -> Node:
    """Read a RichText, such as a cite's prefix, with typewriter quotes.

    Curly quotes stay single or double: they are in a sentence, beside others.
    """
    reader = _Reader(text.plain, keeps_curly=True)
    _read_rich(reader, text)
    return Node(reader.finish())


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The tags of a text and the texts between them; true with a tag."""
    for number, piece in enumerate(_TAG.split(text)):
        yield piece, number % 2 == 1


def _read_rich(reader: _Reader, text: RichText) -> None:
    for node in text.nodes:
        if isinstance(node, str):
            reader.text(node)
        else:
            markup = Node((), Formatting(marks=(node.mark,)), "markup")
            reader.open(_Open("", (_END_OF_MARK,), markup))
            _read_rich(reader, node.content)
            reader.close(_END_OF_MARK)


def _rich(output: Output) -> RichText:
    if isinstance(output, str):
        return RichText.of(output)
    text = RichText()
    for child in output.children:
        text += _rich(child)
    for mark in output.formatting.marks:
        text = text.marked(mark)
    return text


#: A quotation that gets the marks of the locale.
_QUOTATION = Node((), QUOTED, "quoted")


class _Open:
    """A tag or a quote that waits for one of its ends.

    Attributes:
        token: as typed; it stays if the end never comes.
        closers: the ends to wait for.
        node: what it becomes, without its children.
        children: the content so far, without what is in `texts`.
        texts: the last pieces of text, which become one.
    """

    def __init__(
        self,
        token: str,
        closers: tuple[str, ...],
        node: Node,
    ) -> None:
        self.token = token
        self.closers = closers
        self.node = node
        self.children: list[Output] = []
        self.texts: list[str] = []

    def append(self, output: Output) -> None:
        """Add to the content."""
        if isinstance(output, str):
            self.texts.append(output)
        else:
            self.join_texts()
            self.children.append(output)

    def join_texts(self) -> None:
        """Make one text of the last pieces."""
        if self.texts:
            self.children.append("".join(self.texts))
            self.texts.clear()

    def closed(self, closer: str) -> Node:
        """The node with its children, and with its end if it keeps its quotes."""
        self.join_texts()
        node = self.node
        value = node.value
        if node.tag == "quoted" and value:
            value += closer
        return Node(tuple(self.children), node.formatting, node.tag, value)


class _Reader:
    """Pairs tags and quotes, from left to right.

    `plain` is the text without its tags: a quote depends on its neighbours there.
    """

    def __init__(self, plain: str, keeps_curly: bool = False) -> None:
        self.plain = plain
        self.keeps_curly = keeps_curly
        self.position = 0
        self.stack = [_Open("", (), Node(()))]

    def append(self, output: Output) -> None:
        """Add to what is open."""
        self.stack[-1].append(output)

    def text(self, text: str) -> None:
        """Read text between tags."""
        for number, piece in enumerate(_QUOTE.split(text)):
            if number % 2:
                self._quote(piece)
            elif piece:
                self.append(piece)
            self.position += len(piece)

    def tag(self, token: str) -> None:
        """Read a tag."""
        name = token.strip("</>").split()[0].lower()
        if token.startswith("</"):
            self.close(f"</{name}>", token)
        else:
            self.open(_Open(token, (f"</{name}>",), _node(name, token)))

    def open(self, opened: _Open) -> None:
        """Begin a tag or a quotation; too deep inside others it stays as typed."""
        if len(self.stack) < _DEEPEST:
            self.stack.append(opened)
        else:
            self.append(opened.token)

    def close(self, closer: str, token: str = "") -> None:
        """End the innermost tag or quotation that waits for this end.

        What is open inside of it stays as typed; so does `token`, if nothing waits.
        """
        if any(closer in opened.closers for opened in self.stack):
            self._close_waiting(closer)
        else:
            self.append(token)

    def _close_waiting(self, closer: str) -> None:
        while closer not in self.stack[-1].closers:
            self._abandon()
        self.append(self.stack.pop().closed(closer))

    def finish(self) -> tuple[Output, ...]:
        """The whole; what is still open stays as typed."""
        while len(self.stack) > 1:
            self._abandon()
        self.stack[0].join_texts()
        return tuple(self.stack[0].children)

    def _quote(self, token: str) -> None:
        before = self.plain[max(self.position - 1, 0) : self.position]
        after = self.plain[self.position + 1 : self.position + 2]
        if can_close(token, before, after) and self._ends_quotation(token):
            self._close_waiting(token)
        elif can_open(token, before, after):
            self._open_quotation(token)
        else:
            self.append(_as_typed(token))

    def _ends_quotation(self, token: str) -> bool:
        """Return whether a quotation waits for this end, in the same tag."""
        last = self.stack[-1]
        if not (last.children or last.texts):
            return False
        for opened in reversed(self.stack):
            if token in opened.closers:
                return True
            if opened.node.tag != "quoted":
                return False
        return False

    def _open_quotation(self, token: str) -> None:
        is_kept = token in _KEPT or (self.keeps_curly and token == "“")
        node = Node((), QUOTED, "quoted", token) if is_kept else _QUOTATION
        self.open(_Open(token, tuple(CLOSERS[token]), node))

    def _abandon(self) -> None:
        """Turn the innermost tag or quotation into text."""
        opened = self.stack.pop()
        opened.join_texts()
        self.append(_as_typed(opened.token))
        for child in opened.children:
            self.append(child)


def _as_typed(token: str) -> str:
    return APOSTROPHE if token == "'" else token


def _node(name: str, token: str) -> Node:
    """The node for a start tag, without its children."""
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
