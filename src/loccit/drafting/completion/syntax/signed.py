"""Pandoc's keys: `@doe99`, `@{doe 99}`."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.drafting.completion.syntax import KeyStart
from loccit.essays.syntax.keys import is_plain

FORMATS = ("markdown", "jupyter", "plain_text", "html")

#: Characters of a key; within a word, or after a backslash, its sign is another's.
_SIGN = r"(?<![\w@\\])@"
_PLAIN = r"[\w:.#$%&+?<>~/-]"
_REST = regex(r"\w*(?:[:.#$%&+?<>~/-]\w+)*")
_REST_IN_BRACES = regex(r"[^{}\n]*(?=\})|\w*")
#: A key in a citation, whole.
_KEY = rf"@(?:\{{[^{{}}\n]*\}}|{_PLAIN}+)"


def _written(key: str) -> str:
    return key if is_plain(key) else f"{{{key}}}"


KEYS = (
    KeyStart(
        regex(rf"{_SIGN}\{{(?P<typed>[^{{}}\n]*)\Z"), _REST_IN_BRACES, closing="}"
    ),
    KeyStart(regex(rf"{_SIGN}(?P<typed>{_PLAIN}*)\Z"), _REST, _written),
)
LOCATORS = (
    # In brackets after a key, or after another locator; a note or a link is none.
    regex(
        rf"\[[^\[\]]*{_KEY}(?:,\s[^\W\d_]+\.?\s[\w.-]+)?,\s+(?P<typed>[^\W\d_]*\.?)\Z"
    ),
    # In brackets after a narrative citation.
    regex(rf"{_KEY}\s\[(?P<typed>[^\W\d_]*\.?)\Z"),
)
