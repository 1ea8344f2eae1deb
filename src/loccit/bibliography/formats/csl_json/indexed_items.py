"""The items of a large file of CSL-JSON from an index of where each stands."""

from __future__ import annotations

from collections.abc import Mapping

from loccit.bibliography.cache.cached_spans import KeptSpans
from loccit.bibliography.formats.csl_json import item_of
from loccit.bibliography.formats.csl_json.text import member_span
from loccit.model import Place, Problem, Range


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

    def range_of(self, index: int, name: str) -> Range:
        span = member_span(self._spans.text(index), 0, name)
        if span is None:
            return Range(self.place(index))
        return Range(self._place(index, span.start), self._place(index, span.end))

    def file_text(self) -> str:
        return self._spans.whole_text()

    def index(self) -> None:
        return None

    def _place(self, index: int, offset: int) -> Place:
        return Place(self._spans.path, *self._spans.position(index, offset))
