"""Make a database as Zotero has it, with the tables that hold a library."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

#: As in Zotero's userdata.sql and system.sql, without what no item needs.
SCHEMA = """
CREATE TABLE libraries (libraryID INTEGER PRIMARY KEY, type TEXT NOT NULL,
    editable INT NOT NULL, filesEditable INT NOT NULL, version INT NOT NULL DEFAULT 0,
    storageVersion INT NOT NULL DEFAULT 0, lastSync INT NOT NULL DEFAULT 0,
    archived INT NOT NULL DEFAULT 0);
CREATE TABLE itemTypes (itemTypeID INTEGER PRIMARY KEY, typeName TEXT,
    templateItemTypeID INT, display INT DEFAULT 1);
CREATE TABLE fields (fieldID INTEGER PRIMARY KEY, fieldName TEXT, fieldFormatID INT);
CREATE TABLE creatorTypes (creatorTypeID INTEGER PRIMARY KEY, creatorType TEXT);
CREATE TABLE items (itemID INTEGER PRIMARY KEY, itemTypeID INT NOT NULL,
    dateAdded TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    dateModified TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    clientDateModified TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
    libraryID INT NOT NULL, key TEXT NOT NULL, version INT NOT NULL DEFAULT 0,
    synced INT NOT NULL DEFAULT 0, UNIQUE (libraryID, key),
    FOREIGN KEY (libraryID) REFERENCES libraries(libraryID) ON DELETE CASCADE);
CREATE TABLE itemDataValues (valueID INTEGER PRIMARY KEY, value UNIQUE);
CREATE TABLE itemData (itemID INT, fieldID INT, valueID, PRIMARY KEY (itemID, fieldID),
    FOREIGN KEY (itemID) REFERENCES items(itemID) ON DELETE CASCADE,
    FOREIGN KEY (fieldID) REFERENCES fields(fieldID),
    FOREIGN KEY (valueID) REFERENCES itemDataValues(valueID));
CREATE TABLE creators (creatorID INTEGER PRIMARY KEY, firstName TEXT, lastName TEXT,
    fieldMode INT, UNIQUE (lastName, firstName, fieldMode));
CREATE TABLE itemCreators (itemID INT NOT NULL, creatorID INT NOT NULL,
    creatorTypeID INT NOT NULL DEFAULT 1, orderIndex INT NOT NULL DEFAULT 0,
    PRIMARY KEY (itemID, creatorID, creatorTypeID, orderIndex),
    UNIQUE (itemID, orderIndex));
CREATE TABLE collections (collectionID INTEGER PRIMARY KEY, collectionName TEXT NOT NULL,
    parentCollectionID INT DEFAULT NULL, clientDateModified TIMESTAMP NOT NULL DEFAULT
    CURRENT_TIMESTAMP, libraryID INT NOT NULL, key TEXT NOT NULL);
CREATE TABLE collectionItems (collectionID INT NOT NULL, itemID INT NOT NULL,
    orderIndex INT NOT NULL DEFAULT 0, PRIMARY KEY (collectionID, itemID));
CREATE TABLE itemAttachments (itemID INTEGER PRIMARY KEY, parentItemID INT, linkMode INT,
    contentType TEXT, charsetID INT, path TEXT);
CREATE TABLE deletedItems (itemID INTEGER PRIMARY KEY, dateDeleted DEFAULT
    CURRENT_TIMESTAMP NOT NULL);
"""


class Person(NamedTuple):
    """A creator; with a last name alone, a group."""

    role: str
    last: str
    first: str = ""


class Entry(NamedTuple):
    """An item to put into the database.

    Attributes:
        files: the path of each attachment, by its key.
    """

    key: str
    type: str
    fields: Mapping[str, str]
    people: Sequence[Person] = ()
    collections: Sequence[str] = ()
    library: int = 1
    in_trash: bool = False
    files: Mapping[str, str] = {}


def make_database(
    path: Path, entries: Sequence[Entry], collections: Mapping[str, str] | None = None
) -> Path:
    """Make a database with a user's library and that of a group.

    Args:
        path: of the new file.
        entries: the items.
        collections: the name of each, and that of the one around it, or `""`.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(SCHEMA)
        database.execute("INSERT INTO libraries VALUES (1, 'user', 1, 1, 0, 0, 0, 0)")
        database.execute("INSERT INTO libraries VALUES (2, 'group', 1, 1, 0, 0, 0, 0)")
        for name, around in (collections or {}).items():
            _add_collection(database, name, around)
        for entry in entries:
            _add(database, entry)
    return path


def _add_collection(database: sqlite3.Connection, name: str, around: str) -> None:
    database.execute(
        "INSERT INTO collections (collectionName, parentCollectionID, libraryID, key) "
        "SELECT ?, (SELECT collectionID FROM collections WHERE collectionName = ?), 1, ?",
        [name, around, name[:8]],
    )


def _add(database: sqlite3.Connection, entry: Entry) -> None:
    type_ = _number(database, "itemTypes", "itemTypeID", "typeName", entry.type)
    item = database.execute(
        "INSERT INTO items (itemTypeID, libraryID, key) VALUES (?, ?, ?)",
        [type_, entry.library, entry.key],
    ).lastrowid
    for name, value in entry.fields.items():
        field = _number(database, "fields", "fieldID", "fieldName", name)
        number = _number(database, "itemDataValues", "valueID", "value", value)
        database.execute("INSERT INTO itemData VALUES (?, ?, ?)", [item, field, number])
    for order, person in enumerate(entry.people):
        role = _number(
            database, "creatorTypes", "creatorTypeID", "creatorType", person.role
        )
        mode = 0 if person.first else 1
        database.execute(
            "INSERT OR IGNORE INTO creators (firstName, lastName, fieldMode) "
            "VALUES (?, ?, ?)",
            [person.first, person.last, mode],
        )
        database.execute(
            "INSERT INTO itemCreators SELECT ?, creatorID, ?, ? FROM creators "
            "WHERE firstName = ? AND lastName = ?",
            [item, role, order, person.first, person.last],
        )
    for collection in entry.collections:
        database.execute(
            "INSERT INTO collectionItems (collectionID, itemID) "
            "SELECT collectionID, ? FROM collections WHERE collectionName = ?",
            [item, collection],
        )
    for key, file in entry.files.items():
        _add_file(database, item, key, file)
    if entry.in_trash:
        database.execute("INSERT INTO deletedItems (itemID) VALUES (?)", [item])


def _add_file(
    database: sqlite3.Connection, item: int | None, key: str, path: str
) -> None:
    type_ = _number(database, "itemTypes", "itemTypeID", "typeName", "attachment")
    attachment = database.execute(
        "INSERT INTO items (itemTypeID, libraryID, key) VALUES (?, 1, ?)", [type_, key]
    ).lastrowid
    database.execute(
        "INSERT INTO itemAttachments (itemID, parentItemID, path) VALUES (?, ?, ?)",
        [attachment, item, path],
    )


def _number(
    database: sqlite3.Connection, table: str, number: str, column: str, value: str
) -> int:
    """The number of a value in a table; it is added if it is new."""
    database.execute(
        f"INSERT INTO {table} ({column}) SELECT ? "
        f"WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE {column} = ?)",
        [value, value],
    )
    (found,) = database.execute(
        f"SELECT {number} FROM {table} WHERE {column} = ?", [value]
    ).fetchone()
    return int(found)


#: A library: a report, a case, an episode, a talk, and what is no source.
ENTRIES = (
    Entry(
        "AAAA2345",
        "report",
        {
            "title": "Prisoners in 2019",
            "reportNumber": "NCJ 255115",
            "institution": "Bureau of Justice Statistics",
            "date": "2020-10-00 October 2020",
            "url": "https://bjs.ojp.gov/library/publications/prisoners-2019",
            "accessDate": "2024-11-03 12:30:00",
            "citationKey": "carson2020",
        },
        [Person("author", "Carson", "E. Ann")],
        ["Thesis"],
    ),
    Entry(
        "BBBB2345",
        "case",
        {
            "caseName": "Brown v. Board of Education",
            "reporter": "U.S.",
            "reporterVolume": "347",
            "firstPage": "483",
            "dateDecided": "1954-05-17 May 17, 1954",
        },
        collections=["Law"],
    ),
    Entry(
        "CCCC2345",
        "bookSection",
        {
            "title": "Coalition politics",
            "bookTitle": "Home girls: A Black feminist anthology",
            "publisher": "Kitchen Table",
            "place": "New York",
            "date": "1983-00-00 1983",
            "pages": "356-368",
            "extra": "Citation Key: reagon1983\nOriginal Date: 1981",
        },
        [
            Person("author", "Reagon", "Bernice Johnson"),
            Person("editor", "Smith", "Barbara"),
        ],
        ["Thesis"],
    ),
    Entry(
        "DDDD2345",
        "presentation",
        {
            "title": "Gun violence: An event on the power of community",
            "presentationType": "Conference presentation",
            "meetingName": "APA 2019 Convention",
            "place": "Chicago, IL, United States",
            "date": "2019-08-08 August 8, 2019",
        },
        [Person("presenter", "Example Group")],
    ),
    Entry("EEEE2345", "attachment", {"title": "Full Text PDF"}),
    Entry("FFFF2345", "note", {}),
    Entry("GGGG2345", "annotation", {}),
    Entry("HHHH2345", "book", {"title": "In the trash"}, in_trash=True),
    Entry("IIII2345", "book", {"title": "Of a group"}, library=2),
)
COLLECTIONS = {"Thesis": "", "Law": "Thesis", "Empty": ""}
