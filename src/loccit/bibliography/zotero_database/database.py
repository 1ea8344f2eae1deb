"""Read the items of Zotero's database.

The file is opened read-only and as if nobody else could change it, so that Zotero may
run meanwhile: nothing is locked or written, also not beside it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from loccit._startup.dataclass import dataclass, field
from loccit._startup.namedtuple import NamedTuple
from loccit.errors import UnreadableFile
from loccit.model import Place

#: What belongs to an item, and is none itself.
_PARTS = ("attachment", "note", "annotation")


class Creator(NamedTuple):
    """A person or group, as Zotero has them: a group has a last name alone."""

    role: str
    first: str
    last: str
    is_group: bool


@dataclass(slots=True)
class Item:
    """An item: its key, its type, its fields by name, its creators in order, and the paths
    of its files.
    """

    key: str
    type: str
    fields: dict[str, str] = field(default_factory=dict)
    creators: list[Creator] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)


def read_items(path: Path, collection: Sequence[str] = ()) -> list[Item]:
    """Read the items of My Library, except those in the trash.

    Args:
        path: of `zotero.sqlite`.
        collection: the names of a collection and of those around it, the outermost
            first; empty for all items.

    Raises:
        UnreadableFile: this is not Zotero's database, or has no such collection.
    """
    with _opened(path) as database:
        items = {
            number: Item(key, type_)
            for number, key, type_ in database.execute(_items_query(database))
        }
        if collection:
            members = set(_members(database, collection, path))
            items = {
                number: item for number, item in items.items() if number in members
            }
        for number, name, value in database.execute(_FIELDS):
            if number in items:
                items[number].fields[name] = str(value)
        for number, role, first, last, mode in database.execute(_CREATORS):
            if number in items:
                creator = Creator(role, first or "", last or "", mode == 1)
                items[number].creators.append(creator)
        for number, file in _files(database, path.parent):
            if number in items:
                items[number].files.append(file)
    return list(items.values())


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            yield database
    except sqlite3.Error as error:
        raise UnreadableFile(
            f"This is not Zotero's database, or Zotero is writing it: {error}.",
            place=Place(str(path)),
            advice="Close Zotero and try again, or export the library as CSL JSON.",
        ) from error


def _items_query(database: sqlite3.Connection) -> str:
    parts = ", ".join(f"'{part}'" for part in _PARTS)
    query = (
        "SELECT itemID, key, typeName FROM items JOIN itemTypes USING (itemTypeID) "
        f"WHERE typeName NOT IN ({parts}) "
        "AND itemID NOT IN (SELECT itemID FROM deletedItems)"
    )
    if _has_table(database, "libraries"):
        # Groups and feeds are libraries of their own.
        query += (
            " AND items.libraryID IN "
            "(SELECT libraryID FROM libraries WHERE type = 'user')"
        )
    return f"{query} ORDER BY itemID"


def _has_table(database: sqlite3.Connection, name: str) -> bool:
    found = database.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [name]
    )
    return found.fetchone() is not None


def _files(database: sqlite3.Connection, data: Path) -> Iterator[tuple[int, Path]]:
    """Yield the number of each item that has a file, with the file's path.

    Zotero keeps files in `storage/`, each in a folder that is named by the attachment's
    key; the path of others is relative to a folder that only Zotero knows, or whole.
    """
    if not _has_table(database, "itemAttachments"):
        return
    for number, key, path in database.execute(_ATTACHMENTS):
        place, _, name = path.partition(":")
        if place == "storage":
            yield number, data.absolute() / "storage" / key / name
        elif place != "attachments":
            yield number, Path(path)


_ATTACHMENTS = """
SELECT parentItemID, key, path
FROM itemAttachments JOIN items USING (itemID)
WHERE parentItemID IS NOT NULL AND path IS NOT NULL
AND itemID NOT IN (SELECT itemID FROM deletedItems)
ORDER BY itemID
"""

_FIELDS = """
SELECT itemID, fieldName, value
FROM itemData JOIN itemDataValues USING (valueID) JOIN fields USING (fieldID)
"""

_CREATORS = """
SELECT itemID, creatorType, firstName, lastName, fieldMode
FROM itemCreators JOIN creators USING (creatorID) JOIN creatorTypes USING (creatorTypeID)
ORDER BY itemID, orderIndex
"""

_COLLECTIONS = (
    "SELECT collectionID, collectionName, parentCollectionID FROM collections"
)


class _Collection(NamedTuple):
    """A collection, by its number, and the one around it."""

    number: int
    name: str
    parent: int | None


def _members(
    database: sqlite3.Connection, names: Sequence[str], path: Path
) -> Iterator[int]:
    """Yield the items of a collection and of those in it."""
    collections = [_Collection(*row) for row in database.execute(_COLLECTIONS)]
    found = [each for each in collections if each.name == names[0]]
    for name in names[1:]:
        around = {each.number for each in found}
        found = [
            each for each in collections if each.name == name and each.parent in around
        ]
    if not found:
        known = ", ".join(f"`{each.name}`" for each in collections)
        raise UnreadableFile(
            f"Zotero has no collection `{'/'.join(names)}`.",
            place=Place(str(path)),
            advice=f"There are: {known}." if known else "It has no collections.",
        )
    wanted = {each.number for each in found}
    while inside := {
        each.number
        for each in collections
        if each.parent in wanted and each.number not in wanted
    }:
        wanted |= inside
    for number, item in database.execute(
        "SELECT collectionID, itemID FROM collectionItems"
    ):
        if number in wanted:
            yield item
