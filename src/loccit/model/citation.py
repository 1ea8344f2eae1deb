"""A citation in an essay: one cluster in the text, with one or more cites."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit.model.rich_text import RichText
from loccit.model.span import Span

CiteMode = Literal[
    "parenthetical", "narrative", "author-only", "suppress-author", "locator-only"
]


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in the source: `label` is one of the CSL locator terms (`page`, `chapter`
    ...), `value` the rest.

    The value stands as it was typed ("46-47, 50"); how a range is printed is the
    style's affair.
    """

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Cite:
    """One source in a citation.  Prefix and suffix keep the spaces that part them from
    the cite's own text.

    A `secondary` source is what the work before it was read in, "as cited in" (APA 7,
    section 8.6); of the two only this one is listed.  `span` is where the key stands in
    the essay, with its signs: `-@doe99`, `@{doe 99}`.
    """

    key: str
    mode: CiteMode = "parenthetical"
    prefix: RichText = RichText()
    suffix: RichText = RichText()
    locator: Locator | None = None
    secondary: bool = False
    span: Span = field(default=Span(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Citation:
    """One cluster: where it stands in the essay, and what it cites.

    Attributes:
        cites: its sources.
        mode: how the whole is set; `narrative` puts the first cite's author in the sentence and the rest in brackets,
            `locator-only` is a page alone, of the source that was cited last in a sentence; several cites are those
            that it may be of.
        span: where it stands, with `source` its characters.
        note: the number of the footnote it stands in, 0 in the running text.
        own_note: whether that footnote is there for this citation alone, whose place in the text gets a mark.
        note_span: `span` with the white space before it and the punctuation after it, behind which a mark would go.
        begins: whether it begins a sentence, or a footnote.
        ends: whether it ends one.
        in_fixed_width_table: whether it stands in a table whose cells are known by their place in a line, so that
            what is put there moves those behind it.
        paragraph: the number of the paragraph it stands in, from 1.
        possessive: what follows the author in the sentence, as `'s`.
    """

    cites: tuple[Cite, ...]
    mode: CiteMode = "parenthetical"
    span: Span = Span(0, 0)
    source: str = ""
    note: int = 0
    own_note: bool = False
    note_span: Span = Span(0, 0)
    begins: bool = True
    ends: bool = True
    in_fixed_width_table: bool = False
    paragraph: int = 0
    possessive: str = ""

    @property
    def is_ambiguous(self) -> bool:
        """Whether it is a page alone of which it is not plain what it is a page of."""
        return self.mode == "locator-only" and len(self.cites) > 1

    @property
    def listed_cites(self) -> tuple[Cite, ...]:
        """The cites of works that were read: not those that are known through the one
        behind them.

        >>> [cite.key for cite in Citation((Cite("rabin"), Cite("lyon", secondary=True))).listed_cites]
        ['lyon']
        """
        following = (*self.cites, Cite(""))[1:]
        return tuple(
            cite
            for cite, after in zip(self.cites, following, strict=True)
            if not after.secondary
        )
