"""Find the reference list of a package: in the field of a program, under its heading, or
nowhere yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Literal, TypeAlias

from loccit._startup.dataclass import dataclass
from loccit.essays.document import ReferenceList
from loccit.essays.packages.story import StoryParagraph
from loccit.model import Place, Problem, Span

#: Returns the place of a character in a part.
FindPlace: TypeAlias = Callable[[int, str], Place]

#: A longer paragraph in bold type is no heading.
_LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class ListFinder:
    """Finds the list.

    Attributes:
        shown: the paragraphs of the essay.
        headings: what its heading may say, casefolded.
        end: where a new list goes, in the part of the body.
        part: the part of the body.
        place: tells the place of a character.
    """

    shown: Sequence[StoryParagraph]
    headings: Collection[str]
    end: Span
    part: str
    place: FindPlace

    def find(self) -> ReferenceList:
        """Find it."""
        body = [*self._body()]
        return self._kept(body) or self._headed(body) or self._new(body)

    def _body(self) -> Iterator[StoryParagraph]:
        """Yield the paragraphs of the body, without those of text boxes in others."""
        end = 0
        for each in self.shown:
            if each.paragraph.part == self.part and each.element.start >= end:
                end = each.element.end
                yield each

    def _kept(self, body: Sequence[StoryParagraph]) -> ReferenceList | None:
        """Find the list that a program keeps; of several, the last."""
        groups: list[list[StoryParagraph]] = []
        was_in_list = False
        for each in body:
            if each.paragraph.text.strip() and not self._is_heading(each):
                if each.in_list:
                    groups += [] if was_in_list else [[]]
                    groups[-1].append(each)
                was_in_list = each.in_list
        if not groups:
            return None
        others = tuple([self._another(group[0]) for group in groups[:-1]])
        return self._list("div", groups[-1], groups[-1][0].element.start, others)

    def _another(self, first: StoryParagraph) -> Problem:
        place = self.place(first.element.start, self.part)
        message = "This document has several reference lists; this one stays as it is."
        return Problem("another-list", message, place)

    def _headed(self, body: Sequence[StoryParagraph]) -> ReferenceList | None:
        """Find the list under the last of its headings."""
        for number in range(len(body) - 1, -1, -1):
            heading = body[number].element
            if self._is_title(body[number]):
                under = [*self._under(body[number + 1 :])]
                if under:
                    return self._list("heading", under, heading.start)
                span = Span(heading.end, heading.end)
                return ReferenceList("heading", span, heading.start, part=self.part)
        return None

    def _new(self, body: Sequence[StoryParagraph]) -> ReferenceList:
        """Return the place of a new list, under a heading like those of sections."""
        levels = Counter(
            each.paragraph.level for each in body if each.paragraph.kind == "heading"
        )
        several = [level for level, count in levels.items() if count > 1]
        level = min(several or levels or [1])
        return ReferenceList("none", self.end, self.end.start, (), level, self.part)

    def _list(
        self,
        kind: Literal["div", "heading"],
        paragraphs: Sequence[StoryParagraph],
        start: int,
        problems: tuple[Problem, ...] = (),
    ) -> ReferenceList:
        spans = tuple(
            [each.paragraph.span(0, len(each.paragraph.text)) for each in paragraphs]
        )
        span = Span(spans[0].start, spans[-1].end)
        return ReferenceList(kind, span, start, spans, 1, self.part, problems)

    def _under(self, paragraphs: Sequence[StoryParagraph]) -> Iterator[StoryParagraph]:
        """Yield the paragraphs below a heading, up to the next one."""
        for each in paragraphs:
            if self._is_heading(each):
                return
            if each.paragraph.text.strip():
                yield each

    def _is_title(self, paragraph: StoryParagraph) -> bool:
        """Return whether a paragraph may head the list."""
        words = paragraph.paragraph.text.strip().removesuffix(":").strip()
        return words.casefold() in self.headings and not paragraph.obstacle

    def _is_heading(self, paragraph: StoryParagraph) -> bool:
        """Return whether a paragraph is a heading, by its style or as people type it."""
        found = paragraph.paragraph
        if found.kind == "heading" or self._is_title(paragraph):
            return True
        text = found.text.strip()
        if found.kind != "paragraph" or not 0 < len(text) <= _LONGEST_HEADING:
            return False
        return any(
            mark.kind == "strong"
            and len(found.text[mark.start : mark.end].strip()) == len(text)
            for mark in found.marks
        )
