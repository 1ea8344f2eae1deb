"""Write findings for people and programs, one format a file; the folder is the list."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from loccit._startup.dataclass import dataclass
from loccit._startup.plugins import names_in

if TYPE_CHECKING:
    from loccit.lint import Finding


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found.

    Attributes:
        checked: the number of sources that were checked.
        findings: in the order of files and places.
    """

    checked: int
    findings: Sequence[Finding]


class Format(Protocol):
    """A module of this folder."""

    def write(self, report: Report) -> str:
        """Write a report, every line of it with its line ending."""


def formats() -> list[str]:
    """Return the names of the formats."""
    return names_in(__name__)


def format_named(name: str) -> Format:
    """Import the format of that name, one of `formats`."""
    return cast("Format", import_module(f"{__name__}.{name}"))
