"""CSL-JSON: an array of items (csl-data.json of the schema), or an object that has it as `items` or `references`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from json.encoder import encode_basestring

from loccit.bibliography.csl_items import ItemFile, no_sources
from loccit.bibliography.lines import Lines
from loccit.errors import UnreadableFile
from loccit.model import Place, Source
from loccit.model.csl_json import source_to_csl_json
from loccit.model.pattern import pattern

NAME = "csl-json"
EXTENSIONS = (".json",)

_SPACE = pattern(r"[ \t\r\n]*")


#: An array, or an object, of what has an `id` or a `type`.
_ITEMS = pattern(r"""\s*[\[{].{0,2000}?"(?:id|type|items|references)"\s*:""", re.DOTALL)


def recognizes(text: str) -> bool:
    return bool(_ITEMS.match(text))


def read(text: str, path: str) -> ItemFile:
    try:
        return ItemFile(_items(text, path))
    except json.JSONDecodeError as error:
        raise UnreadableFile(
            f"This is not JSON: {error.msg}.",
            place=Place(path, error.lineno, error.colno),
            advice="Export the sources again, or mend the file there.",
        ) from error
    except (RecursionError, ValueError) as error:  # a number of 5,000 digits is a ValueError
        raise UnreadableFile(
            "This JSON can't be read.", place=Place(path), advice="It is nested too deep, or has too long a number."
        ) from error


def write(sources: Iterable[Source]) -> str:
    """An item after the other, a variable a line; so `json`'s quick encoder can write each value."""
    quoted, encode = encode_basestring, json.JSONEncoder(ensure_ascii=False).encode
    items = [
        ",\n".join(
            [
                f"    {quoted(name)}: {quoted(value) if isinstance(value, str) else encode(value)}"
                for name, value in source_to_csl_json(source).items()
            ]
        )
        for source in sources
    ]
    return "[\n" + ",\n".join(f"  {{\n{item}\n  }}" for item in items) + "\n]\n" if items else "[]\n"


def lost(source: Source) -> Iterator[str]:
    """Nothing: CSL's variables are the model's."""
    yield from ()


def _items(text: str, path: str) -> Iterator[tuple[object, Place]]:
    """Each item with its place, which `json` alone does not tell."""
    start = _after_space(text, 0)
    if start == len(text):
        return
    if not text.startswith("[", start):
        data = json.loads(text)
        if isinstance(data, Mapping) and "id" in data:
            yield data, Place(path, *Lines(text).at(start))
            return
        name = next((name for name in ("references", "items") if isinstance(data, Mapping) and data.get(name)), None)
        if name is None or not isinstance(data[name], list):
            raise no_sources(Place(path))
        start = _member(text, start, name)
    decoder = json.JSONDecoder()
    lines = Lines(text)
    position = _after_space(text, start + 1)
    while not text.startswith("]", position):
        item, end = decoder.raw_decode(text, position)
        yield item, Place(path, *lines.at(position))
        end = _after_space(text, end)
        if not text.startswith(("]", ","), end):
            raise json.JSONDecodeError("Expecting ',' delimiter", text, end)
        position = _after_space(text, end + 1) if text[end] == "," else end


def _member(text: str, start: int, name: str) -> int:
    """Where the value of an object's member stands that it surely has; of two of that name, the last counts."""
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
