"""The bits of RTF in Zotero's `formattedCitation`: `\\i{}Title\\i0{}`, `\\uc0\\u8211{}`."""

from __future__ import annotations

import re

from loccit._startup.regex import regex

#: A character by its number, which is negative above 32,767; another control word; an
#: escaped sign; a brace.
_CONTROL = regex(
    r"\\uc0\\u(-?\d+)(?:\{\}| )?|\\u(-?\d+)(?:\{\}| )?|\\[a-z]+-?\d*(?:\{\}| )?|\\([\\{}])|[{}]"
)


def plain_text(rtf: str) -> str:
    """Return the text without its marks.

    >>> plain_text(r"(\\i{}Emma\\i0{}, pp. 3\\uc0\\u8211{}4)")
    '(Emma, pp. 3–4)'
    """
    if "\\" not in rtf:  # other programs write plain text there, with any braces
        return rtf
    text = _CONTROL.sub(_character, rtf)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _character(found: re.Match[str]) -> str:
    number = found[1] or found[2]
    if number:
        return chr(int(number) % 0x10000)
    return found[3] or ""
