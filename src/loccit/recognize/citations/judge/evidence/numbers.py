"""Numbers: those of a numbered list, or of something else."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_citation import Reason

_AUTHOR_DATE = ("parenthetical", "narrative")
_SOME = 3
#: A number, a unit, a variable or a call: "10²", "km²", "x[1]", "f(2)".
_ATTACHED = regex(r"(?:\d|(?<![^\W_])[^\W\d_]{1,2}|_\w+)\Z")
_POWERS = ("2", "3", "²", "³")
_LETTER_BEFORE = regex(r"[^\W\d_]\Z")
_NAME_BEFORE = regex(r"(?:\bet al\.?|\b[A-Z][^\W\d_]+(?:['’]s)?)[*_]* ?\Z")
_ENDS = regex(r"\s*(?:[.,;:!?]|\Z|\n)")
#: What is counted: "equation (1)", "eqs. (1) and (2)"; a formula before its number.
_COUNTED = regex(
    r"(?i)(?:\b(?:equations?|eqn?s?\.?|models?|figures?|figs?\.?|tables?|steps?|cases?"
    r"|lines?|formulas?|theorems?|lemmas?|sections?|chapters?|conditions?|footnotes?|notes?)"
    r"[ \n](?:\(\d+\),? (?:and|or|to) )?|[^\s.,;:]\s{3,})\Z"
)


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look the numbers up in the list."""
    if possible.mode != "numeric":
        return
    yield _of_list(possible, essay)
    yield from _of_essay(possible, essay)
    yield from _of_place(possible, essay)


def _of_list(possible: Possible, essay: CitingEssay) -> Evidence:
    numbers = {cite.number for cite in possible.cites}
    if possible.text.startswith("(") and essay.numbers_in_round_brackets:
        reason = Reason("numbered", "the numbers in brackets are those of the list")
        return Evidence(6.0, reason)
    if essay.numbers and numbers <= essay.numbers:
        return Evidence(4.0, Reason("numbered", "the list has that number"))
    if not numbers.isdisjoint(essay.numbers):
        return Evidence(2.5, Reason("numbered", "the list has such numbers"))
    if essay.numbers:
        reason = Reason("no-such-number", "the list lacks that number")
        return Evidence(0.0 if essay.nearly_has(numbers) else -3.0, reason)
    if essay.counts_entries(numbers):
        return Evidence(2.5, Reason("numbered", "the list has so many entries"))
    return Evidence(-5.0, Reason("no-numbered-list", "no list is numbered"))


def _of_essay(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    named = sum(essay.sure_modes[mode] for mode in _AUTHOR_DATE)
    if named >= _SOME or essay.numbers_otherwise(possible):
        reason = Reason("other-form", "the essay cites in another form elsewhere")
        yield Evidence(-5.0, reason)


def _is_power(possible: Possible) -> bool:
    """Return whether a number may be the power of a unit or a variable, or an index."""
    is_raised = possible.text[0] not in "[("
    return not is_raised or possible.text in _POWERS


def _of_place(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    before, is_round = possible.before, possible.text.startswith("(")
    if possible.begins_paragraph:
        reason = Reason("mark-of-note", "it begins a paragraph, as a note does")
        yield Evidence(-6.0, reason)
    if _ATTACHED.search(before) and (before[-1].isdecimal() or _is_power(possible)):
        reason = Reason("power", "it is a power, an index or the like")
        yield Evidence(-6.0, reason)
    elif _LETTER_BEFORE.search(before) and essay.has_numbers_set_off(possible):
        reason = Reason("attached", "it is attached to a word, and others are not")
        yield Evidence(-5.0, reason)
    if _COUNTED.search(before):
        reason = Reason("counted", "the number counts something else")
        yield Evidence(-6.0, reason)
    elif is_round and _NAME_BEFORE.search(before):
        yield Evidence(1.5, Reason("after-name", "a name is before it"))
    elif is_round and essay.is_enumerated(possible) and not _ENDS.match(possible.after):
        yield Evidence(-6.0, Reason("enumerated", "the numbers count up"))
