"""Org: `[cite:see @doe p. 3; @roe]`, and org-ref's `cite:doe`, `[[cite:&doe]]`."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.drafting.completion.syntax import KeyStart

FORMATS = ("org",)

_CITATION = r"\[cite(?:/[\w/-]*)?:[^\[\]]*"
_REST = regex(r"[\w:./+-]*(?<![:.])|")

KEYS = (
    KeyStart(regex(rf"{_CITATION}(?<![\w])@(?P<typed>[^\s\[\];,@]*)\Z"), _REST),
    KeyStart(
        regex(r"\[\[\w*cite\w*:(?:[^\[\]]*&)?(?P<typed>[\w:./+-]*)\Z", re.IGNORECASE),
        _REST,
    ),
    KeyStart(
        regex(
            r"(?<![\w/:&\[])\w*cite\w*\*?:(?:[\w:./+&;,-]*[,;])?&?(?P<typed>[\w:./+-]*)\Z",
            re.IGNORECASE,
        ),
        _REST,
    ),
)
LOCATORS = (regex(rf"{_CITATION}@[^\s\[\];,@]+\s+(?P<typed>[^\W\d_]*\.?)\Z"),)
