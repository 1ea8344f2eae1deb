"""Keys as citations have them: `@doe99`, or in braces `@{doe 99}`; a minus before the
sign leaves out the author.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex

#: A plain key begins with a letter, a digit, `_` or the wildcard `*`; inside it, single
#: marks stand between such.
_PLAIN_KEY = regex(r"-?@([\w*](?:\w+|[:.#$%&\-+?<>~/](?=\w)|[:/](?=/))*)")
_BRACED_KEY = regex(r"-?@\{")
_BRACES = regex(r"[{}\s]")
_LONGEST_KEY, _DEEPEST_BRACES = 20_000, 50
#: The sign of a key; within a word it is that of an address.
_SIGN = regex(r"(?<![^\W_])@")


@dataclass(frozen=True, slots=True)
class Key:
    """A key with its sign, from `start` to `end`."""

    name: str
    suppress: bool
    start: int
    end: int


def key_at(text: str, position: int, end: int) -> Key | None:
    """The key that stands at `position`, with its `@` and perhaps a minus before that.

    >>> key_at("-@doe99, p. 3", 0, 13)
    Key(name='doe99', suppress=True, start=0, end=7)
    """
    plain = _PLAIN_KEY.match(text, position, end)
    if plain:
        return Key(plain[1], text[position] == "-", position, plain.end())
    braced = _BRACED_KEY.match(text, position, end)
    if not braced:
        return None
    depth = 1
    if text.find("}", position, min(end, position + _LONGEST_KEY)) < 0:
        return None
    for brace in _BRACES.finditer(text, braced.end(), end):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth > _DEEPEST_BRACES or (brace[0].isspace() and brace[0] != " "):
            return None
        if depth == 0:
            name = text[braced.end() : brace.start()]
            if name != name.strip():
                return None
            # Beyond pandoc: a key with spaces, as reference managers let their users
            # have
            return Key(name, text[position] == "-", position, brace.end())
    return None


def is_plain(key: str) -> bool:
    """Whether a key can be typed without braces.

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
