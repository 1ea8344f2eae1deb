"""The formats of papers: what each has to know, and what it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import ClassVar

from loccit._startup.dataclass import dataclass
from loccit.export.paper import TARGETS
from loccit.export.paper.images import Uptake
from loccit.export.paper.looks import Look
from loccit.export.paper.nodes import attributes, para
from loccit.export.paper.pandoc import Node, Tree
from loccit.values.languages import primary_language

#: Languages whose scripts are written from right to left (CLDR, "characterOrder").
_RIGHT_TO_LEFT = frozenset(
    ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]
)


@dataclass(frozen=True, slots=True)
class Header:
    """What is at the top of every page: a text at the left, and at the right the page
    number, with a text before it.
    """

    left: str = ""
    before_number: str = ""


@dataclass(frozen=True, slots=True)
class Setup:
    """What a paper has besides its text.

    Attributes:
        looks: of its paragraphs.
        lang: its language.
        header: what is in it beside the page number.
        title, authors: what a program shows of it.
        images: the files of its images, by the names that the text has for them.
    """

    looks: Sequence[Look]
    lang: str
    header: Header
    title: str
    authors: tuple[str, ...]
    images: Mapping[str, bytes]

    @property
    def direction(self) -> str:
        """The direction of the text, `ltr` or `rtl`."""
        return "rtl" if primary_language(self.lang) in _RIGHT_TO_LEFT else "ltr"


class Target:
    """A format of papers.  A module of `TARGETS` has one, as `TARGET`.

    Attributes:
        IMAGES: how it takes images in.
    """

    IMAGES: ClassVar[Uptake] = Uptake()

    def check_installed(self) -> None:
        """Make sure that what the format needs besides pandoc is installed.

        Raises:
            LoccitError: it is not.
        """

    def write(self, tree: Tree, setup: Setup) -> bytes:
        """Write the file.

        Raises:
            LoccitError: a program can't convert the tree.
        """
        raise NotImplementedError

    def styled(self, look: str, blocks: list[Node]) -> list[Node]:
        """Give paragraphs the style of a look."""
        raise NotImplementedError

    def section_label(self, title: list[Node], identifier: str = "") -> list[Node]:
        """Make the heading of a section that begins a page, such as the abstract."""
        raise NotImplementedError

    def run_in(self, heading: Node, paragraph: Node) -> list[Node]:
        """Let a paragraph follow its heading in the same line."""
        raise NotImplementedError

    def table(self, number: str, title: list[Node], table: Node) -> list[Node]:
        """Put the number and the title above a table."""
        (identifier, classes, pairs), _, *rest = table["c"]
        bare = {"t": "Table", "c": [["", classes, pairs], [None, []], *rest]}
        caption = self._caption("Table", number, title)
        return [{"t": "Div", "c": [attributes(identifier), [*caption, bare]]}]

    def figure(self, number: str, title: list[Node], figure: Node) -> list[Node]:
        """Put the number and the title above a figure."""
        (identifier, *_), _, blocks = figure["c"]
        body = self._caption("Figure", number, title)
        for block in blocks:
            body += self._in_figure(block)
        return [{"t": "Div", "c": [attributes(identifier), body]}]

    def _in_figure(self, block: Node) -> list[Node]:
        """Give the paragraph of an image its style."""
        if block["t"] not in ("Para", "Plain"):
            return [block]
        return self.styled("Figure", [para(block["c"])])

    def _caption(self, kind: str, number: str, title: list[Node]) -> list[Node]:
        made = self.styled(f"{kind} Number", [para([{"t": "Str", "c": number}])])
        if title:
            made += self.styled(f"{kind} Title", [para(title)])
        return made


def load_target(ending: str) -> Target:
    """Import the format of files with an ending of `TARGETS`."""
    module = import_module(f"loccit.export.paper.{TARGETS[ending]}")
    target = module.TARGET
    assert isinstance(target, Target)
    return target
