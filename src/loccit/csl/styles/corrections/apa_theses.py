"""Name theses as APA 7 does (section 10.6)."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.csl.locales.kinds_of_works import kind_in
from loccit.csl.locales.locale import Locale
from loccit.model import Source

#: Degrees, as databases write them.
_DOCTORAL = regex(
    r"(?:(?:[A-Z][a-z]{0,3}\.? ?)+D\.?|D\.?(?: ?[A-Z][a-z]{0,3}\.?)+|Dr\.(?: [a-z.]+)?"
    r"|[Dd]octorate|[Dd]octoral)"
    r"(?: (?i:thesis|dissertation|diss\.?))?",
)
_MASTERS = regex(
    r"(?:M\. ?(?:[A-Z][a-z]{0,3}\.? ?)+|LL\.? ?M\.?|[Mm]aster(?:['’]?s)?)(?: ?(?i:thesis))?",
)
_DEGREES = {_DOCTORAL: "Doctoral dissertation", _MASTERS: "Master’s thesis"}


def degree_as_thesis(source: Source, locale: Locale) -> Source:
    """Name a thesis that databases call by its degree, "Ph.D." (section 10.6)."""
    genre = source.text("genre")
    if source.type != "thesis":
        return source
    for degree, words in _DEGREES.items():
        if degree.fullmatch(genre) and _is_known(words, locale):
            return source.with_variables({"genre": words})
    return source


def as_unpublished(source: Source, locale: Locale) -> Source:
    """Call a thesis unpublished if it is in no archive and has no address.

    Section 10.6, example 64.
    """
    genre = source.text("genre")
    is_published = source.variables.keys() & {"archive", "DOI", "URL"}
    if source.type != "thesis" or is_published or not genre or "npublished" in genre:
        return source
    first, space, rest = genre.partition(" ")
    if not any(map(str.isupper, first[1:])):  # "MSc" stays
        first = first.lower()
    words = f"Unpublished {first}{space}{rest}"
    if not _is_known(words, locale):
        return source
    return source.with_variables({"genre": words})


def _is_known(english: str, locale: Locale) -> bool:
    """Return whether the essay's language has words for a kind of work."""
    return locale.language == "en" or bool(kind_in(english, locale.language))
