"""What is found in a document: runs of text that may cite, the blocks on its top level,
the labels it defines.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit.essays.formats.markdown.block_context import BlockContext
from loccit.essays.formats.markdown.defined_labels import DefinedLabels
from loccit.essays.mapped_text import MappedText


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text, `mapped.text[start:end]`; `note` is the label of the footnote it
    belongs to, `in_fixed_width_table` whether it is a cell of a table that is known by where it
    stands in its lines.
    """

    mapped: MappedText
    start: int
    end: int
    context: BlockContext
    note: str = ""
    in_fixed_width_table: bool = False


BlockKind = Literal[
    "heading", "paragraph", "item", "note", "definition", "open", "close", "other"
]


@dataclass(frozen=True, slots=True)
class Block:
    """A block that lies in no other but fenced divs and HTML elements,
    `text[start:end]` of the document's mapped.
    """

    kind: BlockKind
    start: int
    end: int


@dataclass(slots=True)
class Document:
    """What the blocks of a document are found to hold."""

    mapped: MappedText
    runs: list[Run] = field(default_factory=list)
    labels: DefinedLabels = field(default_factory=DefinedLabels)
    blocks: list[Block] = field(default_factory=list)
