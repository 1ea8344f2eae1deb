"""The look that most of a paragraph has, beside italics and the like."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from loccit.essays.packages.element import Element
from loccit.essays.packages.story import StoryParagraph


def usual_style(paragraph: StoryParagraph) -> str:
    """Return the style of the spans that most characters are in which no mark sets
    apart; "" where most are in none.
    """
    lengths: Counter[str] = Counter()
    ends = [run.start for run in paragraph.runs[1:]]
    bounds = pairwise([0, *ends, len(paragraph.paragraph.text)])
    for run, (start, end) in zip(paragraph.runs, bounds, strict=True):
        if not _is_marked(paragraph, start):
            lengths[_style(run.element)] += end - start
    return max(lengths, key=lambda style: lengths[style], default="")


def _is_marked(paragraph: StoryParagraph, position: int) -> bool:
    return any(mark.start <= position < mark.end for mark in paragraph.paragraph.marks)


def _style(element: Element) -> str:
    """Return the style of a span; "" for the paragraph itself."""
    return element.get("text:style-name") if element.tag == "text:span" else ""
