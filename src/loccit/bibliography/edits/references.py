"""Where the entries of a .bib file name each other, and where groups of JabRef and BibDesk name them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit.bibliography.edits.bib_entry import bib_entry
from loccit.bibliography.scan import EntrySpan, closing
from loccit.model import Edit, Span
from loccit.model.pattern import pattern

#: Fields that hold keys (BibLaTeX manual, 2.2.3 and 2.3).
_REFERENCES = ("crossref", "xref", "xdata", "related", "entryset")
_KEY = pattern(r"[^\s,{}\"]+")

_GROUPS = pattern(r"@comment\s*\{\s*(?:(?P<jabref>jabref-meta:\s*groupstree)|BibDesk Static Groups)\b", re.IGNORECASE)
#: JabRef (up to version 3) ends a name with `\;` and breaks lines where it likes; BibDesk has a list in XML.
_JABREF, _BIBDESK = r"(?<=\\;)({})\\;", r"(?<=[>,])({})(?:,|(?=<))"


def references(text: str, entries: list[EntrySpan], key: str) -> Iterator[tuple[EntrySpan, Span]]:
    """Each place in the fields of an entry that names `key`, with that entry."""
    for entry in entries:
        if text.find(key, entry.body, entry.limit) < 0:
            continue
        for name, field in bib_entry(text, entry).fields.items():
            if name in _REFERENCES:
                for found in _KEY.finditer(text, field.value.start, field.value.end):
                    if found[0] == key:
                        yield entry, Span(*found.span())


def in_groups(text: str, key: str, new: str) -> Iterator[Edit]:
    """The edits that put `new` in the place of a key in groups, or take it out of them where that is empty."""
    letters = r"[\r\n]*".join(map(re.escape, key))
    for comment in _GROUPS.finditer(text):
        end = closing(text, comment.start(), len(text))
        member = re.compile((_JABREF if comment["jabref"] else _BIBDESK).format(letters))
        for found in member.finditer(text, comment.end(), len(text) if end is None else end):
            yield Edit(Span(*found.span(1 if new else 0)), new)
