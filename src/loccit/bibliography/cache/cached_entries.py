"""The entries of a large .bib file from an index of where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from loccit.bibliography.cache.cached_spans import KeptSpans, pack
from loccit.bibliography.formats.bibtex.entry_text import EntryText, ScannedEntries
from loccit.text_files.positions import Positions


def pack_entries(entries: ScannedEntries, encoding: str, mark: int) -> bytes:
    """An index of scanned entries, whose file is in `encoding` and whose text begins
    behind `mark` bytes.

    Of each entry, beside its place, it has where its fields begin and its type as a
    place in the list of types; and the numbers of those that can be cited.
    """
    spans = entries.scan.entries
    types = {
        kind: number
        for number, kind in enumerate(dict.fromkeys(span.type for span in spans))
    }
    columns = {
        "body": [span.body - span.start for span in spans],
        "type": [types[span.type] for span in spans],
        "citable": entries.citable,
    }
    head = {
        "format": "bibtex",
        "types": list(types),
        "faults": {
            str(number): span.fault for number, span in enumerate(spans) if span.fault
        },
        "strings": entries.strings,
    }
    places = [(span.start, span.limit) for span in spans]
    return pack(
        entries.text,
        places,
        [span.key for span in spans],
        encoding,
        mark,
        columns,
        head,
    )


class KeptEntries:
    """The entries of a file that was scanned before and has not changed since.

    Raises:
        LookupError, TypeError, ValueError, AttributeError: the index is broken.
    """

    def __init__(self, spans: KeptSpans) -> None:
        self._spans = spans
        self.strings: dict[str, str] = spans.head["strings"]
        self._types: list[str] = spans.head["types"]
        self._faults: dict[int, str] = {
            int(number): fault for number, fault in spans.head["faults"].items()
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

    def faulty(self) -> Iterator[EntryText]:
        return map(self._entry, self._faults)

    def position(self, number: int, offset: int) -> tuple[int, int]:
        first, column = self._spans.position(number)
        if not offset:
            return first, column
        inside = Positions(self._spans.text(number)).at(offset)
        if inside.line == 1:
            return first, column + inside.column - 1
        return first + inside.line - 1, inside.column

    def _entry(self, number: int) -> EntryText:
        key, text, kind = (
            self._spans.keys[number],
            self._spans.text(number),
            self._types[self._kinds[number]],
        )
        return EntryText(
            number, key, kind, text, self._bodies[number], self._faults.get(number, "")
        )

    @cached_property
    def _by_key(self) -> dict[str, int]:
        keys = self._spans.keys
        return dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
