"""What readers see of a part: its paragraphs, and the live citations in them.

A *story* is a stretch of running text that a document keeps apart from others: its body,
its footnotes, a header (ECMA-376, Part 1, section 17.4).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit.essays.live_citations import FieldCode, Kind
from loccit.essays.packages.element import Element
from loccit.essays.paragraph import Paragraph
from loccit.model import Problem, Span


class Run(NamedTuple):
    """Characters of a paragraph that are formatted alike and lie in one place.

    Attributes:
        start: where they begin in the text of the paragraph.
        element: the element that gives them their format: `w:r`, `text:span`; the
            paragraph itself where none does.
        holder: the element whose characters they are: `w:t`; for a tab or a line
            break, its own element.
        insertion: the tracked insertion that they are in, if they are in one.
    """

    start: int
    element: Element
    holder: Element
    insertion: Element | None = None


class CodePlace(NamedTuple):
    """Where the code of a live citation is written, and how.

    Attributes:
        kind: in the text of elements, or in the value of attributes.
        spans: in the part `part`; the texts of elements together are the code, the
            value of an attribute is the whole code, which another one may repeat.
    """

    kind: Literal["text", "attribute"]
    spans: tuple[Span, ...]
    part: str


@dataclass(frozen=True, slots=True)
class LiveField:
    """A stretch of text with a code that a program keeps beside it.

    Attributes:
        code: the code.
        what: what it is.
        start, end: where its text is in the paragraph in which it begins; of a list,
            only where it begins.
        place: where the code is written.
        whole: all that belongs to it, from its first to its last character in the
            part, with the elements around.
        note: the number of the footnote that it is in, 0 in the running text.
        obstacle: why it can't be changed; "" if it can.
        data: where each part of the code's data is written.
        is_text: whether its code is its text, with no markup around it.
    """

    code: FieldCode
    what: Kind
    start: int
    end: int
    place: CodePlace
    whole: Span
    note: int = 0
    obstacle: str = ""
    data: tuple[CodePlace, ...] = ()
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class StoryParagraph:
    """A paragraph of a story.

    Attributes:
        paragraph: as readers see it.
        element: its element: `w:p`, `text:p`, `text:h`.
        runs: where its characters lie, in order.
        fields: the live citations that begin in it.
        note: the number of the footnote that it is in, 0 in the running text.
        in_list: whether all of it is in the reference list that a program keeps.
        obstacle: why nothing in it can be changed; "" if it can.
        in_box: whether it is in a text box.
    """

    paragraph: Paragraph
    element: Element
    runs: Sequence[Run]
    fields: Sequence[LiveField] = ()
    note: int = 0
    in_list: bool = False
    obstacle: str = ""
    in_box: bool = False

    def run_at(self, position: int) -> Run | None:
        """Return the run of a character of the paragraph's text."""
        index = bisect_right(self.runs, position, key=_start) - 1
        return self.runs[index] if index >= 0 else None


class Story(NamedTuple):
    """What was read of a part.

    Attributes:
        part: its name.
        paragraphs: in the order of the part.
        problems: what was noticed.
        copies: paragraphs that repeat another one, for programs that can't show that
            (`mc:Fallback`), by where that one begins; what changes there changes here.
    """

    part: str
    paragraphs: Sequence[StoryParagraph]
    problems: Sequence[Problem] = ()
    copies: Mapping[int, Sequence[StoryParagraph]] = MappingProxyType({})


def is_partly_inserted(runs: Sequence[Run], start: int, end: int) -> bool:
    """Return whether characters are a tracked insertion in part, or those of several
    people.

    Args:
        runs: the runs of a paragraph.
        start, end: the characters in its text.
    """
    first = max(bisect_right(runs, start, key=_start) - 1, 0)
    last = bisect_right(runs, end - 1, key=_start)
    return len({_author(run) for run in runs[first:last]}) > 1


def _author(run: Run) -> str | None:
    """Return who inserted a run; None if it is no tracked insertion."""
    return run.insertion.get("w:author") if run.insertion else None


def _start(run: Run) -> int:
    return run.start
