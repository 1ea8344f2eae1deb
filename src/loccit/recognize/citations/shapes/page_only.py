"""A page alone, of the work that was named before: "(p. 12)", "(53)"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.model import Locator
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.passage import Passage
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.citations.reading.locators import (
    LocatorRead,
    has_label,
    read_locator,
)
from loccit.recognize.citations.reading.years import years_in

_WITH_LABEL, _WITHOUT_LABEL = 0.5, -3.2
#: "(Figure 2)" and "(Chapter 3)" are places in the essay itself.
_LABELS = frozenset(["page", "paragraph", "line", "folio", "elocation"])
_SHORT_CHAPTER = regex(r"\s*(?:chs?|chaps?|kap|cap|caps)\.\s?\d")
_LONGEST = 60
_BEGINNING = regex(r"\s*(?:at\s|[^\W\d_]{0,12}\.?\s?|[§¶]+\s?)[\divxlc]")
#: A writer's remark on a quotation.
_REMARK = regex(
    r"[\s,;]*(?:(?:my|our|the author[’']s|original)\s)?(?:emphasis|italics|translation|trans\.?)"
    r"(?:\s(?:added|mine|ours|in (?:the )?original|original|removed))?\s*\Z"
)
_WITH_YEAR = regex(r"\d+,\s?(?:1[5-9]|20)\d\d\Z")
_PAGES = regex(
    r"\d{1,4}(?:\s?[-–—]\s?\d{1,4})?(?:,\s?\d{1,4}(?:\s?[-–—]\s?\d{1,4})?)*\Z"
)
#: A page of a preface, "viii"; one letter alone, as "v", is hardly a page.
_ONE_ROMAN = r"(?=[ivxl]{2})(?:xl|l?x{0,3})(?:i[vx]|v?i{0,3})"
_ROMAN = regex(rf"\s*({_ONE_ROMAN}(?:\s?[-–—]\s?{_ONE_ROMAN})?)\s*\Z")


def find(passage: Passage, essay: CitingEssay) -> Iterator[Possible]:
    """Yield brackets that have nothing but a page or paragraph."""
    text = passage.text
    for bracket in passage.round_and_square:
        start, end = bracket.start + 1, bracket.end - 1
        if end - start > _LONGEST or not _BEGINNING.match(text, start, end):
            continue
        read = _roman(text, start, end) or read_locator(text, start, end)
        if read is None or not _is_of_other_work(read.locator, text[start:end]):
            continue
        if _WITH_YEAR.search(read.locator.value):
            continue  # "(p. 3, 2001)"
        if not _REMARK.match(text, read.end, end) and text[read.end : end].strip(" ."):
            continue
        is_labelled = has_label(text, start, end) and read.locator.label in _LABELS
        is_weak = not is_labelled and read.locator.label == "page"
        if is_weak and not _may_be_page(text[start:end], bracket.is_square):
            continue
        cite = PossibleCite(start, end, locator=read.locator)
        prior = _WITH_LABEL if is_labelled else _WITHOUT_LABEL
        yield Possible(passage, "page-only", bracket.start, bracket.end, (cite,), prior)


def _roman(text: str, start: int, end: int) -> LocatorRead | None:
    """Read the page of a preface."""
    found = _ROMAN.match(text, start, end)
    return LocatorRead(Locator("page", found[1]), end) if found else None


def _is_of_other_work(locator: Locator, typed: str) -> bool:
    """Return whether a place is not in the essay itself, as "(Chapter 3)" is."""
    return locator.label in _LABELS or _SHORT_CHAPTER.match(typed) is not None


def _may_be_page(text: str, is_square: bool) -> bool:
    if is_square or any(years_in(text, 0, len(text))):
        return False
    typed = text.strip()
    return bool(_PAGES.match(typed) or _ROMAN.match(typed))
