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
from loccit.bibliography.formats.csl_json.items import (
    ItemFile,
    Items,
    give_keys,
    is_citable,
    key_of,
    no_sources,
    not_cited,
)
from loccit.bibliography.kept_problems import keep_problems
from loccit.bibliography.source_file import EntryIndex, KeptIndex
from loccit.errors import UnreadableFile
from loccit.model import Place, Problem, Range, Source
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
    return _file(ScannedItems(text, path), path)


def open_index(index: KeptIndex) -> ItemFile:
    from loccit.bibliography.formats.csl_json.indexed_items import IndexedItems

    return _file(IndexedItems(index), index.path)


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


class ScannedItems:
    """The items of a text: all are parsed once for their places, and each is parsed
    again when it is needed.

    Raises:
        UnreadableFile: the text is not JSON, or has no list of items.
    """

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.keys: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self.made_keys: Mapping[int, str] = {}
        self.problems: list[Problem] = []
        self._path = path
        self._positions = Positions(text)
        with _unreadable(path):
            for item, start, end in _items(text, path):
                if isinstance(item, Mapping) and is_citable(item):
                    self.keys.append(key_of(item))
                    self.spans.append((start, end))
                else:
                    self.problems.append(not_cited(item, self._place(start)))
        self.made_keys, problems = give_keys(self, path)
        self.problems += problems

    def __getitem__(self, index: int) -> Mapping[str, object]:
        start, end = self.spans[index]
        return item_of(self.text[start:end], self._path)

    def place(self, index: int) -> Place:
        return self._place(self.spans[index][0])

    def range_of(self, index: int, name: str) -> Range:
        span = member_span(self.text, self.spans[index][0], name)
        if span is None:
            return Range(self.place(index))
        return Range(self._place(span.start), self._place(span.end))

    def file_text(self) -> str:
        return self.text

    def index(self) -> EntryIndex:
        """Return the places of the citable items, and the problems of the file."""
        head = {
            "problems": keep_problems(self.problems),
            "made": list(self.made_keys.items()),
        }
        return EntryIndex("csl_json", self.text, self.spans, self.keys, {}, head)

    def _place(self, position: int) -> Place:
        return Place(self._path, *self._positions.at(position))


def item_of(text: str, path: str) -> Mapping[str, object]:
    """Read one item from its own text.

    Raises:
        UnreadableFile: the text is not JSON.
    """
    with _unreadable(path):
        return cast("Mapping[str, object]", json.loads(text))


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


def _items(text: str, path: str) -> Iterator[tuple[object, int, int]]:
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
        yield data, start, end
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


def _elements(text: str, start: int) -> Iterator[tuple[object, int, int]]:
    """Yield the elements of the array that begins at `start`, with their positions."""
    decode = json.JSONDecoder().raw_decode
    position = after_space(text, start + 1)
    while not text.startswith("]", position):
        item, end = decode(text, position)
        yield item, position, end
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
