"""Write RichText as plain text: the characters, with blocks on lines of their own."""

from __future__ import annotations

from collections.abc import Sequence

from loccit.model import BibliographyOptions, RichText
from loccit.output import Entry, Section, under_headings

EXTENSIONS = (".txt",)


def render(text: RichText) -> str:
    """Write text without its marks.

    >>> from loccit.model import Mark
    >>> render(RichText.of("The Crisis").marked(Mark("font-style", "italic")))
    'The Crisis'
    """
    pieces: list[str] = []
    _collect(text, pieces)
    return "".join(pieces)


def heading(title: str, level: int) -> str:
    """Write a heading line."""
    return title


def entries(entries: Sequence[Entry], *, anchors: bool) -> list[str]:
    """Write each entry as a paragraph; plain text has no anchors."""
    return [render(entry.text).strip() for entry in entries]


def annotation(paragraphs: Sequence[RichText], options: BibliographyOptions) -> str:
    """Write an annotation as indented lines."""
    return "\n\n".join(f"    {render(text).strip()}" for text in paragraphs)


def document(sections: Sequence[Section], options: BibliographyOptions) -> str:
    """Write a list as a file: the entries with blank lines between them."""
    return "\n\n".join(under_headings(sections, heading))


def _collect(text: RichText, pieces: list[str]) -> None:
    for node in text.nodes:
        if isinstance(node, str):
            pieces.append(node)
            continue
        display = node.mark.value if node.mark.name == "display" else ""
        if display in {"block", "indent"} and pieces and not pieces[-1].endswith("\n"):
            pieces.append("\n")
        _collect(node.content, pieces)
        # CSL 1.0.2, "display": the left margin is beside what follows on its right
        if display == "left-margin" and pieces and not pieces[-1].endswith(" "):
            pieces.append(" ")
        elif display == "block":
            pieces.append("\n")
