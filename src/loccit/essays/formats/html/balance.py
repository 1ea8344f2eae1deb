"""Replace text that has tags in it, so that every element keeps both its tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.essays.formats.html.tokens import RAW, Token, attributes, tokens
from loccit.essays.formats.html.tree import BLOCKS, VOID
from loccit.model import Edit, Span

#: What others may lead to, or look for.
_NAMED = ("id", "name")


def balanced(span: Span, new: str, text: str) -> Edit:
    """Replace a stretch of a text.  What comes out of it is only whole elements; a tag
    whose other one is outside stays, after the new text.

    Args:
        span: the stretch; no tag is cut by it.
        new: what is put there.
        text: the characters of the essay.

    >>> text = "<b>as [@doe</b>, p. <i>3</i>]"
    >>> balanced(Span(6, 29), "(Doe)", text).new
    '(Doe)</b>'
    """
    old = span.of(text)
    if "<" not in old:
        return Edit(span, new)
    kept = "".join(old[token.start : token.end] for token in _kept(old))
    return Edit(span, new + kept)


def with_tags(edit: Edit, text: str) -> Edit:
    """Return an edit that takes no tag out of a line whose other one stays.

    >>> with_tags(Edit(Span(0, 11), "[@doe]"), "(<b>Doe, 1)</b>").new
    '[@doe]<b>'
    """
    old = edit.span.of(text)
    if "<" not in old or _single_tags(old) == _single_tags(edit.new):
        return edit
    return balanced(edit.span, edit.new, text)


def _single_tags(markup: str) -> list[str]:
    """Return the tags within lines whose other tag is not there."""
    found = [token for token in tokens(markup) if token.kind in ("open", "close")]
    partners = _partners(found)
    return [
        token.kind + token.name
        for index, token in enumerate(found)
        if index not in partners
        and token.name not in BLOCKS
        and not (token.kind == "open" and _is_whole(token))
    ]


def _kept(old: str) -> Iterator[Token]:
    """Yield what stays of a stretch: tags without their other one, anchors, comments."""
    found = [token for token in tokens(old) if token.kind != "text"]
    partners = _partners(found)
    for index, token in enumerate(found):
        if token.kind == "other" or token.name in RAW:
            yield token
        elif token.kind == "open" and _is_whole(token):
            continue
        elif index not in partners or _is_anchor(
            old, found[min(index, partners[index])]
        ):
            yield token


def _partners(found: Sequence[Token]) -> dict[int, int]:
    """Return the numbers of tags that open and close an element, each by the other's."""
    partners: dict[int, int] = {}
    waiting: list[int] = []
    for index, token in enumerate(found):
        if token.kind == "open" and not _is_whole(token):
            waiting.append(index)
        elif (
            waiting and token.kind == "close" and found[waiting[-1]].name == token.name
        ):
            opening = waiting.pop()
            partners[opening], partners[index] = index, opening
    return partners


def _is_whole(tag: Token) -> bool:
    """Return whether a tag is a whole element; custom ones have a hyphen."""
    return tag.name in VOID or (tag.closed and "-" in tag.name)


def _is_anchor(old: str, tag: Token) -> bool:
    """Return whether others may lead to an element; a link to an entry is a part of its
    citation.
    """
    found = attributes(old, tag)
    if "role" in found and found["role"].value == "doc-biblioref":
        return False
    return any(name in _NAMED for name in found)
