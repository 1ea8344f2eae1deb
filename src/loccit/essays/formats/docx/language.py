"""The language that a document of Word is in: that of most of its characters (ECMA-376,
Part 1, section 17.3.2.20).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from loccit.essays.packages.element import Element
from loccit.essays.packages.story import Run, StoryParagraph


def document_language(
    styles: Element | None, paragraphs: Iterable[StoryParagraph]
) -> str:
    """Return a language tag such as `de-DE`; "" if the document names none.

    Args:
        styles: the root of the part with the styles, if there is one.
        paragraphs: those of the text.
    """
    default = next(_defaults(styles), "") if styles else ""
    lengths = Counter[str]()
    for paragraph in paragraphs:
        for run, end in _with_ends(paragraph):
            lengths[_own(run.element) or default] += end - run.start
    return max(lengths, key=lengths.__getitem__, default=default)


def _defaults(styles: Element) -> Iterator[str]:
    """Yield the language that characters have by default."""
    for each in styles.iterate("w:rPrDefault"):
        for lang in each.iterate("w:lang"):
            yield lang.get("w:val")


def _own(run: Element) -> str:
    properties = run.find("w:rPr")
    lang = properties.find("w:lang") if properties else None
    return lang.get("w:val") if lang else ""


def _with_ends(paragraph: StoryParagraph) -> Iterator[tuple[Run, int]]:
    """Yield runs, each with where its characters end."""
    starts = [*(run.start for run in paragraph.runs), len(paragraph.paragraph.text)]
    ends = (end for _, end in pairwise(starts))
    yield from zip(paragraph.runs, ends, strict=True)
