"""Convert titles as services send them, with HTML, JATS or entities, to CSL-JSON's
markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loccit._startup.regex import regex

if TYPE_CHECKING:
    from lxml.etree import _Element

#: The elements of HTML and JATS (JATS 1.3, "Emphasis Elements") in CSL-JSON; `{}` is
#: their content.
_MARKS = {
    **dict.fromkeys(("i", "em", "italic"), "<i>{}</i>"),
    **dict.fromkeys(("b", "strong", "bold"), "<b>{}</b>"),
    "sup": "<sup>{}</sup>",
    "sub": "<sub>{}</sub>",
    **dict.fromkeys(("sc", "scp"), "<sc>{}</sc>"),
}
_PARAGRAPHS = frozenset(["p", "br", "div", "sec", "title"])
_DROPPED = frozenset(["script", "style", "annotation", "annotation-xml", "tex-math"])
_SPACE = regex(r"\s+")
_CLOSING = regex(r"\s+(?=[,.;:])")


def rich(html: object, *, marks: bool = True) -> str:
    """Convert text that may have HTML in it to CSL-JSON's markup, or to plain text if
    `marks` is false.

    >>> rich("<em>in&nbsp;vitro</em> CO<sub>2</sub> &amp; light\\n on <scp>DNA</scp>")
    '<i>in vitro</i> CO<sub>2</sub> & light on <sc>DNA</sc>'
    """
    if not isinstance(html, str):
        return ""
    if "<" not in html and "&" not in html:
        return _SPACE.sub(" ", html).strip()
    from lxml.html import fragment_fromstring

    text = _text(fragment_fromstring(html, create_parent="span"), marks)
    return _CLOSING.sub("", _SPACE.sub(" ", text)).strip()


def _text(element: _Element, marks: bool) -> str:
    parts = [element.text or ""]
    for child in element:
        name = str(child.tag).rpartition(":")[2].lower()  # mml:math, jats:italic
        if isinstance(child.tag, str) and name not in _DROPPED:
            inside = _text(child, marks)
            if marks and inside.strip():
                inside = _MARKS.get(name, "{}").replace("{}", inside)
            parts.append(inside)
            if name in _PARAGRAPHS:
                parts.append(" ")
        parts.append(child.tail or "")
    return "".join(parts)
