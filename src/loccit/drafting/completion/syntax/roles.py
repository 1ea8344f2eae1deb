"""The roles of Sphinx and MyST: `` :cite:p:`doe` ``, `` {cite:t}`doe` ``."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.drafting.completion.syntax import KeyStart

FORMATS = ("rst", "markdown", "jupyter")

_ROLE = r"(?::(?:foot)?cite(?::\w+)?:|\{(?:foot)?cite(?::\w+)?\})"
_REST = regex(r"[^\s,{}`\\]*")

KEYS = (
    KeyStart(regex(rf"{_ROLE}`(?:[^`]*[,}}\s])?(?P<typed>[^\s,{{}}`\\]*)\Z"), _REST),
)
LOCATORS = (regex(rf"{_ROLE}`[^`]*[^\s,{{}}`\\]\{{(?P<typed>[^\W\d_]*\.?)\Z"),)
