"""What an entry inherits from the entries that its `crossref` and `xdata` name
(BibLaTeX manual, 2.4.1, appendix B).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.names import split_at_and


class EntryFields(NamedTuple):
    """An entry's type and its fields, still TeX."""

    type: str
    fields: Mapping[str, str]


_GRANULAR = regex(r"\s*xdata\s*=\s*(\S+?)-([A-Za-z]+)(?:-(\d{1,4}))?\s*")

_NEVER = frozenset(
    [
        *(
            "ids",
            "crossref",
            "xref",
            "xdata",
            "entryset",
            "entrysubtype",
            "execute",
            "label",
            "options",
            "presort",
        ),
        *(
            "related",
            "relatedoptions",
            "relatedstring",
            "relatedtype",
            "shorthand",
            "shorthandintro",
            "sortkey",
        ),
    ]
)
#: The fields of one date: who has any of them inherits none, as in biber.
_DATES = {
    f"{date}{part}": date
    for date in ("", "event", "orig", "url")
    for part in ("date", "year", "month", "day")
}
_NOT_AS_TITLE = frozenset(["shorttitle", "sorttitle", "indextitle", "indexsorttitle"])
_IN_COLLECTION = frozenset(["incollection", "inreference", "suppcollection"])
_IN_BOOK = frozenset(["inbook", "bookinbook", "suppbook"])

#: (parents, children, what the parent's `title`, `subtitle` and `titleaddon` begin with
#: in the child)
_TITLES: tuple[tuple[frozenset[str], frozenset[str], str], ...] = (
    (frozenset(["mvbook"]), _IN_BOOK | {"book"}, "main"),
    (
        frozenset(["mvcollection", "mvreference"]),
        _IN_COLLECTION | {"collection", "reference"},
        "main",
    ),
    (frozenset(["mvproceedings"]), frozenset(["proceedings", "inproceedings"]), "main"),
    (frozenset(["book"]), _IN_BOOK, "book"),
    (frozenset(["collection", "reference"]), _IN_COLLECTION, "book"),
    (frozenset(["proceedings"]), frozenset(["inproceedings"]), "book"),
    (frozenset(["periodical"]), frozenset(["article", "suppperiodical"]), "journal"),
    # Classic BibTeX users let chapters refer to any kind of book.
    (
        frozenset(["book", "collection", "proceedings"]),
        _IN_COLLECTION | _IN_BOOK | {"inproceedings"},
        "book",
    ),
)


def inherit(
    entry: EntryFields, find: Callable[[str], EntryFields | None]
) -> tuple[dict[str, str], list[str]]:
    """The entry's fields and those it inherits, and the keys that it names in vain.

    >>> book = EntryFields("book", {"title": "Home Girls", "editor": "Smith, Barbara"})
    >>> chapter = EntryFields("inbook", {"title": "Coalition Politics", "crossref": "smith"})
    >>> inherit(chapter, {"smith": book}.get)[0]["booktitle"]
    'Home Girls'
    """
    fields = dict(entry.fields)
    unknown: list[str] = []
    dated = {_DATES[name] for name in entry.fields if name in _DATES}
    seen: set[str] = set()
    waiting = _references(entry)
    while waiting:
        kind, key = waiting.pop(0)
        if key in seen:
            continue
        seen.add(key)
        parent = find(key)
        if parent is None:
            unknown.append(key)
            continue
        for name, value in parent.fields.items():
            date = _DATES.get(name)
            if date in dated and (
                name.endswith(("date", "year")) or not _same_year(entry, parent, date)
            ):
                continue
            for inherited in (
                [name]
                if kind == "xdata" and name not in _NEVER
                else _names(parent.type, entry.type, name)
            ):
                fields.setdefault(inherited, value)
        waiting += _references(parent)
    for name, value in fields.items():
        if (
            "xdata" in value
            and name != "xdata"
            and any(map(_GRANULAR.fullmatch, split_at_and(value)))
        ):
            fields[name] = " and ".join(
                _item(part.strip(), find, unknown) for part in split_at_and(value)
            )
    return fields, unknown


def _same_year(entry: EntryFields, parent: EntryFields, date: str) -> bool:
    return entry.fields.get(f"{date}year") == parent.fields.get(f"{date}year")


def _item(
    item: str, find: Callable[[str], EntryFields | None], unknown: list[str]
) -> str:
    """An item of a list, or a whole field, that may stand in an @xdata entry:
    `xdata=key-field-2` (manual, 3.14.6).
    """
    reference = _GRANULAR.fullmatch(item)
    if reference is None:
        return item
    key, name, number = reference.groups()
    if (entry := find(key)) is None:
        unknown.append(key)
        return item
    items = list(split_at_and(entry.fields.get(name.lower(), "")))
    if number is None:
        return " and ".join(items)
    return items[int(number) - 1] if 0 < int(number) <= len(items) else item


def _references(entry: EntryFields) -> list[tuple[str, str]]:
    return [
        (name, key.strip())
        for name in ("xdata", "crossref")
        for key in entry.fields.get(name, "").split(",")
        if key.strip()
    ]


def _names(parent: str, child: str, name: str) -> list[str]:
    """What the parent's field is called in the child; nothing, if it is not inherited."""
    if name in _NEVER:
        return []
    begins = next(
        (
            begins
            for parents, children, begins in _TITLES
            if parent in parents and child in children
        ),
        "",
    )
    if begins and name in _NOT_AS_TITLE:
        return []
    if begins and name in ("title", "subtitle", "titleaddon"):
        return [begins + name]
    if name == "author" and parent in ("book", "mvbook") and child in _IN_BOOK:
        return ["bookauthor", "author"]
    return [name]
