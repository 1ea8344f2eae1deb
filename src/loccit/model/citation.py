"""A citation in an essay: one cluster in the text, with one or more cites."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from loccit.model.rich_text import RichText
from loccit.model.span import Span

CiteMode = Literal["parenthetical", "narrative", "author-only", "suppress-author"]


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in the source: `label` is one of the CSL locator terms (`page`, `chapter` ...), `value` the rest.

    The value stands as it was typed ("46-47, 50"); how a range is printed is the style's affair.
    """

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Cite:
    """One source in a citation.  Prefix and suffix keep the spaces that part them from the cite's own text."""

    key: str
    mode: CiteMode = "parenthetical"
    prefix: RichText = RichText()
    suffix: RichText = RichText()
    locator: Locator | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """One cluster: where it stands in the essay (`span`, with `source` its characters), and what it cites.

    `mode` is how the whole is set; `narrative` puts the first cite's author in the sentence and the rest in brackets.
    `note` is the number of the footnote it stands in, 0 in the running text.
    """

    cites: tuple[Cite, ...]
    mode: CiteMode = "parenthetical"
    span: Span = Span(0, 0)
    source: str = ""
    note: int = 0
