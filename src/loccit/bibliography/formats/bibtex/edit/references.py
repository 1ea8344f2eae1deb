"""Find where entries of a .bib file name each other, and where groups name them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.edit.entry_parts import entry_parts
from loccit.bibliography.formats.bibtex.scan import EntrySpan, closing
from loccit.model import Edit, Span

#: Fields that hold keys (BibLaTeX manual, 2.2.3 and 2.3).
_REFERENCES = ("crossref", "xref", "xdata", "related", "entryset")
_REFERENCE = regex(rf"\b(?:{'|'.join(_REFERENCES)})\s*=")
_KEY = regex(r"[^\s,{}\"]+")

_GROUPS = regex(
    r"@comment\s*\{\s*(?:(?P<jabref>jabref-meta:\s*groupstree)|BibDesk Static Groups)\b",
    re.IGNORECASE,
)
#: JabRef (up to version 3) ends a name with `\;` and breaks lines anywhere.
_JABREF = regex(r"(?<=\\;)[\r\n]*([^\\;\r\n](?:[^\\;]*[^\\;\r\n])?)[\r\n]*\\;")
#: BibDesk has a list in XML.
_BIBDESK = regex(r"(?<=[>,])([^<>,]+)(?:,|(?=<))")
_LINE_END = regex(r"[\r\n]+")


class Reference(NamedTuple):
    """A key in a field of `entry`."""

    entry: EntrySpan
    span: Span


def references(
    text: str, entries: list[EntrySpan], keys: Container[str]
) -> Iterator[Reference]:
    """Find each place in a field that names one of the keys."""
    for entry in entries:
        if not _has_references(text[entry.body : entry.limit].lower()):
            continue
        for name, field in entry_parts(text, entry).fields.items():
            if name not in _REFERENCES:
                continue
            for found in _KEY.finditer(text, field.value.start, field.value.end):
                if found[0] in keys:
                    yield Reference(entry, Span(*found.span()))


def _has_references(body: str) -> bool:
    # The search for words comes first: it is much quicker, and few entries have any.
    if not any(name in body for name in _REFERENCES):
        return False
    return _REFERENCE.search(body) is not None


def in_groups(text: str, keys: Mapping[str, str]) -> Iterator[Edit]:
    """Replace keys in the groups of JabRef and BibDesk.

    Args:
        keys: old to new; a key whose new one is empty is removed from its groups.
    """
    for comment in _GROUPS.finditer(text):
        end = closing(text, comment.start(), len(text))
        limit = len(text) if end is None else end
        member = _JABREF if comment["jabref"] else _BIBDESK
        for found in member.finditer(text, comment.end(), limit):
            new = keys.get(_LINE_END.sub("", found[1]))
            if new is None:
                continue
            replaced = found.span(1) if new else found.span()
            yield Edit(Span(*replaced), new)
