"""Character references of HTML (`&eacute;`).  Few texts have any, and the table of names
takes longer to import than most of our modules together.
"""

from __future__ import annotations


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
