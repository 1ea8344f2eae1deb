"""RichText: text with marks, what the CSL processor makes and `output/` turns into
markup.
"""

from __future__ import annotations

from typing import Literal

from loccit._startup.dataclass import dataclass

MarkName = Literal[
    "font-style",  # normal italic oblique
    "font-variant",  # normal small-caps
    "font-weight",  # normal bold light
    "text-decoration",  # none underline
    "vertical-align",  # baseline sup sub
    "display",  # block left-margin right-inline indent
    "link",  # an address, or "#" and an anchor of the same document
    "code",  # verbatim text; no value
    "math",  # TeX; the value is "inline" or "display"
    "raw",  # markup that is written unchanged; the value names its output
]


@dataclass(frozen=True, slots=True)
class Mark:
    """One property of a stretch of text: CSL's formatting attributes and values under
    their own names.

    >>> Mark("font-style", "italic")
    Mark(name='font-style', value='italic')
    """

    name: MarkName
    value: str = ""


_SUPERSCRIPT = Mark("vertical-align", "sup")


@dataclass(frozen=True, slots=True)
class Marked:
    """Text under one mark."""

    mark: Mark
    content: RichText


@dataclass(frozen=True, slots=True)
class RichText:
    """A sequence of plain strings and marked texts.  Strings are characters, never
    markup.

    >>> title = RichText(("The ", Marked(Mark("font-style", "italic"), RichText(("Crisis",)))))
    >>> title.plain
    'The Crisis'
    """

    nodes: tuple[str | Marked, ...] = ()

    @classmethod
    def of(cls, text: str) -> RichText:
        """Make text without marks."""
        return cls((text,) if text else ())

    def __bool__(self) -> bool:
        return bool(self.nodes)

    def __add__(self, other: RichText) -> RichText:
        return RichText(self.nodes + other.nodes)

    @property
    def plain(self) -> str:
        """The characters without marks."""
        return "".join(
            node if isinstance(node, str) else node.content.plain for node in self.nodes
        )

    @property
    def begins_raised(self) -> bool:
        """Whether it begins with superscript."""
        return bool(self.nodes) and _begins_raised(self.nodes[0])

    def marked(self, mark: Mark) -> RichText:
        """Return this text under one more mark."""
        return RichText((Marked(mark, self),)) if self.nodes else self


def _begins_raised(node: str | Marked) -> bool:
    if isinstance(node, str):
        return False
    return node.mark == _SUPERSCRIPT or node.content.begins_raised
