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
_ENDS = regex(r"\s*(?:[.,;:!?]|\Z|\n)")
_COUNTED = regex(
    r"(?i)\b(?:equations?|eqn?s?\.?|models?|figures?|figs?\.?|tables?|steps?|cases?|lines?"
    r"|formulas?|theorems?|lemmas?|sections?|chapters?|conditions?)\s*\Z"
)


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look the numbers up in the list."""
    if possible.mode != "numeric":
        return
    numbers = {cite.number for cite in possible.cites}
    if essay.numbers and numbers <= essay.numbers:
        yield Evidence(4.0, Reason("numbered", "the list has that number"))
    elif essay.numbers:
        yield Evidence(-3.0, Reason("no-such-number", "the list lacks that number"))
    elif essay.counts_entries(numbers):
        yield Evidence(2.5, Reason("numbered", "the list has so many entries"))
    else:
        yield Evidence(-5.0, Reason("no-numbered-list", "no list is numbered"))
    if sum(essay.sure_modes[mode] for mode in _AUTHOR_DATE) >= _SOME:
        yield Evidence(-5.0, Reason("other-form", "the essay cites by author and year"))
    text = possible.passage.text
    if not text[: possible.start].strip():
        yield Evidence(
            -6.0, Reason("mark-of-note", "it begins a paragraph, as a note does")
        )
    if _ATTACHED.search(possible.before):
        yield Evidence(-6.0, Reason("power", "it is a power, an index or the like"))
    is_round = possible.text.startswith("(")
    if is_round and essay.is_enumerated(possible) and not _ENDS.match(possible.after):
        yield Evidence(-4.0, Reason("enumerated", "the numbers count up"))
    if _COUNTED.search(possible.before):
        yield Evidence(-4.0, Reason("counted", "the number counts something else"))
