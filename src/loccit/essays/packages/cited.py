"""Find what the paragraphs of a package cite: by key, as typed, and live."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from loccit._startup.dataclass import dataclass
from loccit.essays.live_citations import BrokenCode, LiveCite, Record, read
from loccit.essays.packages.story import LiveField, StoryParagraph
from loccit.essays.syntax.bare_locators import bind_pages
from loccit.essays.syntax.build import CitationBuilder
from loccit.essays.syntax.citation_context import Surroundings
from loccit.essays.syntax.plain_inlines import PlainInlines
from loccit.essays.syntax.quotes import with_curly_quotes
from loccit.model import Citation, Cite, Locator, Place, Problem, RichText, Span

#: Returns the place of a character in a part.
FindPlace: TypeAlias = Callable[[int, str], Place]


@dataclass(frozen=True, slots=True)
class LivePlace:
    """A live citation with the paragraph that it is in.

    Attributes:
        kept: why it stays as it is; "" if it may be replaced.
    """

    field: LiveField
    paragraph: StoryParagraph
    citation: Citation
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Cited:
    """What an essay cites.

    Attributes:
        records: the sources that live citations carry, by the keys of their cites.
        live: the live citations by part and start.
        broken: what is said about those whose code is damaged.
    """

    records: Mapping[str, Record]
    live: Mapping[tuple[str, int], LivePlace]
    shown: Sequence[StoryParagraph]
    place: FindPlace
    broken: Sequence[Problem] = ()

    def citations(self, words: Mapping[str, str]) -> list[Citation]:
        """Return every citation; each page alone has the source that it is of."""
        found = [
            [*self._in(paragraph, number, words)]
            for number, paragraph in enumerate(self.shown, 1)
        ]
        return [*bind_pages(found, _Between(self.shown))]

    def obstacle(self, citation: Citation) -> Problem | None:
        """Return why a citation can't be replaced, if it can't."""
        found = self.live.get((citation.part, citation.span.start))
        if found is None or not found.kept:
            return None
        place = self.place(citation.span.start, citation.part)
        return Problem("live-citation-kept", found.kept, place)

    def _in(
        self, paragraph: StoryParagraph, number: int, words: Mapping[str, str]
    ) -> Iterator[Citation]:
        """Yield the citations of a paragraph, in order."""
        part = paragraph.paragraph.part
        live = [
            found
            for field in paragraph.fields
            if (found := self.live.get((part, _span(paragraph, field).start)))
        ]
        taken = [(each.field.start, each.field.end) for each in live]
        by_key = [
            citation
            for start, citation in _with_keys(paragraph, number, words)
            if not any(first <= start < last for first, last in taken)
        ]
        citations = [*by_key, *(each.citation for each in live)]
        yield from sorted(citations, key=lambda citation: citation.span)


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
    records: dict[str, Record] = {}
    live: dict[tuple[str, int], LivePlace] = {}
    broken: list[Problem] = []
    for number, paragraph in enumerate(shown, 1):
        for field in paragraph.fields:
            if field.what != "citation":
                continue
            try:
                found = _live(field, paragraph, number, records)
            except BrokenCode as error:
                start = _span(paragraph, field).start
                broken.append(_broken(error, place(start, paragraph.paragraph.part)))
            else:
                live[found.citation.part, found.citation.span.start] = found
    return Cited(records, live, shown, place, tuple(broken))


def _broken(error: BrokenCode, place: Place) -> Problem:
    return Problem(
        "broken-live-citation",
        f"A program keeps a citation here. {error} It stays as it is.",
        place,
        advice="Cite the source again in that program, or type its key.",
    )


def _live(
    field: LiveField,
    paragraph: StoryParagraph,
    number: int,
    records: dict[str, Record],
) -> LivePlace:
    """Read a live citation, and keep the records of its sources."""
    read_code = read(field.code)
    mapped = paragraph.paragraph.mapped
    text = mapped.text[field.start : field.end]
    cites = []
    for cite in read_code.cites:
        key = f"record {len(records) + 1}"  # no key that anybody types
        records[key] = cite.record
        cites.append(_cite(cite, key))
    around = Surroundings(
        mapped, 0, len(mapped.text), field.start, field.end, False, None
    )
    citation = Citation(
        tuple(cites),
        "parenthetical",
        _span(paragraph, field),
        text,
        mapped.part,
        field.note,
        program=read_code.program,
        context=around.context(number),
    )
    kept = field.obstacle or read_code.kept or _edited(text, read_code.printed)
    return LivePlace(field, paragraph, citation, kept)


def _edited(text: str, printed: str | None) -> str:
    """Return what to say if somebody changed the text that a program wrote."""
    if printed is None or _plain(printed) == _plain(text):
        return ""
    return f"Somebody edited this citation by hand; it was `{printed}`."


def _plain(text: str) -> str:
    return " ".join(text.split())


def _cite(cite: LiveCite, key: str) -> Cite:
    locator = Locator(cite.label or "page", cite.locator) if cite.locator else None
    prefix, suffix = cite.prefix, cite.suffix
    return Cite(key, cite.mode, RichText.of(prefix), RichText.of(suffix), locator)


def _span(paragraph: StoryParagraph, field: LiveField) -> Span:
    return paragraph.paragraph.span(field.start, field.end)


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
