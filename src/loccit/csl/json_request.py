"""A part of a JSON request that knows its path, so that whatever is wrong with it can
be said with its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from loccit._startup.dataclass import dataclass
from loccit.errors import InvalidRequest


@dataclass(frozen=True, slots=True)
class Part:
    """A value and where it stands, `citations[2].citationItems`; None is what is
    absent, as null is.

    >>> request = Part({"citations": [{"id": 7}]})
    >>> [item] = request["citations"].items()
    >>> item["id"].path, item["id"].text()
    ('citations[0].id', '7')
    """

    value: object
    path: str = ""

    def __getitem__(self, name: str) -> Part:
        """A field of an object; one that is absent, or whose object is, holds None."""
        return Part(
            self.fields().get(name) if self else None,
            f"{self.path}.{name}" if self.path else name,
        )

    def __bool__(self) -> bool:
        return self.value is not None

    def fields(self) -> Mapping[str, object]:
        """The fields of an object."""
        if not isinstance(self.value, Mapping):
            raise self.wrong("an object")
        return self.value

    def parts(self) -> list[tuple[str, Part]]:
        """The fields of an object, each with its name; none of what is absent."""
        return [(name, self[name]) for name in self.fields()] if self else []

    def items(self) -> list[Part]:
        """The items of an array; none of what is absent."""
        if not self:
            return []
        if not isinstance(self.value, (list, tuple)):
            raise self.wrong("an array")
        return [
            Part(item, f"{self.path}[{index}]") for index, item in enumerate(self.value)
        ]

    def text(self) -> str:
        """A string, as which a number counts; empty where it is absent."""
        if not self:
            return ""
        if not isinstance(self.value, (str, int, float)) or isinstance(
            self.value, bool
        ):
            raise self.wrong("a string")
        return str(self.value)

    def required(self) -> str:
        """A string that may not be absent or empty."""
        if text := self.text():
            return text
        raise InvalidRequest(f"`{self.path}` is missing.")

    def one_of(self, words: Iterable[str], default: str) -> str:
        """One of some words; `default` where it is absent or empty."""
        text = self.text()
        if text and text not in words:
            raise self.wrong("one of " + ", ".join(f"`{word}`" for word in words))
        return text or default

    def number(self, below: int | None = None) -> int:
        """A whole number from 0; 0 where it is absent."""
        number = 0 if not self else self.value
        if (
            not isinstance(number, int)
            or number < 0
            or (below is not None and number >= below)
        ):
            raise self.wrong(
                "a whole number from 0"
                + (f" to {below - 1}" if below is not None else "")
            )
        return number

    def truth(self, default: bool = False) -> bool:
        """Whether it holds; numbers count as in most programming languages."""
        return bool(self.value) if self else default

    def wrong(self, wanted: str) -> InvalidRequest:
        """The error for a value of a wrong kind."""
        return InvalidRequest(
            f"`{self.path}` must be {wanted}."
            if self.path
            else f"The request must be {wanted}."
        )
