"""Decide whether a stretch of a quotation differs from the source.

It does not where the writer marks that words were left out or added, where a page ends, a
footnote, a figure or a running head interrupts the text, where the source has the number
of a note, or where only spaces and hyphens differ.
"""

from __future__ import annotations

from rapidfuzz.distance import Levenshtein

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.lint.quoted.interruptions import end_below, start_above
from loccit.lint.quoted.match import Difference
from loccit.lint.quoted.quotation import Quotation
from loccit.lint.quoted.source_text import SourceText

#: Words at each end of an interruption that may be the same as some in it.
_OVERLAP = 3
#: Words of the text around a difference that are shown.
_BEFORE = 4
_SHOWN = 12
#: Punctuation around the words that are shown.
_AROUND = regex(r"\A[^\w(]+|[^\w)]+\Z")
#: The number of a note, after a space.
_NOTE_NUMBER = regex(r"\d{1,3}")
#: Ligatures, which fonts may have without saying for which letters.
_LIGATURE = regex(r"f+[il]|ff")
#: How similar the letters are of words that were misread in a scan.
_SIMILAR = 0.6
#: Shapes that programs for optical character recognition confuse.
_DIGITS = str.maketrans("1|05689", "llosbbg")
_SHAPES = (
    ("rn", "m"), ("nn", "m"), ("vv", "w"), ("cl", "d"), ("li", "h"), ("ii", "u"), ("i", "l"),
)  # fmt: skip


class Stretch(NamedTuple):
    """Words of a quotation and of the source, between two runs of equal words."""

    quoted: range
    printed: range


def difference(
    stretch: Stretch, quotation: Quotation, text: SourceText
) -> Difference | None:
    """Return what differs in a stretch, if anything does."""
    is_same = (
        _has_same_letters(stretch, quotation, text)
        or _is_left_out(stretch, quotation)
        or _is_run_together(stretch, quotation, text)
        or _is_interrupted(stretch, quotation, text)
    )
    return None if is_same else _difference(stretch, quotation, text)


def _has_same_letters(stretch: Stretch, quotation: Quotation, text: SourceText) -> bool:
    """Return whether only spaces, hyphens, ligatures and the numbers of notes differ."""
    quoted = quotation.joined(stretch.quoted.start, stretch.quoted.stop)
    words = text.words[stretch.printed.start : stretch.printed.stop]
    without_numbers = [word for word in words if not _NOTE_NUMBER.fullmatch(word)]
    printed = "".join(words)
    if quoted in (printed, "".join(without_numbers)):
        return True
    return bool(printed) and _LIGATURE.sub("", quoted) == printed


def _is_left_out(stretch: Stretch, quotation: Quotation) -> bool:
    """Return whether the quotation marks that words are left out."""
    between = range(stretch.quoted.start, stretch.quoted.stop + 1)
    return len(between) == 1 and not quotation.gaps.isdisjoint(between)


def _is_run_together(stretch: Stretch, quotation: Quotation, text: SourceText) -> bool:
    """Return whether the first or last words are there without a space before or after
    them, as PDFs lose some: the rest of the word is a word of the source.
    """
    quoted = quotation.joined(stretch.quoted.start, stretch.quoted.stop)
    if not stretch.quoted.start:
        end = text.start_of(stretch.printed.stop)
        start = end - len(quoted)
        rest = text.letters[text.start_of(text.word_at(start) - 1) : start]
        return text.letters.endswith(quoted, 0, end) and bool(text.places_of(rest))
    if stretch.quoted.stop == len(quotation.letters):
        start = text.start_of(stretch.printed.start)
        end = start + len(quoted)
        rest = text.letters[end : text.start_of(text.word_at(end))]
        return text.letters.startswith(quoted, start) and bool(text.places_of(rest))
    return False


def _is_interrupted(stretch: Stretch, quotation: Quotation, text: SourceText) -> bool:
    """Return whether the quoted words are in the source with whole lines between them.

    A few equal words on either side are looked at again, because the lines between may
    begin or end with the same ones.
    """
    before = min(_OVERLAP, stretch.quoted.start, stretch.printed.start)
    after = min(_OVERLAP, len(quotation.letters) - stretch.quoted.stop)
    quoted = quotation.joined(
        stretch.quoted.start - before, stretch.quoted.stop + after
    )
    if before:
        start = text.start_of(stretch.printed.start - before)
        return end_below(quoted, start, text) is not None
    end = text.start_of(stretch.printed.stop + after)
    return start_above(quoted, end, text) is not None


def _difference(stretch: Stretch, quotation: Quotation, text: SourceText) -> Difference:
    quoted, printed = stretch
    end = min(printed.stop, printed.start + _SHOWN)
    return Difference(
        _shown(quotation, quoted),
        _AROUND.sub("", text.shown(printed.start, end)),
        _shown(quotation, range(max(0, quoted.start - _BEFORE), quoted.start)),
        _is_misread(
            quotation.joined(quoted.start, quoted.stop),
            "".join(text.words[printed.start : printed.stop]),
            text,
        ),
    )


def _shown(quotation: Quotation, words: range) -> str:
    return " ".join(quotation.words[words.start : words.stop])


def _is_misread(quoted: str, printed: str, text: SourceText) -> bool:
    """Return whether a program may have misread the print of the quoted words: they look
    the same, or one letter makes them a word that the source has elsewhere.
    """
    if _shape(quoted) == _shape(printed):
        return True
    if text.is_scan:
        return Levenshtein.normalized_similarity(quoted, printed) >= _SIMILAR
    edits = Levenshtein.distance(quoted, printed, score_cutoff=1)
    return (
        edits == 1
        and not any(letter.isdigit() for letter in quoted)
        and len(text.places_of(printed)) == 1
        and len(text.places_of(quoted)) > 0
    )


def _shape(letters: str) -> str:
    """Return letters as they look, blurred.

    >>> _shape("modern") == _shape("modem"), _shape("1ie") == _shape("lie")
    (True, True)
    """
    letters = letters.translate(_DIGITS)
    for several, one in _SHAPES:
        letters = letters.replace(several, one)
    return letters
