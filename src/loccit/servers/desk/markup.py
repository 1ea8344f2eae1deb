"""Rich text for the page: HTML that its content security policy lets be."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.model import RichText
from loccit.output import html

#: A style in an attribute, which the policy forbids (CSP Level 3, `style-src-attr`); it
#: becomes a class: `font-variant-small-caps`.  Text can't look like it, since its `<` is
#: written as a reference.
_STYLED = regex(r'<span style="([\w-]+):([\w-]+);">')
#: A link to an entry of the list, which is elsewhere on the page.
_INNER_LINK = regex(r'<a href="#[^"]*"[^>]*>(.*?)</a>', re.DOTALL)


def to_html(text: RichText) -> str:
    """Write rich text as HTML without styles and links within the page.

    >>> from loccit.model import Mark
    >>> to_html(RichText.of("<b>").marked(Mark("font-variant", "small-caps")))
    '<span class="font-variant-small-caps">&#60;b&#62;</span>'
    """
    made = _STYLED.sub(r'<span class="\1-\2">', html.render(text))
    return _INNER_LINK.sub(r"\1", made)
