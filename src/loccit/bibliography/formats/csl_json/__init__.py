"""CSL-JSON: an array of items (csl-data.json in CSL's schema), or an object that holds
the array under `items` or `references`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from json.encoder import encode_basestring
from typing import cast

from loccit._startup.regex import regex
from loccit.bibliography.editable import Editable
from loccit.bibliography.formats.csl_json.datacite import is_record
from loccit.bibliography.formats.csl_json.items import ItemFile, Items, no_sources
from loccit.bibliography.formats.csl_json.scanned_items import (
    FoundItem,
    ItemSyntax,
    ScannedItems,
)
from loccit.bibliography.source_file import KeptIndex
from loccit.errors import UnreadableFile
from loccit.model import Place, Source, Span
from loccit.model.csl_json import source_to_csl_json
from loccit.text_files.json_places import (
    after_space,
    member_span,
    members,
)
from loccit.text_files.positions import Positions

NAME = "csl-json"
EXTENSIONS = (".json",)

_ENCODE = json.JSONEncoder(ensure_ascii=False).encode

#: Where the answers of Crossref's and DataCite's interfaces have a record.
_ENVELOPES = ("message", "data")
#: An array or an object that contains an `id` or a `type` near its beginning.
_ITEMS = regex(
    r"""\s*[\[{].{0,2000}?"(?:id|type|items|message-type|references|creators)"\s*:""",
    re.DOTALL,
)


def recognizes(text: str) -> bool:
    return bool(_ITEMS.match(text))


def read(text: str, path: str) -> ItemFile:
    found = _found(text, path)
    return _file(ScannedItems("csl_json", text, path, found, _SYNTAX), path)


def open_index(index: KeptIndex) -> ItemFile:
    from loccit.bibliography.formats.csl_json.indexed_items import IndexedItems

    return _file(IndexedItems(index, _SYNTAX), index.path)


def _file(items: Items, path: str) -> ItemFile:
    return ItemFile(items, lambda text: open_text(text, path))


def open_text(text: str, path: str) -> Editable:
    """Open the text of a file for changes in place."""
    from loccit.bibliography.formats.csl_json.edit import EditableCslJson

    read(text, path)  # raises UnreadableFile if the text is invalid
    return EditableCslJson(text, path)


def write(sources: Iterable[Source]) -> str:
    """Write one variable per line.

    The layout is made here, because `json` uses its fast encoder only without one.
    """
    items = [_written(source) for source in sources]
    if not items:
        return "[]\n"
    return "[\n" + ",\n".join(items) + "\n]\n"


def _written(source: Source) -> str:
    members = [
        f"    {encode_basestring(name)}: {_encoded(value)}"
        for name, value in source_to_csl_json(source).items()
    ]
    return "  {\n" + ",\n".join(members) + "\n  }"


def _encoded(value: object) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    return _ENCODE(value)


def lost(source: Source) -> Iterator[str]:
    """Yield nothing: the model uses CSL's variables, so nothing is lost."""
    yield from ()


def _item_of(text: str, place: Place) -> Mapping[str, object]:
    """Read one item from its own text.

    Raises:
        UnreadableFile: the text is not JSON.
    """
    with _unreadable(place.path):
        return cast("Mapping[str, object]", json.loads(text))


def _member(text: str, _: Place, name: str) -> Span | None:
    return member_span(text, 0, name)


_SYNTAX = ItemSyntax(_item_of, _member)


@contextmanager
def _unreadable(path: str) -> Iterator[None]:
    """Report errors in JSON with their place in the file.

    Raises:
        UnreadableFile: the block raised an error of the JSON decoder.
    """
    try:
        yield
    except json.JSONDecodeError as error:
        raise UnreadableFile(
            f"This is not JSON: {error.msg}.",
            place=Place(path, *Positions(error.doc).at(error.pos)),
            advice="Export the sources again, or fix the file there.",
        ) from error
    # Python raises ValueError for a number of more than 4,300 digits.
    except (RecursionError, ValueError) as error:
        raise UnreadableFile(
            "This JSON can't be read.",
            place=Place(path),
            advice="It is nested too deeply, or contains a number that is too long.",
        ) from error


def _found(text: str, path: str) -> Iterator[FoundItem]:
    """Find the items of a file.

    Raises:
        UnreadableFile: the text is not JSON, or has no list of items.
    """
    with _unreadable(path):
        yield from _items(text, path)


def _items(text: str, path: str) -> Iterator[FoundItem]:
    """Yield each item with the positions of its beginning and end."""
    start = after_space(text, 0)
    if start == len(text):
        return
    if text.startswith("[", start):
        yield from _elements(text, start)
        return
    data = json.loads(text)
    for envelope in _ENVELOPES:
        if isinstance(data, Mapping) and isinstance(data.get(envelope), Mapping):
            data = data[envelope]
            start = _value_start(text, start, envelope)
    if _is_item(data):
        _, end = json.JSONDecoder().raw_decode(text, start)
        yield FoundItem(data, start, end)
        return
    name = _list_name(data)
    if name is None:
        raise no_sources(Place(path))
    yield from _elements(text, _value_start(text, start, name))


def _is_item(data: object) -> bool:
    """Return whether an object is an item, not a file around a list of items."""
    if not isinstance(data, Mapping):
        return False
    # doi.org answers with one item that has no `id`.
    return "id" in data or ("type" in data and "title" in data) or is_record(data)


def _list_name(data: object) -> str | None:
    """Return the name of the member that holds the list of items."""
    if not isinstance(data, Mapping):
        return None
    for name in ("references", "items", "data"):
        if data.get(name):
            return name if isinstance(data[name], list) else None
    return None


def _elements(text: str, start: int) -> Iterator[FoundItem]:
    """Yield the elements of the array that begins at `start`, with their positions."""
    decode = json.JSONDecoder().raw_decode
    position = after_space(text, start + 1)
    while not text.startswith("]", position):
        item, end = decode(text, position)
        yield FoundItem(item, position, end)
        position = after_space(text, end)
        if text.startswith(",", position):
            position = after_space(text, position + 1)
        elif not text.startswith("]", position):
            raise json.JSONDecodeError("Expecting ',' delimiter", text, position)


def _value_start(text: str, start: int, name: str) -> int:
    """Return where the value of a member begins, in an object that has this member.

    If there are several members of that name, the last one counts, as in `json`.
    """
    starts = {member.name: member.value.span.start for member in members(text, start)}
    return starts[name]
