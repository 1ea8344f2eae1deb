"""The items of a large file of CSL-JSON from an index of where each stands."""

from __future__ import annotations

from collections.abc import Mapping

from loccit.bibliography.cache.cached_spans import KeptSpans, pack
from loccit.bibliography.formats.csl_json import ScannedItems, item_of
from loccit.model import Place, Problem


def pack_items(items: ScannedItems, encoding: str, mark: int) -> bytes:
    """An index of scanned items, whose file is in `encoding` and whose text begins
    behind `mark` bytes.
    """
    problems = [
        (
            each.rule,
            each.message,
            each.place.line,
            each.place.column,
            each.severity,
            each.advice,
        )
        for each in items.problems
    ]
    head = {"format": "csl-json", "problems": problems}
    return pack(items.text, items.spans, items.keys, encoding, mark, {}, head)


class KeptItems:
    """The items of a file that was read before and has not changed since.

    Raises:
        LookupError, TypeError, ValueError: the index is broken.
    """

    def __init__(self, spans: KeptSpans) -> None:
        self._spans = spans
        self.keys = spans.keys
        self.problems = [
            Problem(rule, message, Place(spans.path, line, column), severity, advice)
            for rule, message, line, column, severity, advice in spans.head["problems"]
        ]

    def __getitem__(self, index: int) -> Mapping[str, object]:
        return item_of(self._spans.text(index), self._spans.path)

    def place(self, index: int) -> Place:
        return Place(self._spans.path, *self._spans.position(index))
