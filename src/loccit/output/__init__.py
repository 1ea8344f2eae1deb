"""Write RichText as markup, one output a module; the folder is the list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Protocol, cast

from loccit._startup.dataclass import dataclass
from loccit._startup.plugins import names_in
from loccit._startup.regex import regex
from loccit.errors import LoccitError
from loccit.model import BibliographyOptions, Mark, Marked, RichText

_LINE_ENDS = regex(r"[ \t]*[\n\r\f\v\x85\u2028\u2029]+[ \t]*")
#: Values that cancel an outer mark of the same name.
_NEUTRAL = {"normal", "none", "baseline"}
_CONTROL = regex(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a reference list: the key of its source, and its text."""

    key: str
    text: RichText


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a list: blocks, with a heading or without; level 1 is the highest."""

    blocks: Sequence[str]
    title: str = ""
    level: int = 1


class Output(Protocol):
    """What every module of this package offers.

    Attributes:
        EXTENSIONS: what the names of its files end in.
    """

    EXTENSIONS: Sequence[str]

    def render(self, text: RichText) -> str:
        """Write text as markup for the middle of a line."""

    def heading(self, title: str, level: int) -> str:
        """Write a heading line; level 1 is the highest."""

    def entries(self, entries: Sequence[Entry], *, anchors: bool) -> list[str]:
        """Write each entry as a block; with `anchors`, `#ref-KEY` links to it."""

    def annotation(
        self, paragraphs: Sequence[RichText], options: BibliographyOptions
    ) -> str:
        """Write the annotation below an entry: indented by half an inch, and by one
        inch from the second paragraph on (APA 7, section 9.51).
        """

    def document(
        self, sections: Sequence[Section], options: BibliographyOptions
    ) -> str | bytes:
        """Write a list as a file of its own, formatted as its style says.

        Args:
            sections: the blocks that `entries` and `annotation` made.
            options: the style's spacing and indents.

        Returns:
            Text, or bytes where the format is not text.
        """


def under_headings(
    sections: Sequence[Section], heading: Callable[[str, int], str]
) -> list[str]:
    """Return the blocks of all sections in a row, with headings between them.

    >>> sections = [Section(["a"]), Section(["b"], "Books", 2)]
    >>> under_headings(sections, lambda title, level: "#" * level + title)
    ['a', '##Books', 'b']
    """
    blocks: list[str] = []
    for section in sections:
        if section.title:
            blocks.append(heading(section.title, section.level))
        blocks += section.blocks
    return blocks


def split_margin(text: RichText) -> tuple[RichText, RichText] | None:
    """Split an entry into its first field, which is set in the margin, and the rest;
    return None if the style has no such field (CSL 1.0.2, `second-field-align`).

    >>> number = RichText.of("[1]").marked(Mark("display", "left-margin"))
    >>> [part.plain for part in split_margin(number + RichText.of("Doe"))]
    ['[1]', 'Doe']
    """
    first = text.nodes[0] if text.nodes else ""
    if isinstance(first, Marked) and first.mark == Mark("display", "left-margin"):
        return first.content, RichText(text.nodes[1:])
    return None


#: Characters with the same marks, the outermost mark first.
Run = tuple[str, tuple[Mark, ...]]


def marked_runs(text: RichText, marks: tuple[Mark, ...] = ()) -> Iterator[Run]:
    """Yield runs of text with the same marks, besides `marks`.

    A mark ends an outer one of the same name, and italic within italic is upright (CSL's
    flip-flop).
    """
    for node in text.nodes:
        if isinstance(node, str):
            yield node, marks
        else:
            outer = tuple(mark for mark in marks if mark.name != node.mark.name)
            inner = outer if node.mark.value in _NEUTRAL else (*outer, node.mark)
            yield from marked_runs(node.content, inner)


def one_line(text: str) -> str:
    r"""Replace line endings by spaces, and remove control characters.

    >>> one_line("a\r\n\x00b")
    'a b'
    """
    return _CONTROL.sub("", _LINE_ENDS.sub(" ", text))


def outputs() -> tuple[str, ...]:
    """Return the names of all outputs."""
    return tuple(names_in(__name__))


def output_names() -> dict[str, str]:
    """Return the outputs by the names that people use: `text` is plain text."""
    return {name.removeprefix("plain_"): name for name in outputs()}


def output_of(extension: str) -> str | None:
    """Return the name of the output whose files have this extension, such as `.tex`."""
    for name in outputs():
        if extension.lower() in load_output(name).EXTENSIONS:
            return name
    return None


@cache  # for every citation: to list the folder takes 0.1 ms
def load_output(name: str) -> Output:
    """Import the output of that name.

    Raises:
        LoccitError: the name is not one of `outputs()`.
    """
    if name not in outputs():
        known = ", ".join(outputs())
        raise LoccitError(f"There is no output `{name}`.", advice=f"Known: {known}.")
    return cast(Output, import_module(f"{__name__}.{name}"))
