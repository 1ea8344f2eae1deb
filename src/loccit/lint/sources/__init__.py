"""The rules for entries of a library, one fault a file; the folder is the list.

A module is named after the fault, and its docstring is the fault's page in
docs/checks.md: what it is and why it matters, an entry that has it, and one that has
not, both indented.  A module without `check` tells of a fault that is found while a
file is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from inspect import cleandoc
from typing import Protocol

from loccit._startup.dataclass import dataclass
from loccit._startup.plugins import modules_in
from loccit.lint.rule import Entry, Fault
from loccit.model import Severity


class Check(Protocol):
    """What a rule's module has as `check`."""

    def __call__(self, entry: Entry) -> Iterator[Fault]:
        """What is wrong with an entry."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, such as `malformed-doi`, its page, how bad what it finds is,
    and how it is found.
    """

    name: str
    page: str
    severity: Severity
    check: Check | None

    @property
    def summary(self) -> str:
        """The fault in a sentence."""
        return self.page.partition("\n\n")[0].replace("\n", " ")


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, by name."""
    found = []
    for module in modules_in(__name__):
        name = module.__name__.rpartition(".")[2]
        severity: Severity = getattr(module, "SEVERITY", "warning")
        page, check = cleandoc(module.__doc__ or ""), getattr(module, "check", None)
        found.append(Rule(name.replace("_", "-"), page, severity, check))
    return tuple(found)
