"""Find typed citations: first everything that has the shape of one, then a judgement of
each.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence

from loccit._startup.regex import regex
from loccit.bibliography import Library
from loccit.essays.paragraph import Paragraph
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge import Verdict, judge
from loccit.recognize.citations.passage import Passage
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.citations.shapes import shapes
from loccit.recognize.typed_citation import TypedCitation, TypedCite
from loccit.recognize.typed_list import TypedEntry

#: A paragraph without any of these has no citation: brackets, a year, a superscript,
#: "ibid.", "op. cit.".
_PROMISING = regex(r"[(\[（【¹²³⁴-⁹]|(?:1[5-9]|20)\d\d|(?i:\bibid|\bcit\.)")
#: What is less likely is no citation.
_THRESHOLD = 0.55
_SURE = 0.9


def search(
    paragraphs: Sequence[Paragraph],
    entries: Sequence[TypedEntry],
    library: Library,
    skipped: Collection[int] = (),
) -> list[TypedCitation]:
    """Find typed citations, in document order.

    Args:
        paragraphs: those of the essay.
        entries: the essay's own list, whose names are evidence.
        library: the sources, whose names are evidence.
        skipped: the indices of paragraphs where none is looked for, those of the list.
    """
    essay = CitingEssay(entries, library)
    possible = [
        each
        for passage in _passages(paragraphs, skipped)
        for shape in shapes()
        for each in shape.find(passage, essay)
    ]
    essay.take_numbers(possible)
    sure = [each for each in possible if judge(each, essay).confidence >= _SURE]
    essay.take_for_sure(sure)
    judged = [(each, judge(each, essay)) for each in possible]
    return [_typed(each, verdict) for each, verdict in _without_overlaps(judged)]


def _passages(
    paragraphs: Sequence[Paragraph], skipped: Collection[int]
) -> Iterator[Passage]:
    section = 0
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind == "heading":
            section = index
        is_skipped = index in skipped or not _is_promising(paragraph)
        if not is_skipped:
            yield Passage(paragraph, index, section)


def _is_promising(paragraph: Paragraph) -> bool:
    if any(mark.kind == "superscript" for mark in paragraph.marks):
        return True
    return paragraph.kind == "note" or _PROMISING.search(paragraph.text) is not None


def _without_overlaps(
    judged: Iterable[tuple[Possible, Verdict]],
) -> list[tuple[Possible, Verdict]]:
    """Of those that overlap, keep the likeliest, then the longest; in order."""
    likely = [each for each in judged if each[1].confidence >= _THRESHOLD]
    likely.sort(key=lambda each: (-each[1].confidence, each[0].start - each[0].end))
    kept: list[tuple[int, int, int]] = []
    found = []
    for possible, verdict in likely:
        place = (possible.passage.index, possible.start, possible.end)
        number = bisect_left(kept, place)
        if not any(
            _overlap(place, each) for each in kept[max(0, number - 1) : number + 1]
        ):
            kept.insert(number, place)
            found.append((possible, verdict))
    return sorted(found, key=lambda each: (each[0].passage.index, each[0].start))


def _overlap(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _typed(possible: Possible, verdict: Verdict) -> TypedCitation:
    paragraph = possible.passage.paragraph
    first = possible.cites[0].read if possible.cites else None
    return TypedCitation(
        possible.mode,
        tuple(_typed_cite(each, possible) for each in possible.cites),
        possible.text,
        possible.passage.typed_span(possible.start, possible.end),
        paragraph.part,
        possible.passage.index,
        possible.start,
        possible.end,
        first.possessive if first else "",
        verdict.confidence,
        verdict.reasons,
    )


def _typed_cite(cite: PossibleCite, possible: Possible) -> TypedCite:
    read = cite.read
    return TypedCite(
        cite.names,
        et_al=read is not None and read.et_al,
        year=cite.year,
        suffix=cite.letters,
        number=cite.number,
        locator=cite.locator,
        prefix=read.prefix if read else "",
        after=cite.after,
        secondary=cite.secondary,
        personal=read is not None and read.personal,
        span=possible.passage.paragraph.span(cite.start, cite.end),
    )
