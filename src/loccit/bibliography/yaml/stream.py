"""Read the values of a YAML file one after the other, without its nodes.

libyaml's events are read as `values.yaml` reads nodes, in a fifth of the time: no marks
and tags are kept.  What needs a second look is not read here: aliases, merge keys, all
that libyaml refuses, and values that can't be read from their own text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from loccit._startup.namedtuple import NamedTuple
from loccit.values.yaml import compose, value_of

if TYPE_CHECKING:
    import yaml

#: What a scalar without quotation marks means, as in `values.yaml`.
_NULLS = frozenset(["", "~", "null"])
_MERGE = "<<"
#: How many lists and mappings may contain each other: Python's stack is not endless.
_DEPTH = 100


class NotStreamed(Exception):
    """The text has to be read as nodes, which may say what is wrong with it."""


class Value(NamedTuple):
    """A value in the mapping or the list that a document is.

    Attributes:
        name: its name in the mapping, or that of its list; `""` if there is none.
        value: text, None, a list or a dictionary.
        start: where it begins, with its name.
        end: where it ends, perhaps with white space and comments.
        in_list: whether it is in a list.
    """

    name: str
    value: object
    start: int
    end: int
    in_list: bool = False


def stream(text: str, list_names: tuple[str, ...] = ()) -> Iterator[Value]:
    """Read the values of the first document.

    Args:
        text: the text of a file.
        list_names: of these lists each item is a value of its own; the list comes
            before them as an empty one.

    Raises:
        NotStreamed: anywhere on the way.
    """
    return _Reader(text).values(list_names)


def read_part(text: str, column: int) -> object:
    """Read a value from its own text.

    Args:
        text: a part of a document.
        column: where it begins in its line, from 1; its other lines are indented as
            in the file.
    """
    text = " " * (column - 1) + text
    try:
        return _Reader(text).document()
    except NotStreamed:
        node = compose(text)
        return value_of(node) if node else None


class _Reader:
    """Reads the events of a text.

    Raises:
        NotStreamed: in all of its methods.
    """

    def __init__(self, text: str) -> None:
        import yaml  # most runs read no YAML

        if not hasattr(yaml, "CBaseLoader"):
            raise NotStreamed
        self._yaml = yaml
        self._text = text
        self._errors = (yaml.YAMLError, UnicodeError)
        try:
            self._get_event = yaml.CBaseLoader(text).get_event
        except self._errors as error:
            raise NotStreamed from error

    def document(self) -> object:
        """Return the value of the first document; None if there is none."""
        root = self._root()
        value = self._value(root, 0) if root else None
        self._expect_end()
        return value

    def values(self, list_names: tuple[str, ...]) -> Iterator[Value]:
        """Yield what is in the first document."""
        root = self._root()
        if isinstance(root, self._yaml.MappingStartEvent):
            yield from self._pairs(root, list_names)
        elif isinstance(root, self._yaml.SequenceStartEvent):
            yield from self._items("")
        elif root:
            raise NotStreamed
        self._expect_end()

    def _root(self) -> yaml.Event | None:
        """Return the first event of the first document."""
        self._next()
        event = self._next()
        if isinstance(event, self._yaml.StreamEndEvent):
            return None
        if isinstance(event, self._yaml.DocumentStartEvent) and event.tags:
            raise NotStreamed  # the text of a value does not say what its tags mean
        return self._next()

    def _expect_end(self) -> None:
        """Look at what is after the document, which may be an error."""
        if not isinstance(self._last, self._yaml.StreamEndEvent):
            self._next()

    def _pairs(
        self, root: yaml.MappingStartEvent, list_names: tuple[str, ...]
    ) -> Iterator[Value]:
        if root.flow_style:
            raise NotStreamed
        column = _start(root).column
        while not isinstance(name := self._next(), self._yaml.MappingEndEvent):
            if _start(name).column != column:
                raise NotStreamed  # it follows a question mark
            key, start = self._name(name, 0), _start(name).index
            first = self._next()
            is_list = isinstance(first, self._yaml.SequenceStartEvent)
            if is_list and key in list_names:
                yield Value(key, [], start, self._end)
                yield from self._items(key)
            else:
                yield Value(key, self._value(first, 0), start, self._end)

    def _items(self, name: str) -> Iterator[Value]:
        while not isinstance(first := self._next(), self._yaml.SequenceEndEvent):
            start = _start(first).index
            is_flow = getattr(first, "flow_style", False)
            if is_flow and not self._text.startswith(("{", "["), start):
                raise NotStreamed
            yield Value(name, self._value(first, 0), start, self._end, True)

    def _value(self, event: yaml.Event, depth: int) -> object:
        """Return the value that begins with an event, which is as deep as said."""
        if isinstance(event, self._yaml.ScalarEvent):
            text: str = event.value
            return None if event.implicit[0] and text in _NULLS else text
        if depth > _DEPTH:
            raise NotStreamed
        if isinstance(event, self._yaml.MappingStartEvent):
            return self._mapping(depth + 1)
        if isinstance(event, self._yaml.SequenceStartEvent):
            return self._list(depth + 1)
        raise NotStreamed  # an alias

    def _mapping(self, depth: int) -> dict[str, object]:
        mapping: dict[str, object] = {}
        while not isinstance(name := self._next(), self._yaml.MappingEndEvent):
            key = self._name(name, depth)
            mapping[key] = self._value(self._next(), depth)
        return mapping

    def _list(self, depth: int) -> list[object]:
        items: list[object] = []
        while not isinstance(item := self._next(), self._yaml.SequenceEndEvent):
            items.append(self._value(item, depth))
        return items

    def _name(self, event: yaml.Event, depth: int) -> str:
        """Return a name in a mapping; `""` for one that is a list or a mapping."""
        if not isinstance(event, self._yaml.ScalarEvent):
            self._value(event, depth)
            return ""
        text: str = event.value
        if text == _MERGE and event.implicit[0]:
            raise NotStreamed
        return text

    @property
    def _end(self) -> int:
        return cast("yaml.Mark", self._last.end_mark).index

    def _next(self) -> yaml.Event:
        try:
            self._last = cast("yaml.Event", self._get_event())
        except self._errors as error:
            raise NotStreamed from error
        return self._last


def _start(event: yaml.Event) -> yaml.Mark:
    return cast("yaml.Mark", event.start_mark)
