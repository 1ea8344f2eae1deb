"""RichText to plain text: the characters, with blocks on lines of their own."""

from __future__ import annotations

from collections.abc import Sequence

from loccit.model import BibliographyOptions, RichText
from loccit.output import Entry, Section, under_headings

EXTENSIONS = (".txt",)


def render(text: RichText) -> str:
    """`text` without its marks.

    >>> from loccit.model import Mark
    >>> render(RichText.of("The Crisis").marked(Mark("font-style", "italic")))
    'The Crisis'
    """
    pieces: list[str] = []
    _collect(text, pieces)
    return "".join(pieces)


def heading(title: str, level: int) -> str:
    """A heading line."""
    return title


def entries(entries: Sequence[Entry], *, anchors: bool) -> list[str]:
    """The entries, a paragraph each; plain text has no anchors."""
    return [render(entry.text).strip() for entry in entries]


def annotation(paragraphs: Sequence[RichText], options: BibliographyOptions) -> str:
    """What is said of an entry, lines that are indented."""
    return "\n\n".join(f"    {render(text).strip()}" for text in paragraphs)


def document(sections: Sequence[Section], options: BibliographyOptions) -> str:
    """A list on its own: the entries with blank lines between them."""
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
        # CSL 1.0.2, "display": the left margin stands beside what is set right of it
        if display == "left-margin" and pieces and not pieces[-1].endswith(" "):
            pieces.append(" ")
        elif display == "block":
            pieces.append("\n")
