"""Values by their keys, kept in one file to which each run may add."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from loccit._startup.kept import is_used, keep, kept


class KeptTable:
    """A table of what it takes long to make of keys that modules have: it grows with the
    modules that are used, and never with what they read.
    """

    def __init__(self, name: str) -> None:
        """Args:
        name: of the file.
        """
        self._name = name
        self._values: dict[Hashable, Any] | None = None
        self._has_new = False

    def value(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """Return the value of a key, which `make` returns if it is not kept.

        Both are of types that `marshal` can write.
        """
        if not is_used():
            return make()
        if self._values is None:
            found = kept(self._name)
            self._values = found if isinstance(found, dict) else {}
        if key not in self._values:
            self._values[key] = make()
            self._has_new = True
        return self._values[key]

    def keep_new(self) -> None:
        """Keep what was made in this run, if anything was."""
        if self._has_new:
            keep(self._name, self._values)
