"""References in forms that people type and no style has; see `names/forms.txt`."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date

from loccit._startup.regex import regex
from loccit.model import Name, Source
from loccit.recognize.segments import Label
from training.references.names import lines
from training.references.pieces import Piece

_PART = regex(r"\{(\w+)\}")
_LABELS: dict[str, Label] = {
    "names": "author",
    "natural": "author",
    "editors": "editor",
    "translators": "translator",
    "title": "title",
    "container": "container-title",
    "volume": "volume",
    "issue": "issue",
    "pages": "pages",
    "page": "pages",
    "genre": "genre",
    "university": "publisher",
    "doi": "doi",
    "npages": "other",
    "issn": "other",
    "locator": "other",
    "publisher": "publisher",
    "place": "place",
    "year": "date",
    "date": "date",
    "accessed": "accessed",
    "edition": "edition",
    "url": "url",
}
_VARIABLES = {
    "title": "title",
    "container": "container-title",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "publisher": "publisher",
    "place": "publisher-place",
    "url": "URL",
}
_TRIES = 30
_JOINERS = (", ", ", ", "; ", ", ", "/", " and ")
_LAST = (
    " and ",
    " & ",
    ", and ",
    ", & ",
    ", ",
    "; ",
    " und ",
    " et ",
    " y ",
    " e ",
    "/",
)
_THESES = (
    "PhD thesis",
    "Ph.D. thesis",
    "PhD diss.",
    "Doctoral dissertation",
    "Doctoral thesis",
    "Unpublished doctoral dissertation",
    "Unpublished PhD thesis",
    "Unpublished master's thesis",
    "Master's thesis",
    "MSc thesis",
    "Dissertation",
    "Diss.",
    "Masterarbeit",
    "Thèse de doctorat",
    "Mémoire de master",
    "Tesis doctoral",
    "Dissertação (Mestrado em Educação)",
    "Tese (Doutorado em História)",
    "Tesi di dottorato",
    "Bachelor's thesis",
)
_DAYS = (
    "%B {d}, %Y",
    "{d} %B %Y",
    "{d} %b %Y",
    "{d} %b. %Y",
    "%Y-%m-%d",
    "{d}/%m/%Y",
    "{d}.%m.%Y",
    "%B %Y",
    "%b. %Y",
    "%b {d}, %Y",
)


def typed_form(
    source: Source, people: Sequence[Name], choice: random.Random
) -> list[Piece] | None:
    """Return a source in one of the forms, or None if it has too little for any.

    Args:
        people: those who may be editors and translators.
    """
    for _ in range(_TRIES):
        form = choice.choice(lines("forms"))
        writer = _Writer(source, people, choice)
        pieces = list(writer.pieces(form))
        if not writer.lacks:
            return pieces
    return None


class _Writer:
    """Someone who types names and dates in one way.

    Attributes:
        lacks: whether the source lacked a part of the form.
    """

    def __init__(
        self, source: Source, people: Sequence[Name], choice: random.Random
    ) -> None:
        self.source = source
        self.people = people
        self.choice = choice
        self.lacks = False
        self._order = choice.choice(("inverted", "short", "bare", "first-inverted"))
        self._gives = choice.choice(("whole", "whole", "initials"))
        self._joiner = choice.choice(_JOINERS)
        self._last = choice.choice(_LAST)
        self._day = choice.choice(_DAYS)

    def pieces(self, form: str) -> Iterator[Piece]:
        """Yield the pieces of the source in a form."""
        last = 0
        for found in _PART.finditer(form):
            if found.start() > last:
                yield Piece(form[last : found.start()])
            text = self._part(found[1])
            self.lacks = self.lacks or not text
            yield Piece(text, _LABELS[found[1]])
            last = found.end()
        if last < len(form):
            yield Piece(form[last:])

    def _part(self, part: str) -> str:
        if part in _VARIABLES:
            return self.source.plain(_VARIABLES[part])
        if part in ("names", "natural"):
            return self._names(self.source.names("author"), part == "natural")
        if part in ("editors", "translators"):
            names = self.choice.sample(self.people, self.choice.choice((1, 1, 2, 3)))
            return self._names(names, natural=self.choice.random() < 0.7)
        if part in ("date", "accessed"):
            return self._written_day()
        if part == "year":
            return self._year()
        if part == "doi":
            return self.source.text("DOI") or self._made_doi()
        if part == "issn":
            first = self.choice.randint(1000, 9999)
            return f"{first}-{self.choice.randint(1000, 9999)}"
        if part == "university":
            return self.choice.choice(lines("universities"))
        if part == "genre":
            return self.choice.choice(_THESES)
        if part == "edition":
            return self.choice.choice(("2nd", "3rd", "4th", "5", "2", "3", "2nd rev"))
        highest = 900 if part == "npages" else 400
        return str(self.choice.randint(1, highest))

    def _made_doi(self) -> str:
        prefix = self.choice.randint(1000, 9999)
        year = self.choice.randint(1999, 2025)
        return f"10.{prefix}/j.abc.{year}.{self.choice.randint(1, 99999):05}"

    def _year(self) -> str:
        issued = self.source.date("issued")
        if issued is None or issued.start is None:
            return ""
        return str(issued.start.year)

    def _written_day(self) -> str:
        year = int(self._year() or self.choice.randint(1995, 2025))
        if not 1 <= year <= 9999:
            return ""
        month, day = self.choice.randint(1, 12), self.choice.randint(1, 28)
        return date(year, month, day).strftime(self._day.replace("{d}", str(day)))

    def _names(self, names: Sequence[Name], natural: bool) -> str:
        if not names:
            return ""
        written: list[str] = []
        for index, name in enumerate(names):
            first_only = self._order == "first-inverted" and index > 0
            written.append(self._name(name, natural or first_only))
        if len(written) > 1 and self.choice.random() < 0.12:
            return written[0] + self.choice.choice((" et al.", ", et al.", " et al"))
        if len(written) == 1:
            return written[0]
        return self._joiner.join(written[:-1]) + self._last + written[-1]

    def _name(self, name: Name, natural: bool) -> str:
        if name.literal or not name.given:
            return name.literal or name.family
        family = f"{name.non_dropping_particle} {name.family}".strip()
        given = name.given
        if self._gives == "initials" or self._order in ("short", "bare"):
            given = _initials(given, "" if self._order == "bare" else ".")
        if natural:
            return f"{given} {family}"
        if self._order == "bare":
            return f"{family} {given}"
        return f"{family}, {given}"


def _initials(given: str, point: str) -> str:
    letters = [word[0] + point for word in given.replace(".", " ").split()]
    return ("" if not point else " ").join(letters)
