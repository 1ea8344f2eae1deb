"""The fields of a .bib entry that make no difference to its variables; a source keeps them as they stand."""

from __future__ import annotations

from collections.abc import Mapping, Set

from loccit.bibliography.prepare import ALIASES

#: Fields that are read, but under no name of the table's: joined to others, or told by the entry's type.
READ = frozenset(
    [
        *(f"{date}{part}" for date in ("", "orig", "event", "url") for part in ("year", "month", "day")),
        *("editora", "editorb", "editorc", "editortype", "editoratype", "editorbtype", "editorctype"),
        *("authortype", "nameaddon", "options"),
        *("subtitle", "booksubtitle", "issuesubtitle", "journalsubtitle", "mainsubtitle", "maintitle"),
        *("booktitleaddon", "eventtitleaddon", "issuetitleaddon", "journaltitleaddon", "maintitleaddon"),
        *("addendum", "citation", "entrysubtype", "eprinttype", "langid", "langidopts"),
        *("crossref", "related", "relatedstring", "relatedtype", "xdata"),
    ]
)
_READ_ANNOTATIONS = ("author+an:role", "author+an:username", "citation+an:cite")


def passed_over(given: Mapping[str, str], fields: Mapping[str, str], read: Set[str]) -> dict[str, object]:
    """The fields of `given` that were not read, with their TeX.

    Args:
        given: the entry's fields.
        fields: the same, prepared for the table.
        read: those of `fields` that became a variable.

    >>> passed_over({"title": "A", "groups": "b"}, {"title": "A", "groups": "b"}, {"title"})
    {'groups': 'b'}
    """
    unread: dict[str, object] = {}
    for name, tex in given.items():
        field = ALIASES.get(name, name)
        if not tex or field in read or field in READ or name.startswith(_READ_ANNOTATIONS):
            continue
        # What is no longer there was joined to another, or stands in its place.
        if fields.get(field) == tex and all(fields[other] != tex for other in read):
            unread[name] = tex
    return unread
