"""Find the fields of an entry that make no difference to its variables.

A source keeps them as they are in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set

from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES

#: Fields that are read elsewhere, or that name other entries.
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
#: Fields that are read from some entries, under no name of the table: they are joined
#: to others, or their meaning depends on the entry type.
_READ_SOMETIMES = frozenset(
    [
        "addendum",
        "authortype",
        "booksubtitle",
        "booktitleaddon",
        "citation",
        "editora",
        "editoratype",
        "editorb",
        "editorbtype",
        "editorc",
        "editorctype",
        "editortype",
        "entrysubtype",
        "eventtitleaddon",
        "issuesubtitle",
        "issuetitleaddon",
        "journalsubtitle",
        "journaltitleaddon",
        "mainsubtitle",
        "maintitle",
        "maintitleaddon",
        "nameaddon",
        "options",
        "subtitle",
    ]
)
_READ_ANNOTATIONS = ("author+an:role", "author+an:username", "citation+an:cite")
#: The parts of a date, with the field for the whole date.
_PARTS_OF_DATES = {
    f"{date}{part}": f"{date}date"
    for date in ("", "orig", "event", "url")
    for part in ("year", "month", "day")
}

#: Every field that may be read though it is not in the table of fields.py.
READ = frozenset(["eprinttype", *_READ_ELSEWHERE, *_READ_SOMETIMES, *_PARTS_OF_DATES])


def unread_fields(
    given: Mapping[str, str],
    fields: Mapping[str, str],
    read: Set[str],
    is_needless: Callable[[str], bool],
) -> dict[str, object]:
    """Return the fields that were not read, with their TeX.

    Args:
        given: the entry's fields.
        fields: the same, normalized for the table.
        read: the names of those in `fields` that became a variable.
        is_needless: returns whether the source is the same without a field. It reads
            the entry again, so it is asked only where nothing else decides.

    >>> unread_fields({"title": "A", "groups": "b"}, {"title": "A", "groups": "b"}, {"title"}, lambda name: False)
    {'groups': 'b'}
    """
    unread: dict[str, object] = {}
    met: set[str] = set()
    values = {fields[name] for name in read}
    for name, tex in given.items():
        field = ALIASES.get(name, name)
        # `address` and `location` may both be in an entry: only the first is read.
        is_second = field in met
        met.add(field)
        if field in read and not is_second:
            continue
        if not tex or field in _READ_ELSEWHERE or name.startswith(_READ_ANNOTATIONS):
            continue
        date = _PARTS_OF_DATES.get(field)
        if date is not None:
            is_unread = date in read and tex not in fields[date]
        elif field == "eprinttype":
            is_unread = all(map(is_needless, _eprints(given)))
        elif tex.replace("\\", "") in values:
            is_unread = False  # another field became the variable with this value
        elif is_second or field in _READ_SOMETIMES or fields.get(field) != tex:
            is_unread = is_needless(name)
        else:
            is_unread = True
        if is_unread:
            unread[name] = tex
    return unread


def _eprints(given: Mapping[str, str]) -> list[str]:
    """Return the names by which an entry has an `eprint`."""
    return [name for name in given if ALIASES.get(name, name) == "eprint"]
