"""A citation in an essay: one cluster in the text, with one or more cites."""

from __future__ import annotations

from typing import Literal

from loccit._startup.dataclass import dataclass, field
from loccit.model.rich_text import RichText
from loccit.model.span import Span

CiteMode = Literal[
    "parenthetical", "narrative", "author-only", "suppress-author", "locator-only"
]

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in the source.

    Attributes:
        label: one of the CSL locator terms (`page`, `chapter` ...).
        value: the rest as it was typed ("46-47, 50"); the style says how to print it.
    """

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Cite:
    """One source in a citation.

    Attributes:
        prefix, suffix: the text around the cite, with the spaces between.
        secondary: whether the work before it was read in this one, "as cited in" (APA
            7, section 8.6); of the two only this one is listed.
        span: the place of the key in the essay, with its signs: `-@doe99`, `@{doe 99}`.
    """

    key: str
    mode: CiteMode = "parenthetical"
    prefix: RichText = RichText()
    suffix: RichText = RichText()
    locator: Locator | None = None
    secondary: bool = False
    span: Span = field(default=_NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Possessive:
    """What directly follows an author's key, `'s`, and where it ends."""

    text: str
    end: int


@dataclass(frozen=True, slots=True)
class CitationContext:
    """What surrounds a citation.

    Attributes:
        begins: whether the citation begins a sentence, or a footnote.
        author_begins: whether the author of a narrative citation begins a sentence.
        ends: whether it ends one.
        paragraph: the number of its paragraph, from 1.
        own_note: whether it has a footnote for itself.
        note_span: the citation with the white space before it and the punctuation after
            it, where the mark of a footnote would go.
        punctuation: the characters between the citation and such a mark.
        adjoins: whether only white space separates it from the citation before it.
        quotation_end: the closing marks of a quotation that ends where `note_span`
            begins, after a comma if it ends with one.
        follows_stop: whether it begins after a full stop, a question mark or an
            exclamation mark, perhaps in a quotation.
        follows_superscript: whether it begins after raised text.
        full_stop: the place of the full stop after the citation; no other character
            comes between, though emphasis may close.
        possessive: the possessive after the citation.
        in_fixed_width_table: whether it is in a table whose cells are known by their
            place in a line, so that a replacement of another width moves others.
        semicolons: the places of semicolons that separate words from their cite, as in
            `[@doe; p. 3]`.
    """

    begins: bool = True
    author_begins: bool = False
    ends: bool = True
    paragraph: int = 0
    own_note: bool = False
    note_span: Span = _NOWHERE
    punctuation: str = ""
    adjoins: bool = False
    quotation_end: str = ""
    follows_stop: bool = False
    follows_superscript: bool = False
    full_stop: Span | None = None
    possessive: Possessive | None = None
    in_fixed_width_table: bool = False
    semicolons: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """One cluster: its place in the essay, and what it cites.

    Attributes:
        cites: its sources.
        mode: how the whole is set; `narrative` puts the first cite's author in the
            sentence and the rest in brackets, `locator-only` is a page alone, of the
            source that was cited last in a sentence; several cites are those that it
            may be of.
        span: its place, with `source` its characters.
        source: its characters.
        part: the part of the essay that its spans count in.
        note: the number of the footnote it is in, 0 in the running text.
        possessive: what follows the author in the sentence, as `'s`.
        typed: whether it is typed by hand, without keys.
        program: the program that keeps it in the document, with its data: `zotero`;
            "" for one that is typed.
        is_bare: whether it is printed without the brackets that the style puts around
            it.
        context: what surrounds it.
    """

    cites: tuple[Cite, ...]
    mode: CiteMode = "parenthetical"
    span: Span = _NOWHERE
    source: str = ""
    part: str = ""
    note: int = 0
    possessive: str = ""
    typed: bool = False
    program: str = ""
    is_bare: bool = False
    context: CitationContext = CitationContext()

    @property
    def is_ambiguous(self) -> bool:
        """Whether it is a page alone that may be of several sources."""
        return self.mode == "locator-only" and len(self.cites) > 1

    @property
    def listed_cites(self) -> tuple[Cite, ...]:
        """The cites of works to list: without those that were read in the next one.

        >>> both = Cite("rabin"), Cite("lyon", secondary=True)
        >>> [cite.key for cite in Citation(both).listed_cites]
        ['lyon']
        """
        following = (*self.cites, Cite(""))[1:]
        return tuple(
            cite
            for cite, after in zip(self.cites, following, strict=True)
            if not after.secondary
        )
