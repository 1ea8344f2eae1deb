"""Make the entries of a list: their text, their place, their number, their authors."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.mapped_text import MappedText
from loccit.essays.mapped_text import Piece as MappedPiece
from loccit.essays.paragraph import Mark, Paragraph
from loccit.model import Span
from loccit.recognize.source_list.blocks import Block
from loccit.recognize.source_list.evidence import (
    CERTAIN,
    LIKELY,
    ditto_length,
    likeness,
    start_likeness,
)
from loccit.recognize.source_list.found import ListEntry
from loccit.recognize.source_list.lines import Line, is_year
from loccit.recognize.source_list.segment import Layout

_READ = 400
_LONGEST_ENTRY = 5000
#: A note that repeats the one above names no source; the words are those of citation
#: styles in English, French, German, Italian and Spanish.
_REPEATED = regex(
    r"(?:ibid|ib|id|idem|ebd|ebenda|op\. ?cit|loc\. ?cit|a\. ?a\. ?O)\b", re.IGNORECASE
)
#: A note that names a work by a surname, a short title, and pages: "Buder, 181."
_SHORT_NOTE = regex(
    r"([^\W\d_][\w'’-]+)(?:, [“\"‘][^\d”\"]{3,60}[”\"’]|, [^,.\d]{3,60})??,? (?:pp?\. ?)?"
    r"\d{1,4}(?:[-–]\d+)?(?:, \d{1,4}(?:[-–]\d+)?)*\.?"
)
_NAME = regex(r"[^\W\d_][\w'’-]+")
_LABEL = regex(r"\w+(?:[.:-]\w+)*")
#: Where a second reference may begin on a line: after a full stop, a page, an address.
_BORDER = regex(
    r"(?<=[.\])/\d”\"])[ \t\n]+"
    r"(?=[^\W\d_][\w'’-]+,? [^\W\d_]+(?:[.,]| \()|[-_—–]{2,}[ .,])"
)
#: A year after a name in full; in a place, "Cambridge, Mass., 2010", it has no brackets.
_NAME_AND_YEAR = regex(r"[^\W\d_][^.()\d]{3,60} \((?:1[4-9]|20)\d\d")
#: The number of a further entry on a line.
_NUMBER = regex(r"(?<=\S)\s+(\[(\d{1,5})\])\s+(?=\S)")
#: What ends the authors of an entry: a year, a title in quotation marks, a sentence.
_AUTHORS_END = regex(
    r"[.,]?\s*[(\[]|[.,]?\s+(?:1[4-9]|20)\d\d\b|[.,]?\s*[\"“«„‘_*]"
    r"|(?<=[^\W\d_]{2})[.](?=\s)"
)


class Piece(NamedTuple):
    """Text of one paragraph that belongs to an entry."""

    paragraph: int
    start: int
    end: int


class _Numbered(NamedTuple):
    """The pieces of an entry with its number as it is typed."""

    marker: str
    pieces: list[Piece]


def make_entries(
    blocks: Sequence[Block], paragraphs: Sequence[Paragraph]
) -> Iterator[ListEntry]:
    """Yield the entries of the blocks of a list."""
    authors = ""
    named: set[str] = set()
    number: int | None = None
    for lines in Layout(blocks, paragraphs).entries():
        for numbered in _by_numbers(_pieces(lines), lines[0].marker, paragraphs):
            marker = numbered.marker
            for pieces in _separated(numbered.pieces, paragraphs):
                entry = _entry(pieces, paragraphs, marker)
                marker = ""
                if entry.number.isdecimal():
                    if is_year(int(entry.number), number):
                        entry = entry.with_year()
                    else:
                        number = int(entry.number)
                if _is_repeated(entry, named):
                    continue
                named.update(_NAME.findall(entry.text, 0, _READ))
                if entry.ditto:
                    entry = entry._replace(authors=authors)
                else:
                    authors = _authors(entry)
                yield entry


def _is_repeated(entry: ListEntry, named: Collection[str]) -> bool:
    """Return whether a note is about a work that a note above it names."""
    if _REPEATED.match(entry.text):
        return True
    short = _SHORT_NOTE.fullmatch(entry.text) if entry.number else None
    return short is not None and short[1] in named


def _pieces(lines: Sequence[Line]) -> list[Piece]:
    """Return one piece for each paragraph."""
    pieces = []
    for index, group in groupby(lines, lambda line: line.paragraph):
        of_paragraph = [*group]
        pieces.append(Piece(index, of_paragraph[0].start, of_paragraph[-1].end))
    return pieces


def _by_numbers(
    pieces: list[Piece], marker: str, paragraphs: Sequence[Paragraph]
) -> Iterator[_Numbered]:
    """Separate entries in one paragraph by their numbers in brackets: "[1] ... [2] ..."."""
    first, label = pieces[0], _label(marker)
    if not (marker.startswith("[") and label.isdecimal()):
        yield _Numbered(marker, pieces)
        return
    start, number = first.start, int(label)
    for found in _NUMBER.finditer(paragraphs[first.paragraph].text, start, first.end):
        if int(found[2]) == number + 1:
            piece = Piece(first.paragraph, start, found.start())
            yield _Numbered(marker, [piece])
            start, number, marker = found.end(), number + 1, found[1]
    yield _Numbered(marker, [first._replace(start=start), *pieces[1:]])


def _separated(
    pieces: list[Piece], paragraphs: Sequence[Paragraph]
) -> Iterator[list[Piece]]:
    """Separate references that are on one line."""
    first = pieces[0]
    text = paragraphs[first.paragraph].text
    start = first.start
    for border in _BORDER.finditer(text, start, first.end):
        if border.start() - start > _LONGEST_ENTRY:
            break
        second = text[border.end() : min(border.end() + _READ, first.end)]
        if _are_two(text[start : border.start()], second):
            yield [Piece(first.paragraph, start, border.start())]
            start = border.end()
    yield [first._replace(start=start), *pieces[1:]]


def _are_two(first: str, second: str) -> bool:
    """Return whether one reference ends here, and another begins."""
    is_second = start_likeness(second) >= CERTAIN or _NAME_AND_YEAR.match(second)
    if second[0].islower() or not is_second:
        return False
    return start_likeness(first[:_READ]) > LIKELY and likeness(first) > CERTAIN


def _entry(
    pieces: Sequence[Piece], paragraphs: Sequence[Paragraph], marker: str
) -> ListEntry:
    mapped = MappedText("")
    marks: list[Mark] = []
    spans: list[Span] = []
    for piece in pieces:
        paragraph = paragraphs[piece.paragraph]
        mapped = _joined(mapped, piece, paragraph)
        shift = len(mapped.text) - piece.end
        marks += [
            mark._replace(start=mark.start + shift, end=mark.end + shift)
            for mark in paragraph.marks_in(piece.start, piece.end)
        ]
        spans.append(paragraph.marked_span(piece.start, piece.end))
    part = paragraphs[pieces[0].paragraph].part
    span = Span(spans[0].start, spans[-1].end)
    ditto = ditto_length(mapped.text)
    return ListEntry(
        mapped.text, tuple(marks), span, part, _label(marker), ditto, "", mapped
    )


def _joined(before: MappedText, piece: Piece, paragraph: Paragraph) -> MappedText:
    """Put a piece on a line of its own after the text before it."""
    own = [*paragraph.mapped.pieces(piece.start, piece.end)]
    if not before.text:
        return MappedText.join(own, paragraph.part)
    gap = "\n"
    if piece.start == 0 and paragraph.marker[:1].isdecimal():
        gap += f"{paragraph.marker} "  # a year or volume
    end, start = before.origin(len(before.text)), paragraph.mapped.origin(piece.start)
    pieces = [*before.pieces(0, len(before.text)), MappedPiece(gap, end, start), *own]
    return MappedText.join(pieces, before.part)


def _label(marker: str) -> str:
    """Return a number or label without brackets; a bullet is none."""
    found = _LABEL.search(marker)
    return found[0] if found else ""


def _authors(entry: ListEntry) -> str:
    """Return the authors that an entry begins with."""
    titles = [mark.start for mark in entry.marks if mark.kind in ("emphasis", "link")]
    first_title = min([start for start in titles if start > 0], default=len(entry.text))
    found = _AUTHORS_END.search(entry.text, 1, min(first_title, _READ))
    if not found:
        return entry.text[:first_title].rstrip(" .,") if first_title < _READ else ""
    return entry.text[: found.start()].rstrip(" ,")
