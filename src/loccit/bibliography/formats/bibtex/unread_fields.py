"""The fields of a .bib entry that make no difference to its variables; a source keeps
them as they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set

from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES

#: Fields that are read in another place, or that name other entries.
_READ_ELSEWHERE = frozenset(
    [
        "crossref",
        "langid",
        "langidopts",
        "related",
        "relatedstring",
        "relatedtype",
        "xdata",
    ]
)
#: Fields that are read, of some entries, under no name of the table's: joined to
#: others, or told by the entry's type.
_READ_OF_SOME = frozenset(
    [
        *(
            "editora",
            "editorb",
            "editorc",
            "editortype",
            "editoratype",
            "editorbtype",
            "editorctype",
        ),
        *("authortype", "nameaddon", "options"),
        *(
            "subtitle",
            "booksubtitle",
            "issuesubtitle",
            "journalsubtitle",
            "mainsubtitle",
            "maintitle",
        ),
        *(
            "booktitleaddon",
            "eventtitleaddon",
            "issuetitleaddon",
            "journaltitleaddon",
            "maintitleaddon",
        ),
        *("addendum", "citation", "entrysubtype"),
    ]
)
_READ_ANNOTATIONS = ("author+an:role", "author+an:username", "citation+an:cite")
#: The parts of a date, with the field that has all of it.
_OF_DATES = {
    f"{date}{part}": f"{date}date"
    for date in ("", "orig", "event", "url")
    for part in ("year", "month", "day")
}

#: Every field that may be read though the table of fields.py does not have it.
READ = frozenset(["eprinttype", *_READ_ELSEWHERE, *_READ_OF_SOME, *_OF_DATES])


def unread_fields(
    given: Mapping[str, str],
    fields: Mapping[str, str],
    read: Set[str],
    is_needless: Callable[[str], bool],
) -> dict[str, object]:
    """The fields of `given` that were not read, with their TeX.

    Args:
        given: the entry's fields.
        fields: the same, normalized for the table.
        read: those of `fields` that became a variable.
        is_needless: whether the source is the same without a field; asked where it
            can't be seen at once.

    >>> unread_fields({"title": "A", "groups": "b"}, {"title": "A", "groups": "b"}, {"title"}, lambda name: False)
    {'groups': 'b'}
    """
    unread: dict[str, object] = {}
    met: set[str] = set()
    values = {fields[name] for name in read}
    for name, tex in given.items():
        field = ALIASES.get(name, name)
        again = field in met  # `address` and `location` in one entry
        met.add(field)
        if (
            not tex
            or field in _READ_ELSEWHERE
            or (field in read and not again)
            or name.startswith(_READ_ANNOTATIONS)
        ):
            continue
        if date := _OF_DATES.get(field):
            is_unread = date in read and tex not in fields[date]
        elif field == "eprinttype":
            is_unread = all(
                is_needless(other)
                for other in given
                if ALIASES.get(other, other) == "eprint"
            )
        elif tex.replace("\\", "") in values:
            is_unread = False  # it stands in the other's place
        elif again or field in _READ_OF_SOME or fields.get(field) != tex:
            is_unread = is_needless(name)
        else:
            is_unread = True
        if is_unread:
            unread[name] = tex
    return unread
