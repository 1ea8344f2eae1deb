"""Changes of a CSL-JSON file: the items that are not changed stay byte for byte."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.bibliography.editable_sequence import removals
from loccit.bibliography.formats.csl_json.bib_fields import item_values
from loccit.bibliography.formats.csl_json.items import source_of_item
from loccit.bibliography.formats.csl_json.text import after_space, elements, members
from loccit.errors import InvalidChange
from loccit.model import Edit, Place, Source, Span
from loccit.model.csl_json import source_to_csl_json
from loccit.text_files.newlines import newline_of, with_newlines
from loccit.text_files.positions import Positions

_COMMA = regex(r"\s*,\s*")
_INDENT = regex(r"[\r\n]([ \t]*)\Z")


class _Item(NamedTuple):
    key: str
    span: Span


class EditableCslJson:
    """The text of a CSL-JSON file, and the edits that change it."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self._path = path
        self._list = self._find_list()
        spans = elements(text, self._list) if self._list is not None else self._single()
        self._items = [_Item(_key(json.loads(span.of(text))), span) for span in spans]
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
            return [Edit(Span(end, end), "".join(self._gap() + item for item in items))]
        newline = newline_of(self.text)
        content = newline + "  " + f",{newline}  ".join(items) + newline
        if self._list is not None:
            return [
                Edit(
                    Span(self._list + 1, after_space(self.text, self._list + 1)),
                    content,
                )
            ]
        if self.text.strip():
            raise InvalidChange(
                "This file is one item, and no list to add to.", place=Place(self._path)
            )
        return [Edit(Span(0, len(self.text)), f"[{content}]{newline}")]

    def change(self, key: str, values: Mapping[str, str]) -> list[Edit]:
        span = self._by_key[key].span
        has = list(members(self.text, span.start))
        names = [member.name for member in has]
        type_ = str(json.loads(span.of(self.text)).get("type", ""))
        edits, new, removed = [], [], set()
        gap = self._between(has[-2].whole, has[-1].whole) if len(has) > 1 else ", "
        for name, value in item_values(type_, values).items():
            if value is not None:
                written = self._value(value, span)
                if name in names:
                    edits.append(Edit(has[names.index(name)].value, written))
                else:
                    colon = self.text[
                        has[-1].whole.start : has[-1].value.start
                    ].partition(":")[2]
                    new.append(f"{gap}{json.dumps(name)}:{colon}{written}")
            elif name in names:
                removed.add(names.index(name))
        parts = [member.whole for member in has]
        if new:
            edits.append(Edit(Span(parts[-1].end, parts[-1].end), "".join(new)))
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
                f"This has to be one item, and its `id` to stay `{key}`."
            )
        return [
            Edit(
                self._by_key[key].span,
                with_newlines(new.strip(), newline_of(self.text)),
            )
        ]

    def rename(self, keys: Mapping[str, str]) -> list[Edit]:
        for new in keys.values():
            if not self.can_have(new):
                raise InvalidChange(f"`{new}` can't be a key.", place=Place(self._path))
        return [
            Edit(member.value, self._dumped(keys[item.key]))
            for item in self._items
            if item.key in keys
            for member in members(self.text, item.span.start)
            if member.name == "id"
        ]

    def remove(self, keys: Collection[str]) -> list[Edit]:
        if self._list is None:
            raise InvalidChange(
                "This file is one item, and no list to take it from.",
                place=Place(self._path),
            )
        gone = {self._items.index(self._by_key[key]) for key in keys}
        end = self._items[-1].span.end
        return list(removals(self.text, [item.span for item in self._items], gone, end))

    def leaning_on(self, key: str) -> list[str]:
        return []  # items of CSL name no others

    def _find_list(self) -> int | None:
        """Where the list of items begins."""
        start = after_space(self.text, 0)
        if self.text.startswith("{", start):
            lists = {
                member.name: member.value.start for member in members(self.text, start)
            }
            return lists.get("references", lists.get("items"))
        return start if self.text.startswith("[", start) else None

    def _single(self) -> list[Span]:
        start = after_space(self.text, 0)
        return [Span(start, len(self.text.rstrip()))] if start < len(self.text) else []

    def _between(self, first: Span, second: Span) -> str:
        between = self.text[first.end : second.start]
        return between if _COMMA.fullmatch(between) else ", "

    def _gap(self) -> str:
        """What stands between two items."""
        if len(self._items) > 1:
            return self._between(self._items[-2].span, self._items[-1].span)
        assert self._list is not None  # who asks has one
        return "," + (self.text[self._list + 1 : self._items[0].span.start] or " ")

    def _written(self, item: Mapping[str, object]) -> str:
        """An item, laid out as the last one is."""
        if self._items:
            return self._value(item, self._items[-1].span, whole=True)
        written = json.dumps(item, ensure_ascii=False, indent=2).replace("\n", "\n  ")
        return with_newlines(written, newline_of(self.text))

    def _value(self, value: object, span: Span, *, whole: bool = False) -> str:
        """A value in the item at `span`, or a `whole` item like it."""
        first = next(members(self.text, span.start), None)
        inner = (
            _INDENT.search(self.text[span.start : first.whole.start]) if first else None
        )
        outer = _INDENT.search(self.text[: span.start])
        nested = [
            member.value.of(self.text) for member in members(self.text, span.start)
        ]
        if inner is None or not (whole or any("\n" in text for text in nested)):
            spaced = ": " in self.text[span.start : span.end]
            return self._dumped(
                value, separators=(", ", ": ") if spaced else (",", ":")
            )
        outside = outer[1] if outer else ""
        written = self._dumped(value, indent=inner[1].removeprefix(outside) or "  ")
        indent = outside if whole else inner[1]
        return with_newlines(
            written.replace("\n", "\n" + indent), newline_of(self.text)
        )

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


def _key(item: object) -> str:
    return source_of_item(item).key if isinstance(item, Mapping) else ""
