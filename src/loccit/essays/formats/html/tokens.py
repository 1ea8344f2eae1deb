"""The tags of an HTML text, with their places (HTML Standard, section 13.2.5).

`html.parser` of the standard library gives lines and columns, reads broken tags
differently from version to version, and takes quadratic time for some of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Literal

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex

#: What begins a comment or declaration, the end of an element, or an element.
_MARKUP = regex(
    r"<(?:(?P<other>[!?]|/(?![A-Za-z]))|(?P<close>/)?(?P<name>[A-Za-z][^\s/>]*))"
)
#: The rest of most tags; `_ATTRIBUTE` reads all others.
_PLAIN_REST = regex(r"(?:\s+[\w:.-]+(?:=(?:\"[^\"]*\"|'[^']*'))?)*\s*/?>")
#: An attribute, with a value or without; its name may have any other sign.
_ATTRIBUTE = regex(
    r"[\s/]*(?P<name>[^\s/>][^\s/>=]*)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)(?:\"|\Z)|'(?P<single>[^']*)(?:'|\Z)|(?P<bare>[^\s>]*)))?"
)
_TAG_END = regex(r"[\s/]*(?:>|\Z)")
#: A comment, from its third character on: `<!-->` is one, too.
_COMMENT = regex(r"--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_CDATA = "<![CDATA["
#: The elements whose content has no tags.
RAW = frozenset(
    [
        "iframe",
        "noembed",
        "noframes",
        "noscript",
        "script",
        "style",
        "textarea",
        "title",
        "xmp",
    ]
)

TokenKind = Literal["open", "close", "text", "other"]


class Token(NamedTuple):
    """A tag, or what is between two.

    Attributes:
        kind: `other` for comments, declarations, and the content of scripts and styles.
        name: of the element, in lower case.
        closed: whether a tag that opens an element ends with a slash.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    closed: bool = False


class Attribute(NamedTuple):
    """The value of an attribute, and its place as it is written."""

    value: str
    start: int
    end: int


def tokens(text: str, start: int = 0, *, is_xml: bool = False) -> Iterator[Token]:
    """Yield the tokens of a text, which together are all of it.

    Args:
        text: the characters of the file.
        start: where its markup begins.
        is_xml: whether every element may be closed in its first tag.

    >>> [(token.kind, token.name) for token in tokens("So <B>it</b> is")]
    [('text', ''), ('open', 'b'), ('text', ''), ('close', 'b'), ('text', '')]
    """
    done = start
    while found := _MARKUP.search(text, done):
        if found.start() > done:
            yield Token("text", done, found.start())
        token = _token(text, found)
        yield token
        done = token.end
        if token.kind == "open" and token.name in RAW and not (is_xml and token.closed):
            end = _raw_end(text, token)
            if end > done:
                yield Token("other", done, end)
            done = end
    if done < len(text):
        yield Token("text", done, len(text))


def attributes(text: str, tag: Token) -> Mapping[str, Attribute]:
    """Return the attributes of a tag by their names in lower case; of two with one name
    the first counts.

    >>> text = "<p class=a title='x > y' class=b>"
    >>> {name: each.value for name, each in attributes(text, next(tokens(text))).items()}
    {'class': 'a', 'title': 'x > y'}
    """
    found: dict[str, Attribute] = {}
    position, end = tag.start + 1 + len(tag.name), tag.end - 1
    while attribute := _ATTRIBUTE.match(text, position, end):
        position = attribute.end()
        kind = attribute.lastgroup or "name"
        start, stop = attribute.span(kind)
        value = "" if kind == "name" else unescape(text[start:stop])
        found.setdefault(attribute["name"].lower(), Attribute(value, start, stop))
    return found


def _token(text: str, found: re.Match[str]) -> Token:
    """Return the token that begins with some markup."""
    start = found.start()
    if found["other"]:
        return Token("other", start, _other_end(text, start))
    end = _tag_end(text, found.end())
    name = found["name"].lower()
    if found["close"]:
        return Token("close", start, end, name)
    closed = text.endswith("/>", found.end(), end)
    return Token("open", start, end, name, closed)


def _other_end(text: str, start: int) -> int:
    """Return where a comment or declaration ends."""
    if text.startswith("<!--", start):
        comment = _COMMENT.match(text, start + 2)
        return comment.end() if comment else len(text)
    closing = "]]>" if text.startswith(_CDATA, start) else ">"
    end = text.find(closing, start)
    return end + len(closing) if end >= 0 else len(text)


def _tag_end(text: str, position: int) -> int:
    """Return where a tag ends whose name ends at a position."""
    plain = _PLAIN_REST.match(text, position)
    if plain:
        return plain.end()
    while not (end := _TAG_END.match(text, position)):
        attribute = _ATTRIBUTE.match(text, position)
        if not attribute:
            return len(text)
        position = attribute.end()
    return end.end()


def _raw_end(text: str, tag: Token) -> int:
    """Return where the content of an element ends that has no tags in it."""
    closing = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE)
    found = closing.search(text, tag.end)
    return found.start() if found else len(text)
