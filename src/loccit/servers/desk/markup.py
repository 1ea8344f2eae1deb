"""Rich text for the page: HTML that its content security policy lets be."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loccit._startup.regex import regex
from loccit.model import RichText
from loccit.output import html

#: A style in an attribute, which the policy forbids (CSP Level 3, `style-src-attr`); it
#: becomes a class: `font-variant-small-caps`.  Text can't look like it, since its `<` is
#: written as a reference.
_STYLED = regex(r'<span style="([\w-]+):([\w-]+);">')
#: A link that does not lead to the web: to an entry of the list, or to a file beside a
#: page that has no files.
_OTHER_LINK = regex(r'<a href="(?!https?://)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)


def to_html(text: RichText) -> str:
    """Write rich text as HTML without styles, and with links to the web only.

    >>> from loccit.model import Mark
    >>> to_html(RichText.of("<b>").marked(Mark("font-variant", "small-caps")))
    '<span class="font-variant-small-caps">&#60;b&#62;</span>'
    """
    made = _STYLED.sub(r'<span class="\1-\2">', html.render(text))
    return _OTHER_LINK.sub(r"\1", made)


class KeptHtml:
    """The HTML of what an essay prints, kept from one version to the next.

    A session returns the same text again where nothing has changed.
    """

    def __init__(self) -> None:
        self._kept: dict[int, _Written] = {}

    def keep(self, texts: Iterable[RichText]) -> None:
        """Write texts, and forget the others; those that are kept are not written again."""
        kept = {}
        for text in texts:
            kept[id(text)] = self._kept.get(id(text)) or _Written(text)
        self._kept = kept

    def of(self, text: RichText) -> str:
        """Return the HTML of a text that is kept."""
        return self._kept[id(text)].html


class _Written:
    """A text with its HTML; it is kept, so that no other text has its `id`."""

    __slots__ = ("html", "text")

    def __init__(self, text: RichText) -> None:
        self.text = text
        self.html = to_html(text)
