"""Links between citations and entries, both ways: DPUB-ARIA 1.1, `doc-biblioref` and
`doc-backlink`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.html.tokens import attributes, tokens

_LINK = regex(r"<a\b[^<>]*\bdoc-biblioref\b[^<>]*>", re.IGNORECASE)
_NEW = regex(r'<a href="#ref-([^"]*)" role="doc-biblioref">')
_REFERENCE = "#ref-"
_SPACE = regex(r"\s+")
_BACK = "↩"


class EntryLink(NamedTuple):
    """A link to the entry of a source.

    Attributes:
        id: its own anchor, "" if it has none.
    """

    key: str
    id: str


def entry_links(markup: str) -> Iterator[EntryLink]:
    """Yield the links of some markup that lead to entries."""
    for found in _LINK.finditer(markup):
        values = attributes(found[0], next(tokens(found[0])))
        href = values["href"].value if "href" in values else ""
        if href.startswith(_REFERENCE):
            anchor = values["id"].value if "id" in values else ""
            yield EntryLink(href.removeprefix(_REFERENCE), anchor)


def with_anchors(markup: str, old: str, place: int) -> str:
    """Give the links of a citation anchors, to which its entries can link back; those
    that it has already stay.

    Args:
        markup: the citation, as `loccit.output.html` writes it.
        old: what it replaces.
        place: where, which distinguishes its anchors from others.

    >>> with_anchors('<a href="#ref-doe" role="doc-biblioref">Doe</a>', "[@doe]", 12)
    '<a href="#ref-doe" id="cite-doe-12" role="doc-biblioref">Doe</a>'
    """
    known = {link.key: link.id for link in entry_links(old) if link.id}
    done = set()

    def anchored(found: re.Match[str]) -> str:
        key = unescape(found[1])
        if key in done:
            return found[0]
        done.add(key)
        anchor = known.get(key) or f"cite-{_SPACE.sub('-', found[1])}-{place}"
        return found[0].replace(" role=", f' id="{anchor}" role=')

    return _NEW.sub(anchored, markup)


def links_back(markup: str) -> Mapping[str, Sequence[str]]:
    """Return the anchors of the citations of each source, in their order."""
    found: dict[str, list[str]] = {}
    for link in entry_links(markup):
        if link.id:
            found.setdefault(link.key, []).append(link.id)
    return found


def back(anchors: Sequence[str]) -> str:
    """Write the links of an entry back to its citations, with numbers if there are
    several.

    >>> back(["cite-doe-12"])
    ' <a href="#cite-doe-12" role="doc-backlink">↩</a>'
    """
    if len(anchors) == 1:
        return f' <a href="#{anchors[0]}" role="doc-backlink">{_BACK}</a>'
    return "".join(
        f' <a href="#{anchor}" role="doc-backlink">{_BACK}<sup>{number}</sup></a>'
        for number, anchor in enumerate(anchors, 1)
    )
