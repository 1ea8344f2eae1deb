"""The values of a request, each of the kind that it should be."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence

from loccit._startup.dataclass import dataclass
from loccit.model import Edit, Span
from loccit.servers.desk.refusals import Refusal

#: No offset, version or count is larger; it is what JavaScript counts exactly.
_LARGEST = 2**53


@dataclass(frozen=True, slots=True)
class Asked:
    """A request's values, from its address or its JSON.

    Attributes:
        values: each by its name.
        several: those of the address that are given several times.
        data: the bytes of a file that is dropped onto the page.
    """

    values: Mapping[str, object]
    several: Mapping[str, Sequence[str]]
    data: bytes = b""

    def text(self, name: str) -> str:
        """Return a text.

        Raises:
            Refusal: it is missing, or not a text.
        """
        value = self.values.get(name)
        if not isinstance(value, str):
            raise _wrong(name, "a text")
        return value

    def text_or(self, name: str, default: str) -> str:
        """Return a text, or what it is if it is not given."""
        return default if self.values.get(name) is None else self.text(name)

    def flag(self, name: str) -> bool:
        """Return whether something is asked for; it is not unless it is true."""
        value = self.values.get(name, False)
        if not isinstance(value, bool):
            raise _wrong(name, "true or false")
        return value

    def number(self, name: str) -> int:
        """Return a whole number that is not negative.

        Raises:
            Refusal: it is missing, or another value.
        """
        return _number(self.values.get(name), name)

    def number_or(self, name: str, default: int) -> int:
        """Return a number, or what it is if it is not given."""
        return default if self.values.get(name) is None else self.number(name)

    def items(self, name: str) -> Sequence[object]:
        """Return a list; an empty one if it is not given."""
        value = self.values.get(name, [])
        if not isinstance(value, list):
            raise _wrong(name, "a list")
        return value

    def texts(self, name: str) -> Sequence[str]:
        """Return a list of texts; of the address, all of that name."""
        if name in self.several:
            return self.several[name]
        return [_text(item, name) for item in self.items(name)]

    def numbers(self, name: str) -> Sequence[int]:
        """Return a list of whole numbers."""
        return [_number(item, name) for item in self.items(name)]

    def pairs(self, name: str) -> Mapping[str, str]:
        """Return an object of texts; an empty one if it is not given."""
        value = self.values.get(name, {})
        if not isinstance(value, dict):
            raise _wrong(name, "an object")
        return {key: _text(item, name) for key, item in value.items()}

    def objects(self, name: str) -> Mapping[str, Asked]:
        """Return an object of objects; an empty one if it is not given."""
        value = self.values.get(name, {})
        if not isinstance(value, dict):
            raise _wrong(name, "an object")
        if not all(isinstance(item, dict) for item in value.values()):
            raise _wrong(name, "an object of objects")
        return {key: Asked(item, {}) for key, item in value.items()}

    def about_essay(self) -> Asked:
        """Return the question which library the essay at `path` has."""
        return Asked({"essay": self.text("path")}, {})

    def edits(self, length: int) -> Sequence[Edit]:
        """Return the edits of a text, from first to last, none inside another.

        Args:
            length: the text's, as the page counts it.
        """
        edits = list(self._edits())
        ends = [0, *(edit.span.end for edit in edits)]
        starts = [*(edit.span.start for edit in edits), length]
        if any(end > start for end, start in zip(ends, starts, strict=True)):
            raise Refusal("invalid", "The edits overlap, or are outside the text.")
        return edits

    def _edits(self) -> Iterator[Edit]:
        for item in self.items("edits"):
            if not isinstance(item, dict):
                raise _wrong("edits", "a list of objects")
            start, end = _number(item.get("start"), "start"), item.get("end")
            new = _text(item.get("new"), "new")
            if "\0" in new:
                raise Refusal("invalid", "A text can't have the character NUL.")
            yield Edit(Span(start, max(start, _number(end, "end"))), new)


def read_json(data: bytes) -> Mapping[str, object]:
    """Read the JSON of a request.

    Raises:
        Refusal: it is not an object of JSON, is nested too deeply, or has a number that
            no program should read.
    """
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise Refusal("invalid", "The request is not JSON.") from None
    if not isinstance(value, dict):
        raise Refusal("invalid", "The request is not an object of JSON.")
    return value


def _number(value: object, name: str) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value[:17])
    if isinstance(value, float) and math.isfinite(value) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong(name, "a whole number")
    if not 0 <= value < _LARGEST:
        raise _wrong(name, "a number of that size")
    return value


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise _wrong(name, "a text")
    return value


def _wrong(name: str, kind: str) -> Refusal:
    return Refusal("invalid", f"`{name}` should be {kind}.")
