"""Changes of a CSL-YAML file: items that are not changed stay byte for byte, and
comments with them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from loccit._startup.regex import regex
from loccit.bibliography.editable_sequence import removals
from loccit.bibliography.formats import csl_yaml
from loccit.bibliography.formats.csl_json.bib_fields import item_values
from loccit.bibliography.formats.csl_json.items import source_of_item
from loccit.bibliography.formats.csl_yaml.markdown import in_markdown
from loccit.bibliography.formats.csl_yaml.text import (
    behind_line,
    end_of,
    line_end,
    line_start,
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
    """An item from its first name to the end of its last value; `dash` is the position
    of what begins it in a list.
    """

    key: str
    dash: int
    span: Span
    node: yaml.MappingNode


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
        return item.span.of(self.text).replace("\n" + " " * self._column(item), "\n")

    def add(self, sources: Iterable[Source]) -> list[Edit]:
        items = [in_markdown(source_to_csl_json(source)) for source in sources]
        if self._list is None:
            return [
                Edit(
                    Span(0, len(self.text)),
                    with_newlines(_dumped({"references": items}) + "\n", self._newline),
                )
            ]
        self._refuse_flow()
        if not self._items:  # `[]`
            span = Span(self._list.start_mark.index, self._list.end_mark.index)
            return [
                Edit(
                    span,
                    self._newline
                    + self._newline.join(self._written(item, 0, 2) for item in items),
                )
            ]
        last = self._items[-1]
        dash, column = last.dash - line_start(self.text, last.dash), self._column(last)
        between = (
            self.text[self._items[-2].span.end : last.dash]
            if len(self._items) > 1
            else ""
        )
        gap = self._newline * (2 if _BLANK_LINE.search(between) else 1)
        end = line_end(self.text, last.span.end)
        return [
            Edit(
                Span(end, end),
                "".join(gap + self._written(item, dash, column) for item in items),
            )
        ]

    def change(self, key: str, values: Mapping[str, str]) -> list[Edit]:
        item = self._by_key[key]
        has = list(pairs(self.text, item.node))
        names = [pair.name for pair in has]
        type_ = next(
            (pair.value.of(self.text) for pair in has if pair.name == "type"), ""
        )
        edits, new, removed = [], {}, set()
        for name, value in item_values(type_, values).items():
            if name not in names:
                new.update({name: value} if value is not None else {})
            elif value is not None:
                edits.append(
                    Edit(has[names.index(name)].whole, self._pair(item, name, value))
                )
            else:
                removed.add(names.index(name))
        parts = [pair.whole for pair in has]
        stays = max(
            (index for index in range(len(parts)) if index not in removed), default=0
        )
        written = [self._pair(item, name, value) for name, value in new.items()]
        if item.node.flow_style:
            edits += removals(self.text, parts, removed, item.span.end - 1)
            gap, end = ", ", parts[-1].end
        else:
            edits += (self._removal(parts, index) for index in removed)
            gap, end = (
                self._newline + " " * self._column(item),
                line_end(self.text, parts[stays].end),
            )
        return (
            [*edits, Edit(Span(end, end), "".join(gap + each for each in written))]
            if written
            else edits
        )

    def replace(self, key: str, new: str) -> list[Edit]:
        try:
            item = read_document(new, "the entry").root
        except UnreadableFile as error:
            raise InvalidChange(error.message, place=error.place) from error
        value = value_of(item) if item else None
        if not isinstance(value, dict) or value.get("id") != key:
            raise InvalidChange(
                f"This has to be one item, and its `id` to stay `{key}`."
            )
        old = self._by_key[key]
        return [Edit(old.span, self._indented(new.strip(), self._column(old)))]

    def rename(self, keys: Mapping[str, str]) -> list[Edit]:
        for new in keys.values():
            if not self.can_have(new):
                raise InvalidChange(f"`{new}` can't be a key.", place=Place(self._path))
        return [
            Edit(pair.value, _dumped({"id": keys[item.key]}).partition(" ")[2].strip())
            for item in self._items
            if item.key in keys
            for pair in pairs(self.text, item.node)
            if pair.name == "id"
        ]

    def remove(self, keys: Collection[str]) -> list[Edit]:
        self._refuse_flow()
        gone = [
            item
            for item in self._items
            if item is self._by_key.get(item.key) and item.key in keys
        ]
        if len(gone) == len(self._items):
            return [
                Edit(Span(gone[0].dash, line_end(self.text, gone[-1].span.end)), "  []")
            ]
        return [Edit(self._lines(item), "") for item in gone]

    def leaning_on(self, key: str) -> list[str]:
        return []  # items of CSL name no others

    def _refuse_flow(self) -> None:
        if self._list is not None and self._list.flow_style and self._items:
            raise InvalidChange(
                "The sources of this file stand in brackets; such a list is not changed in place.",
                place=Place(self._path),
                advice="`loccit import` takes them into another file.",
            )

    def _lines(self, item: _Item) -> Span:
        """The lines of an item, with the blank ones behind it."""
        behind = _BLANK_LINES.match(self.text, behind_line(self.text, item.span.end))
        assert behind  # every part of the pattern is optional
        return Span(line_start(self.text, item.dash), behind.end())

    def _removal(self, parts: Sequence[Span], index: int) -> Edit:
        """Without one name and its value: the lines they are, or what stands behind the
        item's dash.
        """
        if index == 0:
            return Edit(
                Span(
                    parts[0].start, parts[1].start if len(parts) > 1 else parts[0].end
                ),
                "",
            )
        return Edit(
            Span(
                line_end(self.text, parts[index - 1].end),
                line_end(self.text, parts[index].end),
            ),
            "",
        )

    def _column(self, item: _Item) -> int:
        return item.span.start - line_start(self.text, item.span.start)

    def _pair(self, item: _Item, name: str, value: object) -> str:
        if item.node.flow_style:
            return _dumped(in_markdown({name: value}), flow=True)[1:-1]
        return self._indented(_dumped(in_markdown({name: value})), self._column(item))

    def _written(self, item: object, dash: int, column: int) -> str:
        return (
            " " * dash
            + "-"
            + " " * (column - dash - 1)
            + self._indented(_dumped(item), column)
        )

    def _indented(self, text: str, column: int) -> str:
        return with_newlines(_FILLED_LINE.sub("\n" + " " * column, text), self._newline)


def _read(text: str) -> tuple[yaml.SequenceNode | None, list[_Item]]:
    """The list of a file, None where it has none, and its items."""
    import yaml

    found = csl_yaml.list_of_items(compose(text))
    items: list[_Item] = []
    for node in found.value if found else ():
        if isinstance(node, yaml.MappingNode):
            span = Span(node.start_mark.index, end_of(text, node))
            value = value_of(node)
            assert isinstance(value, dict)  # as every mapping
            key = source_of_item(value).key
            items.append(_Item(key, text.rfind("-", 0, span.start), span, node))
    return found, items


def _dumped(value: object, *, flow: bool = False) -> str:
    return write_yaml(value, flow=flow).rstrip("\n")
