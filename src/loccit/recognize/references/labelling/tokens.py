"""Tokens: words, numbers and addresses, with the punctuation between them.

Punctuation is no token. It is what a token has before and after it, so that a reference
is short, and no segment begins or ends with a comma.
"""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex

#: An address up to the next space; a DOI; a ditto mark; "pp" right before a page; words,
#: which hyphens, apostrophes, slashes, and the points of numbers and initials hold
#: together.
_TOKEN = regex(
    r"""(?x)
    (?:https?://|ftp://|www\.)[^\s<>"“”»|]+
    | [a-z0-9][\w-]*(?:\.[a-z0-9][\w-]*)*\.[a-z]{2,6}/[^\s<>"“”»|]*
    | \b10\.\d{4,9}(?:\.\d+)*/[^\s<>"“”»|]+
    | [-‐-―_]{2,} | [—―](?=[.,:\s])
    | &
    | \b[Pp]{1,2}(?=\d)
    | [A-Z](?:\.-?[A-Z])+(?![^\W\d_])
    | \d+(?:\.\d+)+(?!\w)
    | [^\W_]+(?:(?:['’ʼ`´‐‑–/-]|(?<=[A-Z])&(?=[A-Z]))[^\W_]+)*
    """
)
_SPACES = regex(r"\s+")


class Token(NamedTuple):
    """A word, number or address, `text[start:end]` of a reference.

    Attributes:
        before: the punctuation between the token before and this one; spaces are
            one `_`.
        after: the punctuation between this token and the next one.
    """

    text: str
    start: int
    end: int
    before: str
    after: str


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of a reference.

    >>> [token.text for token in tokens_of("Doe, J. (2001). On it. Press, 12(3): 4–5.")]
    ['Doe', 'J', '2001', 'On', 'it', 'Press', '12', '3', '4–5']
    """
    spans = [_span(text, found.start(), found.end()) for found in _TOKEN.finditer(text)]
    gaps = _gaps(text, spans)
    tokens: list[Token] = []
    for index, (start, end) in enumerate(spans):
        token = Token(text[start:end], start, end, gaps[index], gaps[index + 1])
        tokens.append(token)
    return tokens


def _span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a token is, without the punctuation that ends an address."""
    if "/" not in text[start:end]:
        return start, end
    while end > start and not _ends_address(text[start:end]):
        end -= 1
    return start, end


def _ends_address(address: str) -> bool:
    """Return whether the last character belongs to an address."""
    last = address[-1]
    if last == ")":
        return address.count("(") >= address.count(")")
    return last.isalnum() or last in "/=_-#~&"


def _gaps(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """Return the punctuation before each token and after the last one."""
    gaps: list[str] = []
    last = 0
    for start, end in spans:
        gaps.append(_SPACES.sub("_", text[last:start]))
        last = end
    gaps.append(_SPACES.sub("_", text[last:]))
    return gaps
