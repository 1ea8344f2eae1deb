"""The entries of a large .bib file from an index of where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from loccit.bibliography.cache.cached_spans import KeptSpans
from loccit.bibliography.formats.bibtex.entry_text import EntryText


class KeptEntries:
    """The entries of a file that was scanned before and has not changed since.

    Raises:
        LookupError, TypeError, ValueError, AttributeError: the index is broken.
    """

    def __init__(self, spans: KeptSpans) -> None:
        self._spans = spans
        self.strings: dict[str, str] = spans.head["strings"]
        self._types: list[str] = spans.head["types"]
        self._errors: dict[int, str] = {
            int(number): error for number, error in spans.head["errors"].items()
        }
        self._bodies, self._kinds, self._citable = (
            spans.columns[name] for name in ("body", "type", "citable")
        )

    @cached_property
    def keys(self) -> list[str]:
        keys = self._spans.keys
        return (
            keys
            if len(self._citable) == len(keys)
            else [keys[number] for number in self._citable]
        )

    def __getitem__(self, index: int) -> EntryText:
        return self._entry(self._citable[index])

    def find(self, key: str) -> EntryText | None:
        number = self._by_key.get(key)
        return None if number is None else self._entry(number)

    def malformed(self) -> Iterator[EntryText]:
        return map(self._entry, self._errors)

    def position(self, number: int, offset: int) -> tuple[int, int]:
        return self._spans.position(number, offset)

    def file_text(self) -> str:
        return self._spans.whole_text()

    def index(self) -> None:
        return None

    def _entry(self, number: int) -> EntryText:
        key, text, kind = (
            self._spans.keys[number],
            self._spans.text(number),
            self._types[self._kinds[number]],
        )
        return EntryText(
            number, key, kind, text, self._bodies[number], self._errors.get(number, "")
        )

    @cached_property
    def _by_key(self) -> dict[str, int]:
        keys = self._spans.keys
        return dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
