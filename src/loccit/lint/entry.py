"""What rules are given, and what they answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from loccit.bibliography.fields import FIELDS
from loccit.bibliography.prepare import ALIASES
from loccit.model import Severity, Source
from loccit.model.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a library.

    Attributes:
        source: what was read from it, with what it inherits.
        kind: its type in a .bib file, in lower case; `""` in files of other formats.
        fields: its own fields in a .bib file, lower-case name to TeX; none in files of other formats.
    """

    source: Source
    kind: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    def field_of(self, variable: str) -> str:
        """The field of a .bib entry that a variable of CSL was read from, or is called by; `""` if it has none."""
        if variable in self.fields:
            return variable
        for row in FIELDS:
            if row.variable == variable and (row.only is None or self.kind in row.only):
                for name in self.fields:
                    if ALIASES.get(name, name) == row.field:
                        return name
        return "year" if variable == "issued" and "year" in self.fields else ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule finds in an entry.

    Attributes:
        message: what is wrong.
        at: the variable of CSL, or the field, that it is wrong in; `""` for the whole entry.
        advice: what to do.
        fix: what mends it beyond doubt: fields with their new values, as one writes them in a .bib file.
        severity: how bad it is, where that is not what the rule says.
    """

    message: str
    at: str = ""
    advice: str = ""
    fix: Mapping[str, str] = field(default_factory=dict)
    severity: Severity | None = None
