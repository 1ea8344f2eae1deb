"""CSL-YAML: the items of CSL-JSON in YAML, as a list or under `references`, as in the
front matter of pandoc's documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, cast

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.editable import Editable
from loccit.bibliography.formats.csl_json.items import (
    ItemFile,
    Items,
    give_keys,
    is_address,
    is_citable,
    key_of,
    no_sources,
    not_cited,
)
from loccit.bibliography.formats.csl_json.scanned_items import (
    FoundItem,
    ItemSyntax,
    ScannedItems,
)
from loccit.bibliography.formats.csl_yaml.markdown import (
    from_markdown,
    read_id,
    to_markdown,
)
from loccit.bibliography.formats.csl_yaml.text import pairs
from loccit.bibliography.source_file import KeptIndex
from loccit.bibliography.yaml.document import Document, read_document
from loccit.bibliography.yaml.stream import NotStreamed, read_part, stream
from loccit.bibliography.yaml.values import mapping
from loccit.bibliography.yaml.write import write_yaml
from loccit.model import Place, Problem, Range, Source, Span
from loccit.model.csl_json import source_to_csl_json
from loccit.values.yaml import compose, value_of

if TYPE_CHECKING:
    import yaml

NAME = "csl-yaml"
EXTENSIONS = (".yaml", ".yml")

#: The names of the list of items.
_LISTS = ("references", "items")
#: A list under `references`, or a list of items, each with an `id`.
_ITEMS = regex(
    r"^references:|\A(?:---[ \t]*\n|#[^\n]*\n|\s)*-[ \t]+(?:\w+:.*\n[ \t]+)*id:",
    re.MULTILINE,
)


def recognizes(text: str) -> bool:
    return bool(_ITEMS.search(text)) and "cff-version:" not in text


def read(text: str, path: str) -> ItemFile:
    try:
        found = _found(text)
        return _file(ScannedItems("csl_yaml", text, path, found, _SYNTAX), path)
    except NotStreamed:
        return _file(YamlItems(text, path), path)


def open_index(index: KeptIndex) -> ItemFile:
    from loccit.bibliography.formats.csl_json.indexed_items import IndexedItems

    return _file(IndexedItems(index, _SYNTAX), index.path)


def _file(items: Items, path: str) -> ItemFile:
    return ItemFile(items, lambda text: open_text(text, path))


def open_text(text: str, path: str) -> Editable:
    """Open the text of a file for changes in place."""
    from loccit.bibliography.formats.csl_yaml.edit import EditableCslYaml

    read(text, path)  # raises UnreadableFile if the text is invalid
    return EditableCslYaml(text, path)


def write(sources: Iterable[Source]) -> str:
    items = [to_markdown(source_to_csl_json(source)) for source in sources]
    return write_yaml({"references": items})


def lost(source: Source) -> Iterator[str]:
    """Yield nothing: the model uses CSL's variables, so nothing is lost."""
    yield from ()


def _found(text: str) -> Iterator[FoundItem]:
    """Find the items of a file.

    Raises:
        NotStreamed: it has to be read as nodes, or has no list of items.
    """
    heads: list[object] = []
    has_items = False
    for each in stream(text, _LISTS):
        if each.in_list and len(heads) < 2:
            has_items = True
            yield FoundItem(_for_key(each.value), each.start, each.end)
        elif not each.in_list and each.name in _LISTS:
            heads.append(each.value)
    if not has_items or (heads and heads[0] != []):
        raise NotStreamed


def _for_key(value: object) -> object:
    """Return an item with what its key is made of: its `id`, or all of it."""
    key = mapping(value).get("id")
    key = read_id(key) if isinstance(key, str) else ""
    return {"id": key} if key and not is_address(key) else _with_tags(value)


def _with_tags(value: object) -> object:
    return from_markdown(value) if isinstance(value, dict) else value


def _item_of(text: str, place: Place) -> Mapping[str, object]:
    return from_markdown(mapping(read_part(text, place.column)))


def _member(text: str, place: Place, name: str) -> Span | None:
    indent = place.column - 1
    text = " " * indent + text
    for pair in pairs(text, cast("yaml.MappingNode", compose(text))):
        if pair.name == name:
            return Span(pair.whole.start - indent, pair.whole.end - indent)
    return None


_SYNTAX = ItemSyntax(_item_of, _member)


class _Item(NamedTuple):
    """An item, its number in the file's list, and its place."""

    number: int
    value: Mapping[str, object]
    place: Place


class YamlItems:
    """The items of a document that is read as nodes.

    All scalars are text: "no" may be a title.

    Raises:
        UnreadableFile: the text is not YAML, or has no list of items.
    """

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path
        self._items: list[_Item] = []
        self.keys: list[str] = []
        self.made_keys: Mapping[int, str] = {}
        self.problems: list[Problem] = []
        document = read_document(text, path, as_tree=True)
        for number, node in enumerate(_items(document)):
            value, place = _with_tags(value_of(node)), document.place(node)
            if isinstance(value, Mapping) and is_citable(value):
                self.keys.append(key_of(value))
                self._items.append(_Item(number, value, place))
            else:
                self.problems.append(not_cited(value, place))
        self.made_keys, problems = give_keys(self, path)
        self.problems += problems

    def __getitem__(self, index: int) -> Mapping[str, object]:
        return self._items[index].value

    def place(self, index: int) -> Place:
        return self._items[index].place

    def range_of(self, index: int, name: str) -> Range:
        node = _items(self._document)[self._items[index].number]
        for pair in pairs(self._text, cast("yaml.MappingNode", node)):
            if pair.name == name:
                return Range(self._place(pair.whole.start), self._place(pair.whole.end))
        return Range(self.place(index))

    def file_text(self) -> str:
        return self._text

    def index(self) -> None:
        return None

    def _place(self, offset: int) -> Place:
        return Place(self._path, *self._document.positions.at(offset))

    @cached_property
    def _document(self) -> Document:
        """Read the nodes again when needed: to keep them takes too much memory."""
        return read_document(self._text, self._path)


def _items(document: Document) -> Sequence[yaml.Node]:
    if document.root is None:
        return ()
    items = list_of_items(document.root)
    if items is None:
        raise no_sources(Place(document.path))
    return cast("Sequence[yaml.Node]", items.value)


def list_of_items(node: yaml.Node | None) -> yaml.SequenceNode | None:
    """Find the list of items in a document; return None if it has no list."""
    import yaml  # most runs read no YAML

    if isinstance(node, yaml.MappingNode):
        lists = (value for key, value in node.value if key.value in _LISTS)
        node = next(lists, None)
    return node if isinstance(node, yaml.SequenceNode) else None
