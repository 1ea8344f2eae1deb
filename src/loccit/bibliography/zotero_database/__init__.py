"""Zotero's database, `zotero.sqlite`, as a file of sources.

A collection is named like a file in a folder: `zotero.sqlite/Thesis`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from loccit._startup.regex import regex
from loccit.bibliography.editable import Editable
from loccit.bibliography.formats.csl_json.items import ItemFile, source_of_item
from loccit.bibliography.keys import fill_keys
from loccit.bibliography.records.zotero_types import ZOTERO_TYPES
from loccit.bibliography.zotero_database.database import Creator, Item, read_items
from loccit.bibliography.zotero_database.fields import (
    AUTHORS,
    BASE_FIELDS,
    DATES,
    NAMES,
    TEXTS,
)
from loccit.errors import InvalidChange
from loccit.model import Edit, Place, Problem, Range

_SEPARATOR = regex(r"([\\:;])")
#: The length of a date in SQL, which Zotero has before what the user typed.
_SQL_DATE = len("2010-05-00")


class ZoteroFile(ItemFile):
    """The items of Zotero's database, which only Zotero changes."""

    def edits(self, index: int, values: Mapping[str, str]) -> Sequence[Edit]:
        return ()


def read(path: Path, collection: Sequence[str] = ()) -> ZoteroFile:
    """Read My Library, or a collection of it.

    Args:
        path: of `zotero.sqlite`.
        collection: the names of a collection and of those around it, the outermost
            first.

    Raises:
        UnreadableFile: this is not Zotero's database, or has no such collection.
    """
    items = [csl_item(item) for item in read_items(path, collection)]
    return ZoteroFile(_Items(items, str(path)), _refuse_change)


def csl_item(item: Item) -> dict[str, object]:
    """Return an item as Zotero exports it as CSL JSON.

    >>> item = Item("ABCD2345", "case", {"caseName": "A v. B", "dateDecided": "1954-05-17 May 17, 1954"})
    >>> csl_item(item)["title"], csl_item(item)["issued"]
    ('A v. B', {'date-parts': [[1954, 5, 17]]})
    """
    csl: dict[str, object] = {
        "id": f"http://zotero.org/users/local/items/{item.key}",
        "type": ZOTERO_TYPES.get(item.type, "document"),
    }
    fields = {BASE_FIELDS.get(name, name): text for name, text in item.fields.items()}
    for name, variable in TEXTS.items():
        if name in fields:
            csl.setdefault(variable, fields[name])
    for name, variable in DATES.items():
        if name in fields:
            csl[variable] = _date(fields[name])
    if item.type == "presentation" and "publisher-place" in csl:
        csl["event-place"] = csl.pop("publisher-place")
    for creator in item.creators:
        _add_name(csl, creator, item.type)
    if item.files:
        csl["custom"] = {"file": ";".join(map(_link, item.files))}
    return csl


def _link(file: Path) -> str:
    """Return a link to a file as JabRef and Better BibTeX write it.

    >>> _link(Path("storage/ABCD2345/Doe; Roe.pdf"))
    ':storage/ABCD2345/Doe\\\\; Roe.pdf:PDF'
    """
    path = _SEPARATOR.sub(r"\\\1", str(file))
    return f":{path}:{file.suffix[1:].upper()}"


def _date(text: str) -> dict[str, object]:
    """Read a date: in SQL, with zeros for what is unknown, and as it was typed."""
    typed = text[_SQL_DATE:].strip()
    numbers = [int(part) for part in text[:_SQL_DATE].split("-") if part.isdecimal()]
    known = numbers[: numbers.index(0)] if 0 in numbers else numbers
    if len(known) < 2 and typed and typed != str(known[:1]).strip("[]"):
        return {"raw": typed}  # a season, or a range of years
    return {"date-parts": [known]} if known else {"raw": typed or text}


def _add_name(csl: dict[str, object], creator: Creator, type_: str) -> None:
    is_author = creator.role == AUTHORS.get(type_, "author")
    variable = "author" if is_author else NAMES.get(creator.role)
    if variable is None:
        return
    name = {"family": creator.last, "given": creator.first}
    if creator.is_group:
        name = {"literal": creator.last}
    names = csl.setdefault(variable, [])
    assert isinstance(names, list)  # no text has the variable of a name
    names.append(name)


class _Items:
    """The items of the database; see `Items`."""

    def __init__(self, items: Sequence[Mapping[str, object]], path: str) -> None:
        self._items = items
        self._path = path
        self.keys = [source_of_item(item).key for item in items]
        without = ["" if "://" in key else key for key in self.keys]
        self.made_keys = fill_keys(without, lambda index: source_of_item(items[index]))
        self.problems: list[Problem] = []
        if self.made_keys:
            self.problems.append(_without_keys(self.made_keys, path))

    def __getitem__(self, index: int) -> Mapping[str, object]:
        return self._items[index]

    def place(self, index: int) -> Place:
        return Place(self._path)

    def range_of(self, index: int, name: str) -> Range:
        return Range(self.place(index))

    def file_text(self) -> str:
        return ""

    def index(self) -> None:
        return None


def _without_keys(made: Mapping[int, str], path: str) -> Problem:
    first = next(iter(made.values()))
    items = "One item has" if len(made) == 1 else f"{len(made)} items have"
    message = (
        f"{items} no citation key. Cite by the keys that loccit makes of author and "
        f"year, such as `{first}`."
    )
    advice = (
        "They change when the author or the year does: give items a citation key in "
        "Zotero, as the add-on Better BibTeX does."
    )
    return Problem("missing-key", message, Place(path), "note", advice)


def _refuse_change(text: str) -> Editable:
    raise InvalidChange("Only Zotero changes its database.")
