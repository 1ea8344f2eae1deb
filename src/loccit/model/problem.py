"""What a user should know, as values: the work goes on."""

from __future__ import annotations

from typing import Literal

from loccit._startup.dataclass import dataclass

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a file: line and column count from 1, columns in characters; 0 is
    unknown.

    >>> str(Place("essay.md", 3, 14))
    'essay.md:3:14'
    """

    path: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path or "-"]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: which rule (its kebab-case name), what is wrong, where, and what to
    do about it.

    An `error` keeps some of the essay from being what was asked for; a `warning` may; a
    `note` is only said.
    """

    rule: str
    message: str
    place: Place = Place()
    severity: Severity = "warning"
    advice: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.message}" + (
            f" {self.advice}" if self.advice else ""
        )
