"""RichText to markup, one output a module; each the functions of `Output`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from loccit.errors import LoccitError
from loccit.model import RichText


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a reference list: the source's key, and the text that stands for it."""

    key: str
    text: RichText


class Output(Protocol):
    """What every module of this package offers."""

    def render(self, text: RichText) -> str:
        """`text` in this markup, to stand in the middle of a line."""

    def heading(self, title: str, level: int) -> str:
        """A heading line; level 1 is the highest."""

    def entries(self, entries: Sequence[Entry], *, anchors: bool) -> list[str]:
        """The entries, one block each; with `anchors`, `#ref-KEY` leads to each."""

    def document(self, blocks: Sequence[str]) -> str:
        """A list on its own, of the blocks that `entries` made."""


def outputs() -> tuple[str, ...]:
    """The names of all outputs: the modules of this folder."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def load_output(name: str) -> Output:
    """The output of that name.

    Raises:
        LoccitError: it is none of `outputs()`.
    """
    if name not in outputs():
        raise LoccitError(f"There is no output `{name}`.", advice=f"There are: {', '.join(outputs())}.")
    return cast(Output, import_module(f"{__name__}.{name}"))
