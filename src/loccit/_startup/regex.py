"""Regular expressions that are compiled when they are first used: of our two hundred an essay needs a few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any


class _Pattern:
    """What a `re.Pattern` does, once somebody asks for it."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)  # `re` keeps what it compiled
        setattr(self, name, found)
        return found


if TYPE_CHECKING:
    pattern = re.compile
else:
    pattern = _Pattern
