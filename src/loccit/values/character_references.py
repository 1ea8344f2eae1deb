"""Character references of HTML (`&eacute;`).  Few texts have any, and the table of names
takes longer to import than most of our modules together.
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex

#: Databases export character references of HTML, such as `&amp;`.
_REFERENCE = regex(r"&(?:#\d+|#x[\da-f]+|[a-z]\w*);", re.IGNORECASE)


def unescape(text: str) -> str:
    """Return a text with the characters that its references stand for.

    >>> unescape("caf&eacute; &#38; bar")
    'café & bar'
    """
    if "&" not in text:
        return text
    from html import unescape as standard

    return standard(text)


def is_name(name: str) -> bool:
    """Return whether a name is that of a character.

    >>> is_name("eacute"), is_name("nobody")
    (True, False)
    """
    from html.entities import html5

    return f"{name};" in html5


def one_line(text: str) -> str:
    """Return text without line ends, and with characters for HTML's references to them.

    >>> one_line("Law &amp;\\n   Order")
    'Law & Order'
    """
    text = _REFERENCE.sub(lambda found: unescape(found[0]), text)
    return " ".join(text.split())
