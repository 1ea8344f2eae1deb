"""Find what the paragraphs of a package cite: by key, and live."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from loccit._startup.dataclass import dataclass
from loccit.essays.live_citations import Record
from loccit.essays.packages.live_places import FindPlace, LivePlace, LiveReader
from loccit.essays.packages.story import LiveField, StoryParagraph, is_partly_inserted
from loccit.essays.syntax.bare_locators import bind_pages
from loccit.essays.syntax.build import CitationBuilder
from loccit.essays.syntax.plain_inlines import PlainInlines
from loccit.essays.syntax.quotes import with_curly_quotes
from loccit.model import Citation, Problem, RichText, Span


@dataclass(frozen=True, slots=True)
class Cited:
    """What an essay cites.

    Attributes:
        shown: the paragraphs of the essay.
        records: the sources that live citations carry, by the keys of their cites.
        live: the live citations of each paragraph, in the order of `shown`.
        problems: what was noticed: codes that are damaged or left over.
    """

    shown: Sequence[StoryParagraph]
    records: Mapping[str, Record]
    live: Sequence[Sequence[LivePlace]]
    problems: Sequence[Problem]

    def citations(self, words: Mapping[str, str]) -> list[Citation]:
        """Return every citation; each page alone has the source that it is of."""
        found = [[*self._in(number, words)] for number in range(1, len(self.shown) + 1)]
        return [*bind_pages(found, _Between(self.shown))]

    @property
    def programs(self) -> set[str]:
        """The programs that keep citations."""
        return {each.citation.program for places in self.live for each in places}

    def field_of(self, citation: Citation, number: int) -> LiveField | None:
        """Return where a live citation is kept, in the paragraph of a number from 1;
        None if it is nothing but text.
        """
        mapped = self.shown[number - 1].paragraph.mapped
        end = mapped.position(citation.span.end)
        for each in self.live[number - 1]:
            start = mapped.position(citation.span.start)
            if start <= each.field.start < max(end, start + 1):
                return None if each.field.is_text else each.field
        return None

    def kept(self, citation: Citation, number: int) -> str:
        """Return why a citation can't be replaced; "" if it can.

        Args:
            citation: the citation, with keys, typed or live.
            number: the number of its paragraph, from 1.
        """
        paragraph = self.shown[number - 1]
        if paragraph.obstacle:
            return paragraph.obstacle
        if paragraph.in_list:
            return "It is in the list of sources that a program keeps."
        for each in self.live[number - 1]:
            if each.citation.span == citation.span and citation.program:
                return each.kept
        return _typed_obstacle(citation.span, paragraph)

    def _in(self, number: int, words: Mapping[str, str]) -> Iterator[Citation]:
        """Yield the citations of a paragraph, in order."""
        paragraph = self.shown[number - 1]
        live = [each.citation for each in self.live[number - 1]]
        if paragraph.in_list:  # whose entries are not cited but listed
            yield from live
            return
        by_key = [
            citation
            for start, citation in _with_keys(paragraph, number, words)
            if not _is_in_field(paragraph, start, start + 1)
        ]
        yield from sorted([*by_key, *live], key=_place)


@dataclass(frozen=True, slots=True)
class _Between:
    """What is between two citations (`loccit.essays.syntax.bare_locators`)."""

    shown: Sequence[StoryParagraph]

    def text_between(self, first: Citation, second: Citation) -> str:
        mapped = self.shown[first.context.paragraph - 1].paragraph.mapped
        start, end = mapped.position(first.span.end), mapped.position(second.span.start)
        return mapped.text[start:end]

    def is_quoted_below(self, first: Citation, second: Citation) -> bool:
        here, below = first.context.paragraph, second.context.paragraph
        return below == here + 1 and self.shown[below - 1].paragraph.is_quoted


def read_cited(shown: Sequence[StoryParagraph], place: FindPlace) -> Cited:
    """Read the live citations of paragraphs."""
    reader = LiveReader(place)
    live = [[*reader.read(each, number)] for number, each in enumerate(shown, 1)]
    return Cited(shown, reader.records, live, reader.problems)


def _place(citation: Citation) -> Span:
    return citation.span


def _is_in_field(paragraph: StoryParagraph, start: int, end: int) -> bool:
    """Return whether some of these characters are what a program keeps."""
    return any(
        each.start < end and start < each.end
        for each in paragraph.fields
        if each.what != "list"
    )


def _typed_obstacle(span: Span, paragraph: StoryParagraph) -> str:
    """Return why something typed can't be replaced; "" if it can."""
    mapped = paragraph.paragraph.mapped
    start, end = mapped.position(span.start), mapped.position(span.end)
    if _is_in_field(paragraph, start, end):
        return "It is in the field of a program."
    if is_partly_inserted(paragraph.runs, start, end):
        return "Changes are tracked in it; accept or reject them."
    return ""


def _with_keys(
    paragraph: StoryParagraph, number: int, words: Mapping[str, str]
) -> Iterator[tuple[int, Citation]]:
    """Yield the citations with keys, each with where it begins in the text."""
    mapped = paragraph.paragraph.mapped
    if "@" not in mapped.text:
        return
    builder = CitationBuilder(
        mapped, words, lambda start, end: _affix(mapped.text[start:end]), number
    )
    for step in PlainInlines(mapped.text, 0, len(mapped.text)).run():
        if step.citation:
            found = builder.build(step.citation, 0, len(mapped.text), paragraph.note)
            for citation in found:
                yield step.start, citation


def _affix(text: str) -> RichText:
    return RichText.of(with_curly_quotes(text.replace("\n", " ")))
