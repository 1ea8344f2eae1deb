"""Pages alone: the work before them, and the quotation that they are of."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.citations.reading.locators import has_label
from loccit.recognize.typed_citation import Reason

_QUOTE_BEFORE = regex(r"[\"”’»“'][*_]*[.,;!?]?[*_]*\d?\s*\Z")
_QUOTE_IN_SENTENCE = regex(r"[\"”»][^.!?\"”]{1,80}\Z")
_LABEL = regex(r"\bpp?\b\.?\s?\d")
_SENTENCE_BEFORE = regex(r"[.!?…][*_]*\s*\Z")
_SENTENCE_AFTER = regex(r"\s*(?:[.,;:!?]|\Z|\n)")
#: What is counted, before its number: "equation (2)", "models (1) and (2)".
_COUNTED = regex(
    r"(?i)\b(?:equations?|eqn?s?\.?|models?|figures?|tables?|steps?|cases?|types?|lines?"
    r"|examples?|formulas?|formulae|hypothes[ie]s|questions?|items?|conditions?|stages?"
    r"|phases?|levels?|rules?|theorems?|lemmas?|sections?|chapters?|points?|options?"
    r"|aged?|score|grade|version|group|sample|factors?|reasons?|of|is|was|are|were|than"
    r"|total|=|\+|and \(\d+\)|or \(\d+\))\s*\Z"
)
#: A number in letters, which may count the items of a list.
_LETTERS = regex(r"\([a-z]+\)\Z")
#: From three letters on, it is hardly anything but a page where others are.
_ROMAN = regex(r"\([a-z]{3,}\)\Z")
_SOME = 3
_QUANTITY = regex(
    r"\s*(?:%|percent|years?|participants|students|people|items|points)\b"
)


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look at what is before a page, and whether numbers count something else."""
    if possible.mode not in ("page-only", "mla", "name-only"):
        return
    is_quoted = possible.passage.paragraph.is_quoted
    if _QUOTE_BEFORE.search(possible.before):
        yield Evidence(2.0, Reason("quotation", "a quotation is before it"))
    elif is_quoted and _SENTENCE_BEFORE.search(possible.before):
        yield Evidence(1.0, Reason("quotation", "a quotation is before it"))
    elif _QUOTE_IN_SENTENCE.search(possible.before):
        yield Evidence(1.2, Reason("quotation-near", "a quotation is in the sentence"))
    if _SENTENCE_AFTER.match(possible.after):
        yield Evidence(0.5, Reason("ends", "a clause ends with it"))
    if possible.mode == "page-only":
        yield from _of_page(possible, essay)
    elif possible.cites[0].locator and _LABEL.search(possible.text):
        yield Evidence(1.0, Reason("labelled", "a word says that it is a page"))


def _of_page(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    text, start = possible.passage.text, possible.start + 1
    locator = possible.cites[0].locator
    is_chapter = locator is not None and locator.label == "chapter"
    is_labelled = has_label(text, start, possible.end) and not is_chapter
    if essay.names_work_before(possible, is_near=True):
        yield Evidence(1.5, Reason("work-before", "a work is named before it"))
    elif essay.names_work_before(possible, is_near=False):
        yield Evidence(0.7, Reason("work-before", "a work is named before it"))
    elif essay.sure:
        yield Evidence(
            -0.7, Reason("named-elsewhere", "a work is named in another section")
        )
    else:
        yield Evidence(-3.0, Reason("no-work", "no work is named before it"))
    if is_labelled:
        return
    if _COUNTED.search(possible.before) or _QUANTITY.match(possible.after):
        yield Evidence(-4.0, Reason("counted", "the number counts something else"))
    if possible.begins_line and _LETTERS.match(possible.text):
        yield Evidence(-4.0, Reason("enumerated", "it begins a line"))
    if essay.is_enumerated(possible):
        yield Evidence(-4.0, Reason("enumerated", "the numbers count up"))
    if possible.before[-1:].isalnum():
        yield Evidence(-3.0, Reason("attached", "it is attached to a word"))
    own_pages = essay.sure_modes["page-only"] + essay.sure_modes["mla"]
    if own_pages:
        yield Evidence(
            1.5 if own_pages >= _SOME else 1.0,
            Reason("own-pages", "the essay has such pages elsewhere"),
        )
        if _ROMAN.match(possible.text):
            yield Evidence(0.7, Reason("roman", "it is a page of a preface"))
        if _SENTENCE_BEFORE.search(possible.before):
            yield Evidence(1.0, Reason("after-sentence", "a sentence ends before it"))
    if essay.numbers:
        yield Evidence(-2.0, Reason("numbered-list", "the list is numbered"))
