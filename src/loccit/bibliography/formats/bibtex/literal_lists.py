"""Literal lists, whose items are parted by "and"."""

from __future__ import annotations

from loccit.bibliography.formats.bibtex.latex.read import tex_to_text
from loccit.bibliography.formats.bibtex.latex.write import text_to_tex
from loccit.bibliography.formats.bibtex.names import split_at_and


def read_list(tex: str) -> str:
    """BibLaTeX's literal lists: "Kandoo Films and Netflix" are two publishers, which
    CSL has in one text.

    >>> read_list("Kandoo Films and Netflix"), read_list("{Barnes and Noble}")
    ('Kandoo Films; Netflix', 'Barnes and Noble')
    """
    return "; ".join(filter(None, map(tex_to_text, split_at_and(tex))))


def write_list(text: str) -> str:
    """The items with "and" between them; one that has an "and" of its own stands in
    braces.
    """
    parts = (text_to_tex(part) for part in text.split("; "))
    return " and ".join("{" + part + "}" if " and " in part else part for part in parts)


def write_name(text: str) -> str:
    """A publisher or the like in BibTeX, which has no lists; an "and" stands in braces
    lest BibLaTeX part it there.
    """
    tex = text_to_tex(text)
    return "{" + tex + "}" if " and " in tex else tex


_COUNTRIES = {
    "countryde": "Germany",
    "countryeu": "European Union",
    "countryep": "European Union",
    "countryfr": "France",
    "countryuk": "United Kingdom",
    "countryus": "U.S.",
}


def read_countries(tex: str) -> str:
    """Where a patent holds: a list of names, or of BibLaTeX's keys for them."""
    return "; ".join(
        _COUNTRIES.get(country, country) for country in read_list(tex).split("; ")
    )
