"""A variable that a source and a record have in different forms."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.model import Value


@dataclass(frozen=True, slots=True)
class Difference:
    """A variable that differs.

    Attributes:
        variable: in CSL's terms.
        stored: its value in the source, as text; "" if it has none.
        found: that in the record.
        value: the same as the value of a source.
    """

    variable: str
    stored: str
    found: str
    value: Value

    @property
    def is_addition(self) -> bool:
        """Whether the source merely lacks it."""
        return not self.stored
