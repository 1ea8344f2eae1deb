"""Tags of HTML that say what they cite, and those of Jekyll."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.drafting.completion.syntax import KeyStart

FORMATS = ("html", "markdown", "jupyter")

_REST = regex(r"[\w:.+/-]*")

KEYS = (
    # <span data-cites="doe roe">, <cite data-key="doe">, <d-cite key="doe,roe">
    KeyStart(
        regex(
            r"<[a-z-]+\s[^<>]*\b(?:data-cites|data-key|key)=\"(?:[^\"<>]*[\s,])?"
            r"(?P<typed>[^\"\s,<>]*)\Z"
        ),
        _REST,
    ),
    # {% cite doe roe %}
    KeyStart(
        regex(r"\{%-?\s*cite\s+(?:[^%{}]*\s)?(?P<typed>[^\s%{}-][^\s%{}]*|)\Z"), _REST
    ),
)
LOCATORS = ()
