"""A value in a JSON request that knows its path, so that errors can name the place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from loccit._startup.dataclass import dataclass
from loccit.errors import InvalidRequest


@dataclass(frozen=True, slots=True)
class JsonValue:
    """A value and its path, `citations[2].citationItems`.

    A missing value counts as null.

    >>> request = JsonValue({"citations": [{"id": 7}]})
    >>> [item] = request["citations"].items()
    >>> item["id"].path, item["id"].text()
    ('citations[0].id', '7')
    """

    value: object
    path: str = ""

    def __getitem__(self, name: str) -> JsonValue:
        """The member of an object; null if it or the object is missing."""
        path = f"{self.path}.{name}" if self.path else name
        value = self.fields().get(name) if self else None
        return JsonValue(value, path)

    def __bool__(self) -> bool:
        return self.value is not None

    def fields(self) -> Mapping[str, object]:
        """The members of an object."""
        if not isinstance(self.value, Mapping):
            raise self._error("an object")
        return self.value

    def members(self) -> list[tuple[str, JsonValue]]:
        """The members of an object, each with its name and path; none if it is null."""
        if not self:
            return []
        return [(name, self[name]) for name in self.fields()]

    def items(self) -> list[JsonValue]:
        """The items of an array; none if it is null."""
        if not self:
            return []
        if not isinstance(self.value, (list, tuple)):
            raise self._error("an array")
        items: list[JsonValue] = []
        for index, item in enumerate(self.value):
            items.append(JsonValue(item, f"{self.path}[{index}]"))
        return items

    def text(self) -> str:
        """A string, or a number as a string; empty if it is null."""
        if not self:
            return ""
        is_text = isinstance(self.value, (str, int, float))
        if not is_text or isinstance(self.value, bool):
            raise self._error("a string")
        return str(self.value)

    def required_text(self) -> str:
        """A string that must not be null or empty."""
        text = self.text()
        if not text:
            raise InvalidRequest(f"`{self.path}` is missing.")
        return text

    def one_of(self, words: Iterable[str], default: str) -> str:
        """One of some words; `default` if it is null or empty."""
        text = self.text()
        if not text:
            return default
        if text not in words:
            listed = ", ".join([f"`{word}`" for word in words])
            raise self._error(f"one of {listed}")
        return text

    def number(self, below: int | None = None) -> int:
        """A whole number from 0; 0 if it is null."""
        if not self:
            return 0
        number = self.value
        if not isinstance(number, int) or number < 0:
            raise self._not_a_number(below)
        if below is not None and number >= below:
            raise self._not_a_number(below)
        return number

    def _not_a_number(self, below: int | None) -> InvalidRequest:
        if below is None:
            return self._error("a whole number from 0")
        return self._error(f"a whole number from 0 to {below - 1}")

    def boolean(self, default: bool = False) -> bool:
        """True or false; a number counts as in most programming languages."""
        return bool(self.value) if self else default

    def _error(self, wanted: str) -> InvalidRequest:
        """The error for a value of another type."""
        if not self.path:
            return InvalidRequest(f"The request must be {wanted}.")
        return InvalidRequest(f"`{self.path}` must be {wanted}.")
