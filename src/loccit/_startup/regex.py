"""Regular expressions that are compiled when they are first used.

Of about 1,500 expressions at module level, formatting a short essay uses 260.  Each is
written at module level, or compiled by `re` where it depends on what is read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from loccit._startup.regex_programs import compile_kept


class _LazyPattern:
    """Behave as a `re.Pattern`, which is compiled at the first use."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = int(flags)

    def __getattr__(self, name: str) -> Any:
        compiled = compile_kept(self.pattern, self._flags)
        attribute = getattr(compiled, name)
        setattr(self, name, attribute)  # the next use finds it without this detour
        return attribute


if TYPE_CHECKING:
    regex = re.compile
else:
    regex = _LazyPattern
