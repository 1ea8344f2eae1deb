"""Prefixes and suffixes of cites, as people type them in dialogs of word processors:
"see" without the space that separates it from the cite.
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.csl.text.markup import parse_tags
from loccit.model import RichText

#: A word, a number, punctuation or a closing bracket at the end, perhaps quoted.
_ENDS_WORD = regex(r"[^\W_][\"'”’»]*\Z|[.,;:!?&)\]][\"'”’»]*\Z")
#: An article before a name, as in "l'"; not a plural's, nor the end of a quotation.
_ELISION = regex(r"\A[^'‘]*[^\W_s]['’]\Z")
_BEGINS_WORD = regex(r"[^\W\d_]|[&(\[]")
_SPACE = RichText.of(" ")


def read_prefix(text: str) -> RichText:
    """Read a prefix, with a space after it.

    >>> read_prefix("see").plain, read_prefix("«").plain, read_prefix("l’").plain
    ('see ', '«', 'l’')
    """
    prefix = parse_tags(text)
    plain = prefix.plain
    if _ENDS_WORD.search(plain) and not _ELISION.search(plain):
        return prefix + _SPACE
    return prefix


def read_suffix(text: str) -> RichText:
    """Read a suffix, with a space before it.

    >>> read_suffix("passim").plain, read_suffix(", n. 3").plain
    (' passim', ', n. 3')
    """
    suffix = parse_tags(text)
    if _BEGINS_WORD.match(suffix.plain):
        return _SPACE + suffix
    return suffix
