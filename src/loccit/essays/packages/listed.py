"""Find the reference list of a package: in the field of a program, under its heading, or
nowhere yet.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from loccit.essays.document import ReferenceList
from loccit.essays.packages.story import StoryParagraph
from loccit.model import Span


class ListedParagraphs(NamedTuple):
    """The reference list, and its paragraphs."""

    reference_list: ReferenceList
    paragraphs: Sequence[StoryParagraph] = ()


def find_list(
    shown: Sequence[StoryParagraph], headings: Collection[str], end: Span, part: str
) -> ListedParagraphs:
    """Find the list.

    Args:
        shown: the paragraphs of the essay.
        headings: what its heading may say, casefolded.
        end: where a new list goes.
        part: the part of the body.
    """
    body = [each for each in shown if each.paragraph.part == part and not each.note]
    kept = [each for each in body if each.in_list and each.paragraph.text.strip()]
    if kept:
        return _listed(kept, kept[0].element.start, "div", part)
    for number in range(len(body) - 1, -1, -1):
        if _words(body[number]) in headings:
            heading = body[number]
            under = [*_under(body[number + 1 :])]
            if not under:
                after = heading.element.end
                place = ReferenceList(
                    "heading", Span(after, after), heading.element.start, part=part
                )
                return ListedParagraphs(place)
            return _listed(under, heading.element.start, "heading", part)
    return ListedParagraphs(ReferenceList("none", end, end.start, part=part))


def _listed(
    paragraphs: Sequence[StoryParagraph], start: int, kind: str, part: str
) -> ListedParagraphs:
    spans = tuple(
        each.paragraph.span(0, len(each.paragraph.text)) for each in paragraphs
    )
    span = Span(spans[0].start, spans[-1].end)
    found = ReferenceList(
        "div" if kind == "div" else "heading", span, start, spans, part=part
    )
    return ListedParagraphs(found, paragraphs)


def _under(paragraphs: Sequence[StoryParagraph]) -> list[StoryParagraph]:
    """Return the paragraphs below a heading, up to the next one."""
    found = []
    for each in paragraphs:
        if each.paragraph.kind == "heading":
            break
        if each.paragraph.text.strip():
            found.append(each)
    return found


def _words(paragraph: StoryParagraph) -> str:
    return paragraph.paragraph.text.strip().removesuffix(":").strip().casefold()
