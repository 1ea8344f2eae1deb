"""HTML in Markdown, as pandoc reads it."""

from __future__ import annotations

import re
from functools import lru_cache

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.markdown.lines import end_of

_NAME = r"[A-Za-z][\w:-]*"
_ATTRIBUTE = r"\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?"
#: A closing tag may have anything after its name.
_TAG = regex(rf"<(?:(/)({_NAME})(?:\s[^<>]*)?|({_NAME})(?:{_ATTRIBUTE}|/)*\s*/?)>")
_COMMENT = regex(r"<!--(?!-?>)[\s\S]*?-->")
_DECLARATION = regex(r"<![A-Za-z][^>]*>|<\?[\s\S]*?\?>")

#: Elements of the block structure (`Text.Pandoc.Readers.HTML.TagCategories`).
_BLOCK = frozenset(
    """
    address article aside base blockquote body canvas center col colgroup dd details
    dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5
    h6 head header hgroup hr html isindex legend li link main menu meta nav noframes
    noscript ol option output p param pre script section select style summary table
    tbody td textarea tfoot th thead title tr ul
    """.split()  # noqa: SIM905  a table of words reads best as words
)
#: Elements that may be part of a line or of the block structure.
_EITHER = frozenset(
    """
    applet area audio button del embed iframe ins map noscript object progress script
    source svg video
    """.split()  # noqa: SIM905
)
#: Elements whose content is not Markdown.
VERBATIM = ("pre", "script", "style", "textarea")


class Tag(NamedTuple):
    """A tag: its name in lower case, whether it closes an element, and its end."""

    name: str
    closes: bool
    end: int


def tag_at(text: str, position: int, end: int) -> Tag | None:
    """Read the tag at `position`."""
    found = _TAG.match(text, position, end)
    if not found:
        return None
    return Tag((found[2] or found[3]).lower(), bool(found[1]), found.end())


def comment_end(text: str, position: int, end: int) -> int | None:
    """Find the end of the comment, declaration or instruction at `position`."""
    closing = "->" if text.startswith("<!-", position) else ">"
    if last(text, closing) < position:
        return None
    comment = _COMMENT.match(text, position, end)
    return end_of(comment or _DECLARATION.match(text, position, end))


@lru_cache(maxsize=16)
def last(text: str, sign: str) -> int:
    """Find the last `sign` in a text: what needs it to close can't begin after it."""
    return text.rfind(sign)


def is_block_tag(text: str, position: int, end: int) -> bool:
    """Return whether a tag of the block structure is at `position`."""
    tag = tag_at(text, position, end)
    return tag is not None and is_block_element(tag.name)


def is_block_element(name: str) -> bool:
    """Return whether an element may be part of the block structure."""
    return name in _BLOCK or name in _EITHER


def is_inline_element(name: str) -> bool:
    """Return whether an element may be part of a line."""
    return name not in _BLOCK or name in _EITHER


def closes(text: str, position: int, end: int, element: str) -> bool:
    """Return whether the closing tag of `element` is at `position`."""
    return closing_tag_end(text, position, end, element) is not None


def closing_tag_end(text: str, position: int, end: int, element: str) -> int | None:
    """Find the end of the closing tag of `element` at `position`."""
    tag = tag_at(text, position, end)
    return tag.end if tag and tag.closes and tag.name == element else None


def verbatim_end(text: str, name: str, position: int) -> int | None:
    """Find the end of an element whose content is not Markdown, from inside it."""
    if name not in VERBATIM:
        return None
    closing = re.compile(rf"</{name}\s*>", re.IGNORECASE)
    return end_of(closing.search(text, position))
