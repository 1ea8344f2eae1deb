"""The list of sources as it is typed."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.paragraph import Mark
from loccit.model import Span


class ListEntry(NamedTuple):
    """An entry as it is typed, without bullet or number.

    Attributes:
        text: what readers see.
        marks: what its markup sets apart, `text[start:end]`.
        span: its place in the part, with the markup at its ends.
        number: its number or label, as it is typed.
        ditto: the length of the dashes or dots at its start that stand for authors.
        authors: the authors that these stand for, as the entry above has them.
        mapped: the text, which knows where it comes from.
    """

    text: str
    marks: tuple[Mark, ...]
    span: Span
    part: str = ""
    number: str = ""
    ditto: int = 0
    authors: str = ""
    mapped: MappedText = MappedText("")

    def with_year(self) -> ListEntry:
        """Return the entry with its number, which is a year, at its beginning.

        >>> ListEntry("It. Press.", (), Span(6, 16), "", "1964").with_year().text
        '1964. It. Press.'
        """
        year = f"{self.number}. "
        marks = tuple(_shifted(mark, len(year)) for mark in self.marks)
        span = Span(self.span.start - len(year), self.span.end)
        pieces = self.mapped.pieces(0, len(self.mapped.text))
        mapped = MappedText.join([Piece(year, span.start), *pieces], self.part)
        return self._replace(
            text=year + self.text, marks=marks, span=span, number="", mapped=mapped
        )

    def spelled_out(self) -> ListEntry:
        """Return the entry with the authors in the place of the ditto mark.

        >>> ListEntry("___. (2011). It.", (), Span(0, 16), "", "", 3, "Doe, J").spelled_out().text
        'Doe, J. (2011). It.'
        """
        if not self.authors:
            return self
        shift = len(self.authors) - self.ditto
        marks = tuple(
            _shifted(mark, shift) for mark in self.marks if mark.start >= self.ditto
        )
        text = self.authors + self.text[self.ditto :]
        return self._replace(text=text, marks=marks, ditto=0, authors="")


@dataclass(frozen=True, slots=True)
class FoundList:
    """The list as it is typed; see `loccit.recognize.typed_list.TypedList`."""

    heading: Span | None
    span: Span
    part: str
    paragraphs: frozenset[int]
    entries: tuple[ListEntry, ...]


def _shifted(mark: Mark, shift: int) -> Mark:
    return mark._replace(start=mark.start + shift, end=mark.end + shift)
