"""The document model: what a format makes of an essay, and how results go back in.

The rest of the program knows what is cited and what the result says; a format knows how
its files are written.  So `open` of a format (see `loccit.essays.formats`) returns a
`Document`, which reads citations, footnotes and the reference list, and makes the edits
that put results back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit.errors import InvalidSettings
from loccit.essays.key_citation import KeyCitation
from loccit.essays.paragraph import Paragraph
from loccit.model import Citation, Edit, Place, Problem, RichText, Span
from loccit.output import Entry, Output

if TYPE_CHECKING:  # essays without live citations start faster without these
    from loccit.essays.live_citations import Record
    from loccit.essays.live_citations.live_writing import LiveWriting, WrittenProgram


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The settings of an essay, from the block at its top and those further down.

    Attributes:
        spans: the places of the blocks in the text, fences included.
        values: the settings by name; empty where they can't be read.
        error: why they can't be read.
    """

    spans: tuple[Span, ...]
    values: Mapping[str, object]
    error: InvalidSettings | None = None


class KeyPlace(NamedTuple):
    """A key, and where it is typed, with its signs."""

    span: Span
    key: str
    part: str = ""


class NoteReference(NamedTuple):
    """Where a footnote is first referred to; the end of the essay, if it never is."""

    offset: int
    part: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """An essay's footnotes, numbered from 1 as readers will see them.

    Attributes:
        references: where each is first referred to, by number.
        labels: the labels in use; no new footnote may take one of them.
    """

    references: tuple[NoteReference, ...] = ()
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The place of the reference list.

    Attributes:
        kind: `heading` for a section of its own at the end of the essay, `div` inside
            `::: {#refs}` or `<div id="refs">`, `none` where a new heading has to be put
            at the end.
        span: where entries are or go: what is under that heading or in that div,
            without the blank space around it; empty where there are none yet.
        start: where the section of the list begins, heading included; what comes
            before the list goes there.
        entries: the paragraphs or list items already there, each without the blank
            space around it.
        level: the level of a new heading, that of the essay's sections; 1 is the
            highest.
        part: the part of the essay that it is in.
        problems: what would keep readers from seeing a list there.
        command: the place of a command that would print the list, which replaces it.
    """

    kind: Literal["heading", "div", "none"]
    span: Span
    start: int
    entries: tuple[Span, ...] = ()
    level: int = 1
    part: str = ""
    problems: tuple[Problem, ...] = ()
    command: Span | None = None


class EntryStretch(NamedTuple):
    """Entries of a typed list with nothing between them but blank space, and the
    bullets, numbers or anchors of entries.

    Attributes:
        span: from the bullet of the first to the end of the last.
        entries: their numbers in the list, from 0.
    """

    span: Span
    entries: range
    part: str = ""


@dataclass(frozen=True, slots=True)
class NewNote:
    """A footnote to add in the place of a citation.

    Attributes:
        citation: the citation; its `note` is the number that readers will see.
        text: what the footnote says.
        author: the author who stays in the sentence, before the mark.
        punctuation: the punctuation between these two.
        in_quotation: whether the first sign of that goes into the quotation before it.
    """

    citation: Citation
    text: RichText
    author: RichText = RichText()
    punctuation: str = ""
    in_quotation: bool = False


@dataclass(frozen=True, slots=True)
class ListChange:
    """The edits that complete a reference list.

    Attributes:
        edits: none where every entry is there.
        missing: the keys of those that were not there.
        others: how many entries of the list are not among the new ones.
    """

    edits: list[Edit]
    others: int = 0
    missing: frozenset[str] = frozenset()


class Document(Protocol):
    """An essay as its format reads it.

    Spans count the characters of a part.  A text format has one part, "", which is the
    text; a format that is an archive has one for each file in it, by the file's name.

    Attributes:
        data: the bytes of the whole file.
        text: its characters; of a format with several parts, those of its paragraphs.
        searchable: what is searched for a key or a typed citation before the essay is
            read: `text`, and without markup where that may be amid a word.
        parts: the characters of each part, which spans count.
        markup: the `loccit.output` module that writes what is put back, unless another
            one is asked for.
        paragraphs: every paragraph, heading, list item, table cell and footnote as
            readers see it, without markup.
        typed_paragraphs: the same, with blanks in the place of what programs keep in
            them.
        front_matter: its settings, if there are any.
        notes: the footnotes that it has.
        problems: what was noticed on reading.
        included: the files that its own file includes, absolute.
        records: the sources that its live citations carry, by the keys of their cites.
        own_program: the program whose live citations new ones join, if there is one.
    """

    @property
    def data(self) -> bytes: ...
    @property
    def text(self) -> str: ...
    @property
    def searchable(self) -> str: ...
    @property
    def parts(self) -> Mapping[str, str]: ...
    @property
    def markup(self) -> str: ...
    @property
    def paragraphs(self) -> Sequence[Paragraph]: ...
    @property
    def typed_paragraphs(self) -> Sequence[Paragraph]: ...
    @property
    def front_matter(self) -> FrontMatter | None: ...
    @property
    def notes(self) -> Notes: ...
    @property
    def problems(self) -> Sequence[Problem]: ...
    @property
    def included(self) -> Sequence[Path]: ...
    @property
    def records(self) -> Mapping[str, Record]: ...
    @property
    def own_program(self) -> WrittenProgram | None: ...

    def characters(self, span: Span, part: str = "") -> str:
        """Return the characters of a span: of a text as they are typed, of a format with
        several parts as readers see them.
        """

    def place(self, offset: int, part: str = "") -> Place:
        """Return the place of a character, as messages name it."""

    def citations(self, locator_words: Mapping[str, str]) -> Sequence[Citation]:
        """Find every citation, in document order.

        Args:
            locator_words: casefolded word or abbreviation (`pp.`) to CSL locator term.
        """

    def in_sentences(self, citations: Sequence[Citation]) -> Sequence[Citation]:
        """Return citations as a style has them that has no footnotes: those that note
        styles put into footnotes are where their marks are.
        """

    def nocited(self) -> Sequence[KeyPlace]:
        """Return the keys of the sources to list without citing them."""

    def key_citations(self, citation: KeyCitation) -> Sequence[str]:
        """Return ways to write a citation, the best first; none if it has no syntax."""

    def typed(self, span: Span, part: str, text: str) -> Edit | None:
        """Type text in the place of a span, in the format's own syntax; None if nothing
        can be typed there.
        """

    def with_key(self, place: KeyPlace, new: str) -> Edit | None:
        """Type another key in the place of one; None if it can't be typed there."""

    def reference_list(self, headings: Collection[str]) -> ReferenceList:
        """Find where the reference list is or goes.

        Args:
            headings: what its heading may say, casefolded.
        """

    def writing(self, live: LiveWriting) -> Document:
        """Return the document, ready to write live citations; a text has none."""

    def live_edits(self, citations: Sequence[Citation]) -> list[Edit]:
        """Write what a program keeps of a document besides its citations: preferences,
        a list of sources.

        Args:
            citations: those that are replaced.
        """

    def keep_list(
        self, references: ReferenceList, uncited: Sequence[str]
    ) -> list[Edit]:
        """Make the reference list one that a program keeps, or text, as live citations
        are written.

        Args:
            references: the list.
            uncited: the keys of sources that are listed, although nothing cites them.
        """

    def obstacle(self, citation: Citation) -> Problem | None:
        """Return why a citation can't be replaced, if it can't."""

    def replace(
        self,
        citation: Citation,
        text: RichText,
        output: Output,
        *,
        drop_full_stop: bool = False,
    ) -> list[Edit]:
        """Put a text in the place of a citation.

        Args:
            citation: a citation of this document.
            text: what it says.
            output: writes the text as markup.
            drop_full_stop: remove the full stop that directly follows.
        """

    def add_notes(
        self,
        notes: Sequence[NewNote],
        references: ReferenceList,
        title: str,
        output: Output,
    ) -> list[Edit]:
        """Make footnotes of citations.

        Args:
            notes: the footnotes, in document order.
            references: the place of the reference list, which they may have to precede.
            title: heads the notes in a format that lists them in a section.
            output: writes their texts as markup.
        """

    def add_entries(
        self,
        entries: Sequence[Entry],
        references: ReferenceList,
        title: str,
        output: Output,
        *,
        anchors: bool,
        others: Sequence[Edit] = (),
    ) -> ListChange:
        """Add entries to the reference list, except those that it has.

        Args:
            entries: all entries, in list order.
            references: the place of the list.
            title: heads a new list.
            output: writes the entries as markup.
            anchors: give each an anchor that citations link to.
            others: edits made already; some may put text in the same place.
        """

    def entry_stretches(
        self, entries: Sequence[Span], part: str = ""
    ) -> list[EntryStretch]:
        """Group the entries of a typed list by what is between them.

        Args:
            entries: the places of the entries, in order.
            part: the part that they are in.
        """

    def replace_stretch(
        self,
        stretch: EntryStretch,
        blocks: Sequence[Entry | Span],
        output: Output,
        *,
        anchors: bool,
        others: Sequence[Edit] = (),
    ) -> list[Edit]:
        """Put entries in the place of others; no edits where they are there already.

        Args:
            stretch: the entries that are there.
            blocks: new ones, and the places of those that stay as they are typed.
            output: writes the new ones as markup.
            anchors: give each an anchor that citations link to.
            others: edits made already, of the citations among them.
        """

    def warnings(
        self, citations: Iterable[Citation], edits: Sequence[Edit]
    ) -> Iterator[Problem]:
        """Yield what the writer should know of edits that replace citations."""

    def preparations(self, edits: Iterable[Edit]) -> Sequence[Edit]:
        """Return the edits in other places that edits need: styles, relationships."""

    def with_edits(self, edits: Iterable[Edit]) -> Document:
        """Return the document with edits and their preparations made; all that lies
        outside their spans is as it was.

        Raises:
            ValueError: the edits overlap.
            UnwritableFile: the essay's encoding lacks a character of an edit.
        """
