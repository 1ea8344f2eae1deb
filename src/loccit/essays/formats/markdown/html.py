"""HTML in Markdown, as pandoc takes it."""

from __future__ import annotations

import re
from functools import lru_cache

from loccit._startup.regex import regex

_NAME = r"[A-Za-z][\w:-]*"
_ATTRIBUTE = r"\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+))?"
_TAG = regex(rf"<(?:(/)({_NAME})(?:\s[^<>]*)?|({_NAME})(?:{_ATTRIBUTE}|/)*\s*/?)>")
_COMMENT = regex(r"<!--(?!-?>)[\s\S]*?-->")
_DECLARATION = regex(r"<![A-Za-z][^>]*>|<\?[\s\S]*?\?>")

#: Elements that are part of the block structure
#: (`Text.Pandoc.Readers.HTML.TagCategories`).
_BLOCK = frozenset(
    re.findall(
        r"\w+",
        "address article aside base blockquote body canvas center col colgroup dd details dir div dl dt fieldset"
        " figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html isindex legend li"
        " link main menu meta nav noframes noscript ol option output p param pre script section select style summary"
        " table tbody td textarea tfoot th thead title tr ul",
    )
)
#: Elements that may be either.
_EITHER = frozenset(
    re.findall(
        r"\w+",
        "applet area audio button del embed iframe ins map noscript object progress script source svg video",
    )
)


#: Elements whose content is not Markdown.
VERBATIM = ("pre", "script", "style", "textarea")


def tag_at(text: str, position: int, end: int) -> tuple[str, bool, int] | None:
    """The tag at `position`: its name in lower case, whether it closes, and its end."""
    found = _TAG.match(text, position, end)
    if not found:
        return None
    return (found[2] or found[3]).lower(), bool(found[1]), found.end()


def comment_end(text: str, position: int, end: int) -> int:
    """The end of the comment, declaration or instruction at `position`, 0 where there
    is none.
    """
    if last(text, "->" if text.startswith("<!-", position) else ">") < position:
        return 0
    found = _COMMENT.match(text, position, end) or _DECLARATION.match(
        text, position, end
    )
    return found.end() if found else 0


@lru_cache(maxsize=16)
def last(text: str, sign: str) -> int:
    """Where `sign` stands last; what needs it to close is not looked for beyond."""
    return text.rfind(sign)


def is_block_tag(text: str, position: int, end: int) -> bool:
    """Whether a tag at `position` is one of the block structure."""
    found = tag_at(text, position, end)
    return found is not None and (found[0] in _BLOCK or found[0] in _EITHER)


def is_inline_tag(name: str) -> bool:
    """Whether an element may stand in running text."""
    return name not in _BLOCK or name in _EITHER


def closes(text: str, position: int, end: int, element: str) -> bool:
    """Whether the closing tag of `element` stands at `position`."""
    found = tag_at(text, position, end)
    return found is not None and found[0] == element and found[1]


def verbatim_end(text: str, name: str, position: int) -> int:
    """The end of an element whose content is not Markdown, from inside it; 0 for other
    elements.
    """
    if name not in VERBATIM:
        return 0
    close = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, position)
    return close.end() if close else 0
