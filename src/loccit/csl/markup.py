"""Text of a variable, with CSL-JSON's HTML-like markup and typewriter quotes, to Output.

Whatever does not pair (a tag that is never closed, an orphan quote) stays the characters it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from loccit.csl.output_tree import Formatting, Node, Output, Tag
from loccit.csl.quotes import APOSTROPHE, can_close, can_open
from loccit.model import Mark

_TAG = r"</?(?:i|b|sc|sup|sub|span)(?:\s[^<>]*)?>"
_TOKEN = re.compile(rf"""({_TAG}|["“”„]|['‘’`]|[⁰¹²³ⁱ⁴-⁹⁺⁻⁼⁽-₎ₐ-ₜᵃ-ᵛʰʲʳʷʸˡˢˣᶜᶠᶻ]+)""", re.IGNORECASE)
_MARKS = {
    "i": Mark("font-style", "italic"),
    "b": Mark("font-weight", "bold"),
    "sc": Mark("font-variant", "small-caps"),
    "sup": Mark("vertical-align", "sup"),
    "sub": Mark("vertical-align", "sub"),
}
_SPAN = re.compile(r"""class=["'](nocase|nodecor)["']|style=["']font-variant:\s*small-caps;?["']""")

QUOTED = Formatting(quotes=True)
#: `value` of a markup node that takes all decoration away
NO_DECORATION = "nodecor"


@dataclass(slots=True)
class _Open:
    """Something that waits for its end: a tag or a quote."""

    token: str
    closer: str
    children: list[Output] = field(default_factory=list)


@lru_cache(maxsize=65536)
def parse_markup(text: str) -> tuple[Output, ...]:
    """`text` as Output.

    >>> parse_markup("The <i>Origin</i>")[1].children
    ('Origin',)
    """
    if not _TOKEN.search(text):
        return (text,) if text else ()
    stack = [_Open("", "")]
    pieces = _TOKEN.split(text)
    plain = _TOKEN.sub(lambda match: match[0] if match[0][0] != "<" else "", text)
    at = 0  # where we are in the text without its tags: quotes look at their neighbours there
    for number, piece in enumerate(pieces):
        if not piece:
            continue
        if number % 2 == 0:
            stack[-1].children.append(piece)
        elif piece[0] == "<":
            _take_tag(stack, piece)
            continue
        elif piece in "\"“”„'‘’`":
            _take_quote(stack, piece, plain[:at][-1:], plain[at + 1 : at + 2])
        else:
            stack[-1].children.append(_script(piece))
        at += len(piece)
    while len(stack) > 1:
        _abandon(stack)
    return tuple(_joined(stack[0].children))


def _take_tag(stack: list[_Open], token: str) -> None:
    name = re.match(r"</?(\w+)", token)[1].lower()  # type: ignore[index]
    if not token.startswith("</"):
        stack.append(_Open(token, f"</{name}>"))
        return
    if any(opened.closer == f"</{name}>" for opened in stack):
        while stack[-1].closer != f"</{name}>":
            _abandon(stack)
        opened = stack.pop()
        stack[-1].children.append(_marked(opened))
    else:
        stack[-1].children.append(token)


def _marked(opened: _Open) -> Node:
    children = tuple(_joined(opened.children))
    name = re.match(r"<(\w+)", opened.token)[1].lower()  # type: ignore[index]
    if name != "span":
        return Node(children, Formatting(marks=(_MARKS[name],)), "markup")
    span = _SPAN.search(opened.token)
    if span is None:
        return Node(children)
    if span[1] == "nocase":
        return Node(children, tag="nocase")
    if span[1] == "nodecor":
        return Node(children, tag="markup", value=NO_DECORATION)
    return Node(children, Formatting(marks=(_MARKS["sc"],)), "markup")


def _take_quote(stack: list[_Open], token: str, before: str, after: str) -> None:
    kind = _KINDS[token]
    if can_close(token, after, before) and any(opened.closer == kind for opened in stack):
        depth = max(index for index, opened in enumerate(stack) if opened.closer == kind)
        if not any(opened.token.startswith("<") for opened in stack[depth:]):
            while len(stack) - 1 > depth:
                _abandon(stack)
            opened = stack.pop()
            stack[-1].children.append(
                _quoted(opened, outermost=not any(up.closer in "\"'’" for up in stack if up.closer))
            )
            return
    if can_open(token, before, after):
        stack.append(_Open(token, kind))
    else:
        stack[-1].children.append(APOSTROPHE if token in "'’" else token)


#: what ends a quotation that begins so; straight and curly do not pair with each other
_KINDS = {'"': '"', "“": "”", "”": "”", "„": "”", "'": "'", "‘": "’", "’": "’", "`": ""}


def _quoted(opened: _Open, outermost: bool) -> Output:
    children = tuple(_joined(opened.children))
    if opened.token == "‘" and outermost:  # typed as inner quotes, it stays as typed until a style quotes the whole
        return Node(children, QUOTED, "quoted", "single")
    return Node(children, QUOTED, "quoted")


def _abandon(stack: list[_Open]) -> None:
    """The innermost beginning has no end: it was only characters."""
    opened = stack.pop()
    token = APOSTROPHE if opened.token == "'" else opened.token
    stack[-1].children += [token, *opened.children]


def _joined(children: list[Output]) -> list[Output]:
    joined: list[Output] = []
    for child in children:
        if isinstance(child, str) and joined and isinstance(joined[-1], str):
            joined[-1] += child
        else:
            joined.append(child)
    return joined


_SUPERSCRIPTS = dict(zip("⁰¹²³ⁱ⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", "0123i456789+−=()n", strict=True))
_SUBSCRIPTS = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+−=()", strict=True))
_MODIFIERS = dict(zip("ᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "abcdefghjklmoprstuvwxyz", strict=True))


def _script(characters: str) -> Output:
    """Unicode's raised and lowered characters, one node each, as CSL processors print them."""
    nodes: list[Output] = []
    for character in characters:
        if raised := _SUPERSCRIPTS.get(character) or _MODIFIERS.get(character):
            nodes.append(_raised(raised, "sup"))
        elif lowered := _SUBSCRIPTS.get(character):
            nodes.append(_raised(lowered, "sub"))
        else:
            nodes.append(character)
    return nodes[0] if len(nodes) == 1 else Node(tuple(nodes))


def _raised(character: str, name: str) -> Node:
    tag: Tag = "markup"
    return Node((character,), Formatting(marks=(_MARKS[name],)), tag)
