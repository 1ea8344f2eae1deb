"""Where the entries of a .bib file name each other, and where groups of JabRef and
BibDesk name them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.edit.entry_spans import bib_entry
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
#: JabRef (up to version 3) ends a name with `\;` and breaks lines where it likes;
#: BibDesk has a list in XML.
_JABREF = regex(r"(?<=\\;)[\r\n]*([^\\;\r\n](?:[^\\;]*[^\\;\r\n])?)[\r\n]*\\;")
_BIBDESK = regex(r"(?<=[>,])([^<>,]+)(?:,|(?=<))")
_LINE_END = regex(r"[\r\n]+")


def references(
    text: str, entries: list[EntrySpan], keys: Container[str]
) -> Iterator[tuple[EntrySpan, Span]]:
    """Each place in the fields of an entry that names one of the keys, with that entry."""
    for entry in entries:
        lowered = text[entry.body : entry.limit].lower()
        if not any(name in lowered for name in _REFERENCES) or not _REFERENCE.search(
            lowered
        ):
            continue
        for name, field in bib_entry(text, entry).fields.items():
            if name in _REFERENCES:
                for found in _KEY.finditer(text, field.value.start, field.value.end):
                    if found[0] in keys:
                        yield entry, Span(*found.span())


def in_groups(text: str, keys: Mapping[str, str]) -> Iterator[Edit]:
    """The edits that put others in the place of keys in groups, or take a key out of
    them where the other is empty.
    """
    for comment in _GROUPS.finditer(text):
        end = closing(text, comment.start(), len(text))
        member = _JABREF if comment["jabref"] else _BIBDESK
        for found in member.finditer(
            text, comment.end(), len(text) if end is None else end
        ):
            new = keys.get(_LINE_END.sub("", found[1]))
            if new is not None:
                yield Edit(Span(*found.span(1 if new else 0)), new)
