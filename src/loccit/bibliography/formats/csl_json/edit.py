"""Change a CSL-JSON file in place: other items stay byte for byte."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.editable_sequence import removals
from loccit.bibliography.formats.csl_json.bib_fields import item_values
from loccit.bibliography.formats.csl_json.items import (
    is_citable,
    source_of_item,
)
from loccit.errors import InvalidChange
from loccit.model import Edit, Place, Source, Span
from loccit.model.csl_json import source_to_csl_json
from loccit.text_files.json_places import (
    Member,
    after_space,
    elements,
    members,
)
from loccit.text_files.newlines import newline_of, with_newlines
from loccit.text_files.positions import Positions

_COMMA = regex(r"\s*,\s*")
_INDENT = regex(r"[\r\n]([ \t]*)\Z")


class _Item(NamedTuple):
    key: str
    span: Span
    is_citable: bool


class EditableCslJson:
    """The text of a CSL-JSON file, and the edits that change it."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self._path = path
        self._list = self._find_list()
        self._items = [_item(text, span) for span in self._item_spans()]
        self._by_key = {item.key: item for item in reversed(self._items) if item.key}

    @property
    def keys(self) -> Sequence[str]:
        return tuple(item.key for item in self._items if item.key)

    def can_have(self, key: str) -> bool:
        return bool(key) and key.isprintable()

    def entry(self, key: str) -> str:
        return self._by_key[key].span.of(self.text)

    def add(self, sources: Iterable[Source]) -> list[Edit]:
        items = [self._written(source_to_csl_json(source)) for source in sources]
        if self._items and self._list is not None:
            end = self._items[-1].span.end
            gap = self._gap()
            added = "".join(gap + item for item in items)
            return [Edit(Span(end, end), added)]
        newline = newline_of(self.text)
        content = newline + "  " + f",{newline}  ".join(items) + newline
        if self._list is not None:
            inside = self._list + 1
            return [Edit(Span(inside, after_space(self.text, inside)), content)]
        if self.text.strip():
            raise InvalidChange(
                "This file is a single item, not a list to add sources to.",
                place=Place(self._path),
            )
        return [Edit(Span(0, len(self.text)), f"[{content}]{newline}")]

    def change(self, key: str, values: Mapping[str, str]) -> list[Edit]:
        item = json.loads(self.entry(key))
        return self.update(key, item_values(str(item.get("type", "")), values))

    def values(self, key: str) -> Mapping[str, object]:
        item = json.loads(self.entry(key))
        return {name: value for name, value in item.items() if name != "id"}

    def update(self, key: str, values: Mapping[str, object]) -> list[Edit]:
        span = self._by_key[key].span
        has = list(members(self.text, span.start))
        names = [member.name for member in has]
        edits: list[Edit] = []
        added: list[str] = []
        removed: set[int] = set()
        for name, value in values.items():
            if value is None:
                if name in names:
                    removed.add(names.index(name))
            elif name in names:
                written = self._value(value, span)
                edits.append(Edit(has[names.index(name)].value.span, written))
            else:
                added.append(self._member(has, name, self._value(value, span)))
        parts = [member.whole for member in has]
        if added:
            end = parts[-1].end
            edits.append(Edit(Span(end, end), "".join(added)))
        return [*removals(self.text, parts, removed, span.end - 1), *edits]

    def replace(self, key: str, new: str) -> list[Edit]:
        try:
            item = json.loads(new)
        except json.JSONDecodeError as error:
            raise InvalidChange(
                f"This is not JSON: {error.msg}.",
                place=Place("the entry", *Positions(error.doc).at(error.pos)),
            ) from error
        if not isinstance(item, dict) or _key(item) != key:
            raise InvalidChange(
                f"This must be one item, and its `id` must stay `{key}`."
            )
        content = with_newlines(new.strip(), newline_of(self.text))
        return [Edit(self._by_key[key].span, content)]

    def rename(self, keys: Mapping[str, str]) -> list[Edit]:
        for new in keys.values():
            if not self.can_have(new):
                raise InvalidChange(f"`{new}` can't be a key.", place=Place(self._path))
        edits: list[Edit] = []
        for item in self._items:
            if item.key not in keys:
                continue
            written = self._dumped(keys[item.key])
            for member in members(self.text, item.span.start):
                if member.name == "id":
                    edits.append(Edit(member.value.span, written))
        return edits

    def give_keys(self, keys: Mapping[int, str]) -> list[Edit]:
        citable = [item.span for item in self._items if item.is_citable]
        return [self._with_id(citable[index], key) for index, key in keys.items()]

    def remove(self, keys: Collection[str]) -> list[Edit]:
        if self._list is None:
            raise InvalidChange(
                "This file is a single item, not a list to remove sources from.",
                place=Place(self._path),
            )
        gone = {self._items.index(self._by_key[key]) for key in keys}
        spans = [item.span for item in self._items]
        return list(removals(self.text, spans, gone, spans[-1].end))

    def leaning_on(self, key: str) -> list[str]:
        return []  # CSL items don't refer to each other

    def _find_list(self) -> int | None:
        """Find where the list of items begins; return None if there is no list."""
        start = after_space(self.text, 0)
        if self.text.startswith("{", start):
            lists = {
                member.name: member.value.span.start
                for member in members(self.text, start)
            }
            return lists.get("references", lists.get("items"))
        return start if self.text.startswith("[", start) else None

    def _item_spans(self) -> list[Span]:
        """Find the items of the list, or the single item of the file."""
        if self._list is not None:
            return [found.span for found in elements(self.text, self._list)]
        start = after_space(self.text, 0)
        if start == len(self.text):
            return []
        return [Span(start, len(self.text.rstrip()))]

    def _with_id(self, span: Span, key: str) -> Edit:
        """Give an item an `id`, as its first member if it has none."""
        has = list(members(self.text, span.start))
        written = self._dumped(key)
        for member in has:
            if member.name == "id":
                return Edit(member.value.span, written)
        start = has[0].whole.start
        space = self.text[span.start + 1 : start] or " "
        return Edit(Span(start, start), f'"id": {written},{space}')

    def _member(self, has: Sequence[Member], name: str, value: str) -> str:
        """Write a member after the last one, spaced like the members that exist."""
        last = has[-1]
        gap = ", "
        if len(has) > 1:
            gap = self._between(has[-2].whole, last.whole)
        before_value = self.text[last.whole.start : last.value.span.start]
        space = before_value.partition(":")[2]
        return f"{gap}{json.dumps(name)}:{space}{value}"

    def _between(self, first: Span, second: Span) -> str:
        between = self.text[first.end : second.start]
        return between if _COMMA.fullmatch(between) else ", "

    def _gap(self) -> str:
        """Return the text between two items: a comma and white space."""
        if len(self._items) > 1:
            above, last = self._items[-2:]
            return self._between(above.span, last.span)
        assert self._list is not None  # `add` calls this only for a list
        space = self.text[self._list + 1 : self._items[0].span.start]
        return "," + (space or " ")

    def _written(self, item: Mapping[str, object]) -> str:
        """Write an item with the layout of the last one."""
        if self._items:
            return self._value(item, self._items[-1].span, whole=True)
        written = json.dumps(item, ensure_ascii=False, indent=2).replace("\n", "\n  ")
        return with_newlines(written, newline_of(self.text))

    def _value(self, value: object, span: Span, *, whole: bool = False) -> str:
        """Write a value for the item at `span`, or a `whole` item with its layout."""
        has = list(members(self.text, span.start))
        inner = self._indent_of_members(span, has)
        on_lines = whole or any(
            "\n" in member.value.span.of(self.text) for member in has
        )
        if inner is None or not on_lines:
            spaced = ": " in span.of(self.text)
            separators = (", ", ": ") if spaced else (",", ":")
            return self._dumped(value, separators=separators)
        outer = _INDENT.search(self.text[: span.start])
        outside = outer[1] if outer else ""
        written = self._dumped(value, indent=inner.removeprefix(outside) or "  ")
        indent = outside if whole else inner
        indented = written.replace("\n", "\n" + indent)
        return with_newlines(indented, newline_of(self.text))

    def _indent_of_members(self, item: Span, has: Sequence[Member]) -> str | None:
        """Return the indent of an item's members; None if they are on its line."""
        if not has:
            return None
        found = _INDENT.search(self.text[item.start : has[0].whole.start])
        return found[1] if found else None

    def _dumped(
        self,
        value: object,
        *,
        indent: str | None = None,
        separators: tuple[str, str] | None = None,
    ) -> str:
        escaped = self.text.isascii() and "\\u" in self.text
        return json.dumps(
            value, ensure_ascii=escaped, indent=indent, separators=separators
        )


def _item(text: str, span: Span) -> _Item:
    item = json.loads(span.of(text))
    return _Item(_key(item), span, isinstance(item, Mapping) and is_citable(item))


def _key(item: object) -> str:
    return source_of_item(item).key if isinstance(item, Mapping) else ""
