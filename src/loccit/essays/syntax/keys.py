"""Keys as they are typed in citations: `@doe99`, or in braces `@{doe 99}`; a minus
before the sign leaves out the author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex

#: A plain key begins with a letter, a digit, `_` or the wildcard `*`; inside it, single
#: marks are between such.
_PLAIN_KEY = regex(r"-?@([\w*](?:\w+|[:.#$%&\-+?<>~/](?=\w)|[:/](?=/))*)")
_BRACED_KEY = regex(r"-?@\{")
#: Braces, and white space other than a space, which no key has.
_BRACES = regex(r"[{}]|[^\S ]")
_LONGEST_KEY = 20_000
_DEEPEST_BRACES = 50
#: The sign of a key; within a word it is that of an address.
_SIGN = regex(r"(?<![^\W_])@")


@dataclass(frozen=True, slots=True)
class Key:
    """A key with its sign, from `start` to `end`.

    Attributes:
        suppress: whether a minus precedes the `@`.
    """

    name: str
    suppress: bool
    start: int
    end: int


def key_at(text: str, position: int, end: int) -> Key | None:
    """Read the key at `position`, with its `@` and perhaps a minus before that.

    >>> key_at("-@doe99, p. 3", 0, 13)
    Key(name='doe99', suppress=True, start=0, end=7)
    """
    suppress = text.startswith("-", position)
    plain = _PLAIN_KEY.match(text, position, end)
    if plain:
        return Key(plain[1], suppress, position, plain.end())
    braced = _BRACED_KEY.match(text, position, end)
    close = _closing_brace(text, braced.end(), end) if braced else None
    if not braced or close is None:
        return None
    # Beyond pandoc: a key with spaces, as reference managers let their users have.
    name = text[braced.end() : close]
    if name != name.strip():
        return None
    return Key(name, suppress, position, close + 1)


def _closing_brace(text: str, position: int, end: int) -> int | None:
    """Find the brace that closes the one before `position`."""
    if text.find("}", position, min(end, position + _LONGEST_KEY)) < 0:
        return None
    depth = 1
    for found in _BRACES.finditer(text, position, end):
        match found[0]:
            case "{":
                depth += 1
            case "}":
                depth -= 1
            case _:
                return None
        if depth > _DEEPEST_BRACES:
            return None
        if depth == 0:
            return found.start()
    return None


def is_plain(key: str) -> bool:
    """Return whether a key can be typed without braces.

    >>> is_plain("doe99"), is_plain("doe 99")
    (True, False)
    """
    found = key_at(f"@{key}", 0, len(key) + 1)
    return found is not None and found.name == key


def find_keys(text: str) -> Iterator[str]:
    """Yield every key in a plain list of them (`nocite`)."""
    for sign in _SIGN.finditer(text):
        key = key_at(text, sign.start(), len(text))
        if key and key.name:
            yield key.name


def find_key(name: str, text: str) -> int | None:
    """Find where a key is typed in a text, with or without braces.

    >>> find_key("doe", "@doer and @{doe}")
    10
    """
    key = re.escape(name)
    found = re.search(rf"@\{{{key}\}}|@{key}(?!\w)", text)
    return found.start() if found else None
