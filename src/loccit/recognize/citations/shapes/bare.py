"""Names and a year in a sentence, without brackets: "as Doe 2001 shows", "Doe, 2001"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.passage import Passage
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.citations.reading.locators import has_label, read_locator
from loccit.recognize.citations.reading.names_before import names_before
from loccit.recognize.citations.reading.years import Year, years_in

_PRIOR = -4.0
_COLON_AND_PAGE = regex(r":\s?\d")
_LONGEST_PLACE = 60


def find(passage: Passage, essay: CitingEssay) -> Iterator[Possible]:
    """Yield years with names directly before them."""
    text = passage.text
    for year in years_in(text, 0, len(text)):
        if not passage.char_before(year.start).isspace():
            continue
        names = names_before(text, year.start, essay.lexicon)
        if names is None or passage.is_verbatim(year.start):
            continue
        if not year.is_number and not names.et_al:
            continue
        yield _possible(
            passage,
            year,
            PossibleCite(names.start, year.end, names, year.text, year.letters[:1]),
        )


def _possible(passage: Passage, year: Year, cite: PossibleCite) -> Possible:
    text, end = passage.text, year.end
    if has_label(text, end, len(text)) or _COLON_AND_PAGE.match(text, end):
        limit = min(len(text), end + _LONGEST_PLACE)
        place = read_locator(text, end, limit)
        if place:
            cite = cite._replace(locator=place.locator, end=place.end)
    return Possible(passage, "bare", cite.start, cite.end, (cite,), _PRIOR)
