"""What the page was shown, and may ask for: only the last few."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

from loccit.servers.desk.refusals import Refusal

T = TypeVar("T")

_MOST = 20


class LastFew(Generic[T]):
    """The last few values that were kept, by their names."""

    def __init__(self, letter: str) -> None:
        """Args:
        letter: the names begin with it.
        """
        self._letter = letter
        self._count = 0
        self._kept = OrderedDict[str, T]()
        self._lock = Lock()

    def keep(self, value: T) -> str:
        """Keep a value; return its name."""
        with self._lock:
            self._count += 1
            name = f"{self._letter}{self._count}"
            self._kept[name] = value
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
            return name

    def get(self, name: str) -> T:
        """Return a value.

        Raises:
            Refusal: it is forgotten.
        """
        with self._lock:
            if name not in self._kept:
                raise Refusal("gone", "This is too old; do it again.")
            return self._kept[name]
