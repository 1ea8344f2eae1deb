"""Why the desk does not do what it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

#: What a refusal is about, and the status of its answer (RFC 9110, section 15).
Kind = Literal[
    "invalid",
    "unauthorized",
    "forbidden",
    "not-found",
    "too-slow",
    "conflict",
    "gone",
    "too-large",
]
STATUS: Mapping[Kind, int] = {
    "invalid": 400,
    "unauthorized": 401,
    "forbidden": 403,
    "not-found": 404,
    "too-slow": 408,
    "conflict": 409,
    "gone": 410,
    "too-large": 413,
}


class Refusal(Exception):
    """A request that is refused.

    Attributes:
        kind: why, for the page.
        message: why, for people.
        more: what the answer has besides, as both texts of a conflict.
    """

    def __init__(
        self, kind: Kind, message: str, more: Mapping[str, object] | None = None
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.more = more or {}

    @property
    def status(self) -> int:
        """The status of the answer."""
        return STATUS[self.kind]
