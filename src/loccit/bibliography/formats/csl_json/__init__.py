"""CSL-JSON: an array of items (csl-data.json of the schema), or an object that has it
as `items` or `references`.
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
from loccit.bibliography.formats.csl_json.items import (
    ItemFile,
    Items,
    give_keys,
    is_citable,
    key_of,
    no_sources,
    not_cited,
)
from loccit.bibliography.formats.csl_json.text import member_span
from loccit.bibliography.source_file import EntryIndex, KeptIndex
from loccit.errors import UnreadableFile
from loccit.model import Place, Problem, Range, Source
from loccit.model.csl_json import source_to_csl_json
from loccit.text_files.positions import Positions

NAME = "csl-json"
EXTENSIONS = (".json",)

_SPACE = regex(r"[ \t\r\n]*")
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode


#: An array, or an object, of what has an `id` or a `type`.
_ITEMS = regex(r"""\s*[\[{].{0,2000}?"(?:id|type|items|references)"\s*:""", re.DOTALL)


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
    """The file's text, to be changed in place."""
    from loccit.bibliography.formats.csl_json.edit import EditableCslJson

    read(text, path)  # says what is wrong with it
    return EditableCslJson(text, path)


def write(sources: Iterable[Source]) -> str:
    """An item after the other, a variable a line; so `json`'s quick encoder can write
    each value.
    """
    parts = [part for source in sources for part in (",\n", _written(source))]
    if not parts:
        return "[]\n"
    parts[0] = "[\n"
    parts.append("\n]\n")
    return "".join(parts)


def _written(source: Source) -> str:
    quoted = encode_basestring
    members = [
        f"    {quoted(name)}: {quoted(value) if isinstance(value, str) else _ENCODE(value)}"
        for name, value in source_to_csl_json(source).items()
    ]
    return "  {\n" + ",\n".join(members) + "\n  }"


def lost(source: Source) -> Iterator[str]:
    """Nothing: CSL's variables are the model's."""
    yield from ()


class ScannedItems:
    """The items of a text: all have been read as JSON, and are read again when they are
    asked for.

    Raises:
        UnreadableFile: the text is not JSON, or has no list of items.
    """

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.keys: list[str] = []
        self.spans: list[tuple[int, int]] = []
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
        self.problems += give_keys(self)

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
        """Return the places of all items, and the problems of those left out."""
        problems = [
            (
                each.rule,
                each.message,
                each.place.line,
                each.place.column,
                each.severity,
                each.advice,
            )
            for each in self.problems
        ]
        head = {"problems": problems}
        return EntryIndex("csl_json", self.text, self.spans, self.keys, {}, head)

    def _place(self, position: int) -> Place:
        return Place(self._path, *self._positions.at(position))


def item_of(text: str, path: str) -> Mapping[str, object]:
    """An item from its own text, which has been read before."""
    with _unreadable(path):
        return cast("Mapping[str, object]", json.loads(text))


@contextmanager
def _unreadable(path: str) -> Iterator[None]:
    """Say of what is not JSON where it is not.

    Raises:
        UnreadableFile: that.
    """
    try:
        yield
    except json.JSONDecodeError as error:
        raise UnreadableFile(
            f"This is not JSON: {error.msg}.",
            place=Place(path, *Positions(error.doc).at(error.pos)),
            advice="Export the sources again, or fix the file there.",
        ) from error
    except (
        RecursionError,
        ValueError,
    ) as error:  # a number of 5,000 digits is a ValueError
        raise UnreadableFile(
            "This JSON can't be read.",
            place=Place(path),
            advice="It is nested too deep, or has too long a number.",
        ) from error


def _items(text: str, path: str) -> Iterator[tuple[object, int, int]]:
    """Each item, and where it begins and ends."""
    start = _after_space(text, 0)
    if start == len(text):
        return
    if not text.startswith("[", start):
        data = json.loads(text)
        if isinstance(data, Mapping) and (
            "id" in data or {"type", "title"} <= data.keys()
        ):  # doi.org gives no id
            yield data, start, len(text)
            return
        name = next(
            (
                name
                for name in ("references", "items")
                if isinstance(data, Mapping) and data.get(name)
            ),
            None,
        )
        if name is None or not isinstance(data[name], list):
            raise no_sources(Place(path))
        start = _member(text, start, name)
    decode = json.JSONDecoder().raw_decode
    position = _after_space(text, start + 1)
    while not text.startswith("]", position):
        item, end = decode(text, position)
        yield item, position, end
        end = _after_space(text, end)
        if not text.startswith(("]", ","), end):
            raise json.JSONDecodeError("Expecting ',' delimiter", text, end)
        position = _after_space(text, end + 1) if text[end] == "," else end


def _member(text: str, start: int, name: str) -> int:
    """Where the value of an object's member stands that it surely has; of two of that
    name, the last counts.
    """
    decoder = json.JSONDecoder()
    found = position = start
    while text[position] != "}":
        member, end = decoder.raw_decode(text, _after_space(text, position + 1))
        value = _after_space(text, _after_space(text, end) + 1)
        found = value if member == name else found
        position = _after_space(text, decoder.raw_decode(text, value)[1])
    return found


def _after_space(text: str, position: int) -> int:
    space = _SPACE.match(text, position)
    return space.end() if space else position
