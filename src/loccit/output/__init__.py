"""RichText to markup, one output a module; each the functions of `Output`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Protocol, cast

from loccit._startup.dataclass import dataclass
from loccit._startup.plugins import names_in
from loccit._startup.regex import regex
from loccit.errors import LoccitError
from loccit.model import BibliographyOptions, Mark, Marked, RichText

_LINE_ENDS = regex(r"[ \t]*[\n\r\f\v\x85\u2028\u2029]+[ \t]*")
_CONTROL = regex(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a reference list: the source's key, and the text that stands for it."""

    key: str
    text: RichText


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a list: blocks, and what heads them, if anything does; level 1 is the
    highest.
    """

    blocks: Sequence[str]
    title: str = ""
    level: int = 1


class Output(Protocol):
    """What every module of this package offers."""

    def render(self, text: RichText) -> str:
        """`text` in this markup, to stand in the middle of a line."""

    def heading(self, title: str, level: int) -> str:
        """A heading line; level 1 is the highest."""

    def entries(self, entries: Sequence[Entry], *, anchors: bool) -> list[str]:
        """The entries, one block each; with `anchors`, `#ref-KEY` leads to each."""

    def annotation(
        self, paragraphs: Sequence[RichText], options: BibliographyOptions
    ) -> str:
        """What is said of an entry, a block below it: half an inch in, and from the
        second paragraph on one more (APA 7, section 9.51).
        """

    def document(
        self, sections: Sequence[Section], options: BibliographyOptions
    ) -> str | bytes:
        """A list on its own, of the blocks that `entries` made, set as its style says;
        bytes if it is no text.
        """


def under_headings(
    sections: Sequence[Section], heading: Callable[[str, int], str]
) -> list[str]:
    """The blocks of a list in a row, with the headings between them.

    >>> under_headings([Section(["a"]), Section(["b"], "Books", 2)], lambda title, level: "#" * level + title)
    ['a', '##Books', 'b']
    """
    return [
        block
        for section in sections
        for block in (
            *([heading(section.title, section.level)] if section.title else []),
            *section.blocks,
        )
    ]


def split_margin(text: RichText) -> tuple[RichText, RichText] | None:
    """The first field of an entry, which stands in the margin, and the rest; None where
    a style has no such field.

    >>> number = RichText.of("[1]").marked(Mark("display", "left-margin"))
    >>> [part.plain for part in split_margin(number + RichText.of("Doe"))]
    ['[1]', 'Doe']
    """
    first = text.nodes[0] if text.nodes else ""
    if isinstance(first, Marked) and first.mark == Mark("display", "left-margin"):
        return first.content, RichText(text.nodes[1:])
    return None


def one_line(text: str) -> str:
    r"""`text` with spaces for its line endings, and without control characters.

    >>> one_line("a\r\n\x00b")
    'a b'
    """
    return _CONTROL.sub("", _LINE_ENDS.sub(" ", text))


def outputs() -> tuple[str, ...]:
    """The names of all outputs: the modules of this folder."""
    return tuple(names_in(__name__))


def output_names() -> dict[str, str]:
    """What people call the outputs, and the names of these: `text` is plain text."""
    return {name.removeprefix("plain_"): name for name in outputs()}


def load_output(name: str) -> Output:
    """The output of that name.

    Raises:
        LoccitError: it is none of `outputs()`.
    """
    if name not in outputs():
        raise LoccitError(
            f"There is no output `{name}`.",
            advice=f"There are: {', '.join(outputs())}.",
        )
    return cast(Output, import_module(f"{__name__}.{name}"))
