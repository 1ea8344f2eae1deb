"""The formats of papers: what each has to know, and what it does."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from loccit._startup.dataclass import dataclass
from loccit.export.paper import TARGETS
from loccit.export.paper.looks import Look
from loccit.export.paper.pandoc import Node, Tree


@dataclass(frozen=True, slots=True)
class Setup:
    """What a paper has besides its text.

    Attributes:
        looks: of its paragraphs.
        lang: its language.
        running_head: what is in the header beside the page number.
        title, authors: what a program shows of it.
    """

    looks: Sequence[Look]
    lang: str
    running_head: str
    title: str
    authors: tuple[str, ...]


class Target(Protocol):
    """What the module of a format offers."""

    def styled(self, look: str, blocks: list[Node]) -> list[Node]:
        """Give paragraphs the style of a look."""

    def section_label(self, title: list[Node], identifier: str = "") -> list[Node]:
        """Make the heading of a section that begins a page, such as the abstract."""

    def write(self, tree: Tree, setup: Setup) -> bytes:
        """Write the file.

        Raises:
            LoccitError: a program is not installed, or can't convert the tree.
        """


def load_target(ending: str) -> Target:
    """Import the format of files with an ending of `TARGETS`."""
    module = import_module(f"loccit.export.paper.{TARGETS[ending]}")
    return cast(Target, module)
