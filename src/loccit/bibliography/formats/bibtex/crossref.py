"""Inherit fields from the entries that `crossref` and `xdata` name.

See the BibLaTeX manual, 2.4.1 and appendix B.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.names import split_at_and


class EntryFields(NamedTuple):
    """An entry's type and its fields, still TeX."""

    type: str
    fields: Mapping[str, str]


class Inherited(NamedTuple):
    """An entry's own and inherited fields, and the keys it names that are unknown."""

    fields: dict[str, str]
    unknown: list[str]


class _Reference(NamedTuple):
    """A key in `field`, which is `crossref` or `xdata`."""

    field: str
    key: str


class _Renaming(NamedTuple):
    """The name of such a parent's title in such a child.

    `prefix` is what the child puts before `title`, `subtitle` and `titleaddon`.
    """

    parents: frozenset[str]
    children: frozenset[str]
    prefix: str


#: Finds an entry by its key.
Find: TypeAlias = Callable[[str], EntryFields | None]

_IN_COLLECTION = frozenset(["incollection", "inreference", "suppcollection"])
_IN_BOOK = frozenset(["inbook", "bookinbook", "suppbook"])
_BOOK = frozenset(["book"])
_MVBOOK = frozenset(["mvbook"])
_PROCEEDINGS = frozenset(["proceedings"])
_IN_PROCEEDINGS = frozenset(["inproceedings"])
_COLLECTION = frozenset(["collection", "reference"])
_MVCOLLECTION = frozenset(["mvcollection", "mvreference"])
_MVPROCEEDINGS = frozenset(["mvproceedings"])
_PERIODICAL = frozenset(["periodical"])
_ARTICLE = frozenset(["article", "suppperiodical"])

#: The first that fits holds.
_RENAMINGS = [
    _Renaming(_MVBOOK, _IN_BOOK | _BOOK, "main"),
    _Renaming(_MVCOLLECTION, _IN_COLLECTION | _COLLECTION, "main"),
    _Renaming(_MVPROCEEDINGS, _PROCEEDINGS | _IN_PROCEEDINGS, "main"),
    _Renaming(_BOOK, _IN_BOOK, "book"),
    _Renaming(_COLLECTION, _IN_COLLECTION, "book"),
    _Renaming(_PROCEEDINGS, _IN_PROCEEDINGS, "book"),
    _Renaming(_PERIODICAL, _ARTICLE, "journal"),
    # In BibTeX, a chapter may refer to any kind of book.
    _Renaming(
        frozenset(["book", "collection", "proceedings"]),
        _IN_COLLECTION | _IN_BOOK | _IN_PROCEEDINGS,
        "book",
    ),
]
#: Fields that are never inherited.
_NEVER = frozenset(
    [
        "crossref",
        "entryset",
        "entrysubtype",
        "execute",
        "ids",
        "label",
        "options",
        "presort",
        "related",
        "relatedoptions",
        "relatedstring",
        "relatedtype",
        "shorthand",
        "shorthandintro",
        "sortkey",
        "xdata",
        "xref",
    ]
)
_TITLES = frozenset(["title", "subtitle", "titleaddon"])
#: A child whose title is another has no use for these.
_OF_OWN_TITLE = frozenset(["shorttitle", "sorttitle", "indextitle", "indexsorttitle"])
#: The fields of one date: who has any of them inherits none, as in Biber.
_DATES = {
    f"{date}{part}": date
    for date in ("", "event", "orig", "url")
    for part in ("date", "year", "month", "day")
}
#: A reference to one field of an @xdata entry, or to one item in it:
#: `xdata=key-field-2` (manual, 3.14.6).
_GRANULAR = regex(r"\s*xdata\s*=\s*(\S+?)-([A-Za-z]+)(?:-(\d{1,4}))?\s*")


def inherit(entry: EntryFields, find: Find) -> Inherited:
    """Add the fields that an entry inherits.

    >>> book = EntryFields("book", {"title": "Home Girls", "editor": "Smith, Barbara"})
    >>> chapter = EntryFields("inbook", {"title": "Coalition Politics", "crossref": "smith"})
    >>> inherit(chapter, {"smith": book}.get).fields["booktitle"]
    'Home Girls'
    """
    fields = dict(entry.fields)
    unknown: list[str] = []
    seen: set[str] = set()
    waiting = _references(entry)
    while waiting:
        field, key = waiting.pop(0)
        if key in seen:
            continue
        seen.add(key)
        parent = find(key)
        if parent is None:
            unknown.append(key)
            continue
        _add_inherited(fields, field, entry, parent)
        waiting += _references(parent)
    for name, value in fields.items():
        if "xdata" in value and name != "xdata":
            fields[name] = _with_items(value, find, unknown)
    return Inherited(fields, unknown)


def _references(entry: EntryFields) -> list[_Reference]:
    return [
        _Reference(name, key.strip())
        for name in ("xdata", "crossref")
        if name in entry.fields
        for key in entry.fields[name].split(",")
        if key.strip()
    ]


def _add_inherited(
    fields: dict[str, str], reference: str, entry: EntryFields, parent: EntryFields
) -> None:
    dated = {_DATES[name] for name in entry.fields if name in _DATES}
    for name, value in parent.fields.items():
        if _DATES.get(name) in dated and not _completes_date(name, entry, parent):
            continue
        for inherited in _names_in_child(name, reference, entry, parent):
            fields.setdefault(inherited, value)


def _completes_date(name: str, entry: EntryFields, parent: EntryFields) -> bool:
    """Return whether a parent's month or day belongs to the year that the child has."""
    if name.endswith(("date", "year")):
        return False
    year = f"{_DATES[name]}year"
    return entry.fields.get(year) == parent.fields.get(year)


def _names_in_child(
    name: str, reference: str, child: EntryFields, parent: EntryFields
) -> Iterable[str]:
    """Return the names by which a child has a parent's field; none if it has not."""
    if name in _NEVER:
        return ()
    if reference == "xdata":
        return (name,)
    prefix = _prefix(parent.type, child.type)
    if prefix and name in _OF_OWN_TITLE:
        return ()
    if prefix and name in _TITLES:
        return (prefix + name,)
    is_in_book = parent.type in ("book", "mvbook") and child.type in _IN_BOOK
    if name == "author" and is_in_book:
        return ("bookauthor", "author")
    return (name,)


def _prefix(parent: str, child: str) -> str:
    for parents, children, prefix in _RENAMINGS:
        if parent in parents and child in children:
            return prefix
    return ""


def _with_items(value: str, find: Find, unknown: list[str]) -> str:
    """Replace the items of a list that refer to an @xdata entry."""
    items = list(split_at_and(value))
    if not any(map(_GRANULAR.fullmatch, items)):
        return value
    return " and ".join(_item(item.strip(), find, unknown) for item in items)


def _item(item: str, find: Find, unknown: list[str]) -> str:
    reference = _GRANULAR.fullmatch(item)
    if reference is None:
        return item
    key, name, number = reference.groups()
    entry = find(key)
    if entry is None:
        unknown.append(key)
        return item
    items = list(split_at_and(entry.fields.get(name.lower(), "")))
    if number is None:
        return " and ".join(items)
    if not 0 < int(number) <= len(items):
        return item
    return items[int(number) - 1]
