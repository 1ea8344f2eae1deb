"""Change a CSL-YAML file in place: other items and all comments stay byte for byte."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.editable_sequence import removals
from loccit.bibliography.formats import csl_yaml
from loccit.bibliography.formats.csl_json.bib_fields import item_values
from loccit.bibliography.formats.csl_json.items import (
    is_citable,
    source_of_item,
)
from loccit.bibliography.formats.csl_yaml.markdown import (
    from_markdown,
    read_id,
    to_markdown,
)
from loccit.bibliography.formats.csl_yaml.text import (
    end_of,
    line_end,
    line_start,
    next_line,
    pairs,
)
from loccit.bibliography.yaml.document import read_document
from loccit.bibliography.yaml.write import write_yaml
from loccit.errors import InvalidChange, UnreadableFile
from loccit.model import Edit, Place, Source, Span
from loccit.model.csl_json import source_to_csl_json
from loccit.text_files.newlines import newline_of, with_newlines
from loccit.values.yaml import compose, value_of

if TYPE_CHECKING:
    import yaml

_BLANK_LINES = regex(r"(?:[ \t]*(?:\r\n|\n|\r))*")
_FILLED_LINE = regex(r"\n(?=[^\n])")
_BLANK_LINE = regex(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")


class _Item(NamedTuple):
    """An item of the list.

    Attributes:
        key: the key that it is cited by.
        dash: the position of the dash before it.
        span: the item from its first name to the end of its last value.
        node: the node of YAML.
        is_citable: whether a `SourceFile` has it.
    """

    key: str
    dash: int
    span: Span
    node: yaml.MappingNode
    is_citable: bool


class EditableCslYaml:
    """The text of a CSL-YAML file, and the edits that change it."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self._path = path
        self._newline = newline_of(text)
        self._list, self._items = _read(text)
        self._by_key = {item.key: item for item in reversed(self._items) if item.key}

    @property
    def keys(self) -> Sequence[str]:
        return tuple(item.key for item in self._items if item.key)

    def can_have(self, key: str) -> bool:
        return bool(key) and key.isprintable()

    def entry(self, key: str) -> str:
        item = self._by_key[key]
        indent = " " * self._column(item)
        return item.span.of(self.text).replace("\n" + indent, "\n")

    def add(self, sources: Iterable[Source]) -> list[Edit]:
        items = [to_markdown(source_to_csl_json(source)) for source in sources]
        if self._list is None:
            content = with_newlines(_dumped({"references": items}), self._newline)
            return [Edit(Span(0, len(self.text)), content + self._newline)]
        self._refuse_flow()
        if not self._items:  # `[]`
            span = Span(self._list.start_mark.index, self._list.end_mark.index)
            lines = [self._newline + self._written(item, 0, 2) for item in items]
            return [Edit(span, "".join(lines))]
        last = self._items[-1]
        dash = last.dash - line_start(self.text, last.dash)
        column = self._column(last)
        gap = self._gap()
        end = line_end(self.text, last.span.end)
        added = [gap + self._written(item, dash, column) for item in items]
        return [Edit(Span(end, end), "".join(added))]

    def change(self, key: str, values: Mapping[str, str]) -> list[Edit]:
        type_ = str(self.values(key).get("type", ""))
        return self.update(key, item_values(type_, values))

    def values(self, key: str) -> Mapping[str, object]:
        value = value_of(self._by_key[key].node)
        assert isinstance(value, dict)  # the value of a mapping node
        item = from_markdown(value)
        return {name: value for name, value in item.items() if name != "id"}

    def update(self, key: str, values: Mapping[str, object]) -> list[Edit]:
        item = self._by_key[key]
        has = list(pairs(self.text, item.node))
        names = [pair.name for pair in has]
        edits: list[Edit] = []
        added: list[str] = []
        removed: set[int] = set()
        for name, value in values.items():
            if name not in names:
                if value is not None:
                    added.append(self._pair(item, name, value))
            elif value is None:
                removed.add(names.index(name))
            else:
                whole = has[names.index(name)].whole
                edits.append(Edit(whole, self._pair(item, name, value)))
        parts = [pair.whole for pair in has]
        edits += self._removals(item, parts, removed)
        if added:
            edits.append(self._addition(item, parts, removed, added))
        return edits

    def replace(self, key: str, new: str) -> list[Edit]:
        try:
            item = read_document(new, "the entry").root
        except UnreadableFile as error:
            raise InvalidChange(error.message, place=error.place) from error
        value = value_of(item) if item else None
        if not isinstance(value, dict) or read_id(str(value.get("id"))) != key:
            raise InvalidChange(
                f"This must be one item, and its `id` must stay `{key}`."
            )
        old = self._by_key[key]
        content = self._indented(new.strip(), self._column(old))
        return [Edit(old.span, content)]

    def rename(self, keys: Mapping[str, str]) -> list[Edit]:
        for new in keys.values():
            if not self.can_have(new):
                raise InvalidChange(f"`{new}` can't be a key.", place=Place(self._path))
        edits: list[Edit] = []
        for item in self._items:
            if item.key not in keys:
                continue
            written = _dumped({"id": keys[item.key]}).removeprefix("id:").strip()
            for pair in pairs(self.text, item.node):
                if pair.name == "id":
                    edits.append(Edit(pair.value, written))
        return edits

    def give_keys(self, keys: Mapping[int, str]) -> list[Edit]:
        citable = [item for item in self._items if item.is_citable]
        return [self._with_id(citable[index], key) for index, key in keys.items()]

    def remove(self, keys: Collection[str]) -> list[Edit]:
        self._refuse_flow()
        gone = [
            item
            for item in self._items
            if item is self._by_key.get(item.key) and item.key in keys
        ]
        if len(gone) == len(self._items):
            end = line_end(self.text, gone[-1].span.end)
            return [Edit(Span(gone[0].dash, end), "  []")]
        return [Edit(self._lines(item), "") for item in gone]

    def leaning_on(self, key: str) -> list[str]:
        return []  # CSL items don't refer to each other

    def _with_id(self, item: _Item, key: str) -> Edit:
        """Give an item an `id`, as its first name if it has none."""
        written = _dumped({"id": key})
        for pair in pairs(self.text, item.node):
            if pair.name == "id":
                return Edit(pair.whole, written)
        gap = self._newline + " " * self._column(item)
        if item.node.flow_style:
            gap = ", "
        start = item.node.value[0][0].start_mark.index
        return Edit(Span(start, start), written + gap)

    def _gap(self) -> str:
        """Return the line endings between the last items: a blank line, or none."""
        if len(self._items) > 1:
            above, last = self._items[-2:]
            if _BLANK_LINE.search(self.text[above.span.end : last.dash]):
                return self._newline * 2
        return self._newline

    def _refuse_flow(self) -> None:
        if self._list is not None and self._list.flow_style and self._items:
            raise InvalidChange(
                "The sources of this file are in brackets; such a list is not changed in place.",
                place=Place(self._path),
                advice="`loccit import` takes them into another file.",
            )

    def _lines(self, item: _Item) -> Span:
        """Return the lines of an item, with the blank lines after it."""
        blank = _BLANK_LINES.match(self.text, next_line(self.text, item.span.end))
        assert blank  # every part of the pattern is optional
        return Span(line_start(self.text, item.dash), blank.end())

    def _removals(
        self, item: _Item, parts: Sequence[Span], removed: Collection[int]
    ) -> list[Edit]:
        if item.node.flow_style:
            return list(removals(self.text, parts, removed, item.span.end - 1))
        return [self._removal(parts, index) for index in removed]

    def _removal(self, parts: Sequence[Span], index: int) -> Edit:
        """Remove the lines of a name and its value; keep the dash of the item."""
        if index > 0:
            start = line_end(self.text, parts[index - 1].end)
            return Edit(Span(start, line_end(self.text, parts[index].end)), "")
        end = parts[1].start if len(parts) > 1 else parts[0].end
        return Edit(Span(parts[0].start, end), "")

    def _addition(
        self,
        item: _Item,
        parts: Sequence[Span],
        removed: Collection[int],
        added: Iterable[str],
    ) -> Edit:
        """Add pairs after the last pair that stays."""
        if item.node.flow_style:
            gap, end = ", ", parts[-1].end
        else:
            kept = [part for index, part in enumerate(parts) if index not in removed]
            last = kept[-1] if kept else parts[0]
            gap = self._newline + " " * self._column(item)
            end = line_end(self.text, last.end)
        return Edit(Span(end, end), "".join(gap + pair for pair in added))

    def _column(self, item: _Item) -> int:
        return item.span.start - line_start(self.text, item.span.start)

    def _pair(self, item: _Item, name: str, value: object) -> str:
        pair = to_markdown({name: value})
        if item.node.flow_style:
            return _dumped(pair, flow=True)[1:-1]
        return self._indented(_dumped(pair), self._column(item))

    def _written(self, item: object, dash: int, column: int) -> str:
        """Write an item with its dash and its names in these columns."""
        begin = " " * dash + "-"
        return begin.ljust(column) + self._indented(_dumped(item), column)

    def _indented(self, text: str, column: int) -> str:
        """Indent all lines except the first."""
        indented = _FILLED_LINE.sub("\n" + " " * column, text)
        return with_newlines(indented, self._newline)


def _read(text: str) -> tuple[yaml.SequenceNode | None, list[_Item]]:
    """Return the list of a file, or None if it has no list, and the items."""
    import yaml  # most runs read no YAML

    found = csl_yaml.list_of_items(compose(text))
    items: list[_Item] = []
    for node in found.value if found else ():
        if isinstance(node, yaml.MappingNode):
            span = Span(node.start_mark.index, end_of(text, node))
            value = value_of(node)
            assert isinstance(value, dict)  # the value of a mapping node
            key = read_id(source_of_item(value).key)
            dash = text.rfind("-", 0, span.start)
            items.append(_Item(key, dash, span, node, is_citable(value)))
    return found, items


def _dumped(value: object, *, flow: bool = False) -> str:
    return write_yaml(value, flow=flow).rstrip("\n")
