"""An essay as rules see it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from loccit import csl
from loccit.bibliography import Library
from loccit.essays import Essay
from loccit.essays.paragraph import Paragraph
from loccit.lint.checked.citations.citation import CheckedCitation, by_key, with_keys
from loccit.lint.checked.citations.cite_words import CiteWords, words_of
from loccit.lint.checked.citations.place_words import PlaceWords, places_in
from loccit.lint.checked.citations.printed_citation import PrintedWorks
from loccit.lint.checked.citations.quoted_citations import quoted_citations
from loccit.lint.checked.editable_essay import EditableEssay
from loccit.lint.checked.entries.cross_check import CrossCheck, lists_more
from loccit.lint.checked.entries.entry import CheckedEntry
from loccit.lint.checked.entries.named_in_text import NamedInText
from loccit.lint.checked.entries.numbers_beyond_list import numbers_beyond_list
from loccit.lint.checked.entries.ordinary import is_ordinary
from loccit.lint.checked.places import Places
from loccit.lint.checked.quotations.quotation import Quotation
from loccit.model import Citation, RichText, Source
from loccit.recognize import (
    Recognized,
    TypedCitation,
    TypedCite,
    TypedList,
    recognize,
)

_APA = "apa"


class CheckedEssay(EditableEssay):
    """An essay, what it cites and quotes, and its typed list.

    Attributes:
        essay: the essay.
        library: where keys are looked up.
        style: the style that it is to be in.
        lang: its language, as `de-DE`.
        sources: a folder with the files of sources, if quotations are looked up in them.
    """

    def __init__(
        self,
        essay: Essay,
        library: Library,
        style: csl.Style,
        lang: str = "en-US",
        citations: Sequence[Citation] = (),
        nocite: Collection[str] = (),
        sources: Path | None = None,
    ) -> None:
        """Read what an essay cites.

        Args:
            citations: those that are written by key or kept by a program, in document
                order.
            nocite: the keys of what is listed without a citation.
        """
        super().__init__(essay, citations)
        self.library = library
        self.style = style
        self.lang = lang
        self.sources = sources
        self._nocite = nocite

    @property
    def is_apa(self) -> bool:
        """Whether the style is APA, whose manual most rules are of."""
        return self.style.id == _APA

    @property
    def is_sorted(self) -> bool:
        """Whether the style sorts the list; one that numbers works does not."""
        layout = self.style.bibliography
        return layout is not None and bool(layout.sort_keys)

    @property
    def is_english(self) -> bool:
        """Whether words such as "and" and "pp." are those of its language."""
        return self.lang.startswith("en")

    @cached_property
    def _recognized(self) -> Recognized:
        return recognize(self.essay, self.library, as_printed=True)

    @cached_property
    def citations(self) -> Sequence[CheckedCitation]:
        """Its citations, in document order."""
        places = Places(self._cited)
        worded = [
            self._worded(each, places.at(each.part, each.span))
            for each in self._recognized.citations
        ]
        kept = [each for each in worded if each is not None]
        read = Places([each.read for each in kept])
        kept += [
            each
            for each in self._others()
            if not read.at(each.read.part, each.read.span)
        ]
        return sorted(kept, key=lambda each: (each.read.paragraph, each.start))

    def citations_in(self, paragraph: Paragraph) -> Sequence[CheckedCitation]:
        """Return the citations of a paragraph, in order."""
        return self._by_paragraph.get(self.index_of(paragraph), ())

    @cached_property
    def _by_paragraph(self) -> Mapping[int, Sequence[CheckedCitation]]:
        found: dict[int, list[CheckedCitation]] = {}
        for citation in self.citations:
            found.setdefault(citation.read.paragraph, []).append(citation)
        return found

    def _worded(
        self, read: TypedCitation, cited: Citation | None
    ) -> CheckedCitation | None:
        """Return a citation whose words were recognized; None for words of one that is
        written by key.
        """
        paragraph = self.paragraphs[read.paragraph]
        if cited is None:
            return CheckedCitation("typed", read, paragraph)
        if not cited.program:
            return None
        read = with_keys(read, cited, self.library)
        return CheckedCitation("live", read, paragraph)

    def _others(self) -> Iterator[CheckedCitation]:
        """Yield the citations that are written by key or kept by a program."""
        for citation in self._cited:
            index = self.index_at(citation.span.start, citation.part)
            if index is not None:
                yield by_key(citation, self.paragraphs[index], index)

    @property
    def worded(self) -> Iterator[CheckedCitation]:
        """Yield the citations whose words are in the essay."""
        return (each for each in self.citations if each.is_worded)

    @cached_property
    def cite_words(self) -> Sequence[CiteWords]:
        """The words of the cites whose words are in the essay, in document order; not
        of those that are quoted with the text around them.
        """
        quoted = quoted_citations(self.quotations, self.citations_in)
        return [
            words
            for citation in self.worded
            if id(citation) not in quoted
            for words in words_of(citation)
        ]

    @cached_property
    def place_words(self) -> Sequence[PlaceWords]:
        """The words of the places in works that these cites say."""
        return [place for words in self.cite_words for place in places_in(words)]

    @property
    def typed_list(self) -> TypedList | None:
        """Its typed list of sources, if it has one."""
        return self._recognized.list

    @cached_property
    def entries(self) -> Sequence[CheckedEntry]:
        """The entries of its typed list, in order."""
        entries = self.typed_list.entries if self.typed_list else ()
        return [CheckedEntry(number, each) for number, each in enumerate(entries)]

    @cached_property
    def ordinary_entries(self) -> Sequence[CheckedEntry]:
        """Those whose form rules on entries judge: not laws."""
        return [each for each in self.entries if is_ordinary(each)]

    @cached_property
    def quotations(self) -> Sequence[Quotation]:
        """What it quotes, in document order."""
        # Only rules on quotations need the finder.
        from loccit.lint.checked.quotations.find_quotations import find_quotations

        skipped = self.typed_list.paragraphs if self.typed_list else ()
        return [*find_quotations(self.paragraphs, self.citations, skipped)]

    @cached_property
    def cross_check(self) -> CrossCheck:
        """What its citations and its list say of each other."""
        listed = self.typed_list.paragraphs if self.typed_list else ()
        named = NamedInText(self.paragraphs, self.citations, self.entries, listed)
        more = lists_more(self.typed_list, self.essay.document.parts)
        beyond = numbers_beyond_list(
            self.paragraphs, self.citations, self.entries, listed
        )
        citations = [*self.citations, *beyond]
        citations.sort(key=lambda each: (each.read.paragraph, each.start))
        return CrossCheck(citations, self.entries, named, self._nocite, lists_more=more)

    def entry_of(self, cite: TypedCite) -> CheckedEntry | None:
        """Return the entry of the typed list that a cite is of, if it is exactly one."""
        if cite.entry is not None:
            return self.entries[cite.entry]
        return self._entry_by_key.get(cite.key) if cite.key else None

    @cached_property
    def _entry_by_key(self) -> Mapping[str, CheckedEntry]:
        return {each.read.key: each for each in self.entries if each.read.key}

    def source_of(self, cite: TypedCite) -> Source | None:
        """Return the source that a cite is of: that of the library, else what was read
        of its entry in the typed list.
        """
        if cite.key and (source := self.library.get(cite.key)):
            return source
        entry = self.entry_of(cite)
        return entry.source if entry else None

    def work_of(self, cite: TypedCite) -> str | None:
        """Return the key in `works` of the work that a cite is of; None if it is
        unknown.
        """
        entry = self.entry_of(cite)
        if entry:
            return entry.key
        return cite.key if cite.key and cite.key in self.library else None

    @cached_property
    def works(self) -> Mapping[str, Source]:
        """The sources that it lists or cites: those of its typed list by the keys of the
        entries, others by their own.
        """
        cites = [cite for citation in self.citations for cite in citation.cites]
        found = {each.key: each.source for each in self.entries}
        for cite in cites:
            key, source = self.work_of(cite), self.source_of(cite)
            if key and source:
                found.setdefault(key, source)
        return found

    @cached_property
    def in_print(self) -> PrintedWorks:
        """What the style prints for its works."""
        return PrintedWorks(self.style, self.lang, self.works)

    @cached_property
    def expected(self) -> Mapping[int, csl.PrintedEntry]:
        """What the style prints for the data of each entry of the typed list, with the
        parts of its variables, by its number, in the order in which the style sorts them.
        """
        numbers = {each.key: each.number for each in self.entries}
        printed = self.in_print.entries
        return {numbers[key]: each for key, each in printed.items() if key in numbers}

    @property
    def printed(self) -> Mapping[int, RichText]:
        """The texts of `expected`."""
        return {number: each.text for number, each in self.expected.items()}

    def names_in_print(self, cite: TypedCite) -> str:
        """Return the names of a cite as the style prints them in brackets, among all the
        works of the essay: "Ortiz & Lund"; "" if its work is unknown.
        """
        work = self.work_of(cite)
        printed = self.in_print.alone[work] if work else ""
        return printed.strip("()").rpartition(", ")[0]
