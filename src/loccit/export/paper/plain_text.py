"""Read a plain text as a tree: paragraphs, a title above them, the reference list."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from loccit._startup.regex import regex
from loccit.export.paper.nodes import attributes, para, words
from loccit.export.paper.pandoc import Node, Tree, read_tree
from loccit.formatting.formatted_essay import FormattedEssay
from loccit.output import Entry, markdown, plain_text

#: What is between two paragraphs.
_BLANK = regex(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)\s*")
#: The longest line that is taken for the title.
_LONGEST_TITLE = 100
_SENTENCE_ENDS = (".", ",", ";", ":", "!", "?")


def plain_tree(result: FormattedEssay, list_headings: Collection[str]) -> Tree:
    """Read a formatted plain text; entries of the list get their italics back.

    Args:
        result: the formatted essay.
        list_headings: what heads a reference list, casefolded.
    """
    tree = _read_entries(result.bibliography)
    rich = dict(zip(map(_printed, result.bibliography), tree.blocks, strict=True))
    text = result.text.strip("\ufeff \t\r\n")
    paragraphs = [each for each in _BLANK.split(text) if each]
    tree.blocks = [_block(each, list_headings, rich) for each in paragraphs]
    if paragraphs and _is_title(paragraphs[0]):
        tree.blocks[0] = _heading(paragraphs[0])
    return tree


def _read_entries(entries: Sequence[Entry]) -> Tree:
    """Read each entry as a paragraph."""
    return read_tree("\n\n".join(markdown.entries(entries, anchors=False)), "markdown")


def _printed(entry: Entry) -> str:
    return plain_text.render(entry.text).strip()


def _block(
    paragraph: str, list_headings: Collection[str], rich: Mapping[str, Node]
) -> Node:
    title = paragraph.strip().rstrip(":")
    if title.casefold() in list_headings:
        return _heading(title)
    return rich.get(paragraph.strip()) or para(words(paragraph))


def _heading(line: str) -> Node:
    return {"t": "Header", "c": [1, attributes(), words(line)]}


def _is_title(paragraph: str) -> bool:
    is_line = len(paragraph.splitlines()) == 1 and len(paragraph) <= _LONGEST_TITLE
    return is_line and not paragraph.rstrip().endswith(_SENTENCE_ENDS)
