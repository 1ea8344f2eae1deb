"""A stretch of text that may be a citation."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit.model import Locator
from loccit.recognize.citations.passage import Passage
from loccit.recognize.citations.reading.cluster import CiteRead
from loccit.recognize.citations.reading.names import NamesRead
from loccit.recognize.typed_citation import TypedMode

#: Characters that may be before what begins a paragraph.
_FEW = 6


class PossibleCite(NamedTuple):
    """One cite of it.

    Attributes:
        start, end: its place in the text, brackets excluded.
        read: how its names were read, with their prefix.
        year, letters: its year.
        number: of a numeric citation.
        locator: the place in the work.
        after: what follows it.
        secondary: whether the work before it was read in this one.
    """

    start: int
    end: int
    read: NamesRead | None = None
    year: str = ""
    letters: str = ""
    number: str = ""
    locator: Locator | None = None
    after: str = ""
    secondary: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Its names."""
        return self.read.names if self.read else ()


class Possible(NamedTuple):
    """A stretch of text that may be a citation.

    Attributes:
        passage: the paragraph.
        mode: how it is typed.
        start, end: its place in the text, brackets included.
        cites: its cites.
        prior: how likely such a shape is a citation, before anything else is known, in
            log odds.
    """

    passage: Passage
    mode: TypedMode
    start: int
    end: int
    cites: tuple[PossibleCite, ...]
    prior: float = 0.0

    @property
    def text(self) -> str:
        """What is typed."""
        return self.passage.text[self.start : self.end]

    @property
    def before(self) -> str:
        """Some of the text before it."""
        return self.passage.text[max(0, self.start - 80) : self.start]

    @property
    def begins_paragraph(self) -> bool:
        """Whether nothing but white space and markup is before it."""
        return self.start <= _FEW and not self.before.strip(' \n\t*_>"“')

    @property
    def begins_line(self) -> bool:
        """Whether nothing is before it in its line."""
        return not self.before.rpartition("\n")[2].strip()

    @property
    def after(self) -> str:
        """Some of the text after it."""
        return self.passage.text[self.end : self.end + 60]


def cites_of(
    reads: list[CiteRead], names: NamesRead | None = None
) -> tuple[PossibleCite, ...]:
    """Return what was read within brackets as cites.

    Args:
        reads: the cites; one without names has those of the one before.
        names: what is before the brackets.
    """
    cites: list[PossibleCite] = []
    for read in reads:
        is_second = bool(cites)
        names = read.names or names
        secondary = is_second and read.names is not None and read.names.secondary
        cite = PossibleCite(
            read.start,
            read.end,
            names,
            read.year.text,
            read.year.letters[:1],
            locator=read.locator,
            after=read.after or (read.names.title if read.names else ""),
            secondary=secondary,
        )
        cites.append(cite)
        cites += [cite._replace(letters=letter) for letter in read.year.letters[1:]]
    return tuple(cites)
