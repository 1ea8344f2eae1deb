"""Judge whether a file is named after a source, in the ways of people and programs.

"Doe 2001.pdf", "Doe et al. - 2001 - The Title.pdf" (Zotero), "doe2001.pdf" (its key),
"10.1000_182.pdf" (its DOI), "The Title.pdf".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum

from loccit._startup.regex import regex
from loccit.lint.quoted.letters import letters_of
from loccit.model import Name, Source

_WORD = regex(r"[^\W\d_]+|\d+")
_YEAR = regex(r"(?:1[5-9]|20)\d\d")
#: What names of files have between authors, and what people and programs add.
_FILLERS = frozenset(["al", "and", "copy", "et", "final", "und"])
#: Letters of an identifier or a title that no other source has by accident.
_IDENTIFIER = 8
_LONG_TITLE = 20
#: The share of a name's other words that the title has to have.
_MOST = 0.6


class Fit(IntEnum):
    """How surely a file belongs to a source."""

    NONE = 0
    #: The name of an author, and the year.
    BRIEF = 1
    TITLE = 2
    IDENTIFIER = 3


def fit_of(stem: str, source: Source) -> Fit:
    """Judge a file by the stem of its name.

    >>> from loccit.model import Date, DateParts, Name
    >>> variables = {"author": (Name("Doe"),), "title": "On Rivers", "issued": Date(DateParts(2001))}
    >>> source = Source("doe01", "book", variables)
    >>> [fit_of(stem, source).name for stem in ("doe01", "Doe - On Rivers", "Doe2001", "Doe 2002")]
    ['IDENTIFIER', 'TITLE', 'BRIEF', 'NONE']
    """
    letters = letters_of(stem)
    if _is_identified(letters, source):
        return Fit.IDENTIFIER
    words = [letters_of(word) for word in _WORD.findall(stem)]
    if _has_another_year(words, source):
        return Fit.NONE
    return _fit_of_words(words, letters, source)


def _is_identified(letters: str, source: Source) -> bool:
    if letters == letters_of(source.key):
        return True
    doi = source.text("DOI")
    whole, suffix = letters_of(doi), letters_of(doi.partition("/")[2])
    if len(suffix) >= _IDENTIFIER and letters == suffix:
        return True
    return len(whole) >= _IDENTIFIER and whole in letters


def _has_another_year(words: Sequence[str], source: Source) -> bool:
    title = _words(source.plain("title"))
    years = {word for word in words if _YEAR.fullmatch(word)} - {*title}
    return bool(years) and year_of(source) not in years


def _fit_of_words(words: Sequence[str], letters: str, source: Source) -> Fit:
    title = letters_of(source.plain("title"))
    if len(title) >= _LONG_TITLE and title in letters:
        return Fit.TITLE
    family = family_of(source)
    if not family or not set(family) <= set(words):
        return Fit.NONE
    known = {year_of(source), *_FILLERS, *_words_of_names(source)}
    others = [word for word in words if word not in known and not word.isdecimal()]
    if not others:
        return Fit.BRIEF if year_of(source) in words else Fit.NONE
    return Fit.TITLE if _are_of_title(others, source) else Fit.NONE


def _are_of_title(words: Sequence[str], source: Source) -> bool:
    """Return whether words are of a title, whose last word may be cut."""
    title = _words(source.plain("title"))
    cut = any(word.startswith(words[-1]) for word in title)
    of_title = [word for word in words[:-1] if word in title]
    return len(of_title) + cut >= _MOST * len(words)


def family_of(source: Source) -> list[str]:
    """Return the words of the first author's or editor's surname, or of a group."""
    names = _names(source)
    return _words(names[0].family or names[0].literal) if names else []


def year_of(source: Source) -> str:
    """Return the year in which a source was issued; `""` if it is unknown."""
    issued = source.date("issued")
    return str(issued.start.year) if issued and issued.start else ""


def _names(source: Source) -> Sequence[Name]:
    return source.names("author") or source.names("editor")


def _words_of_names(source: Source) -> Iterator[str]:
    for name in _names(source):
        particles = f"{name.dropping_particle} {name.non_dropping_particle}"
        yield from _words(f"{particles} {name.family} {name.given} {name.literal}")


def _words(text: str) -> list[str]:
    return [letters_of(word) for word in _WORD.findall(text)]
