"""Read and write literal lists, whose items are separated by "and"."""

from __future__ import annotations

from loccit.bibliography.formats.bibtex.latex.read import tex_to_text
from loccit.bibliography.formats.bibtex.latex.write import text_to_tex
from loccit.bibliography.formats.bibtex.names import split_at_and

#: BibLaTeX's keys for the countries of patents (manual, 4.9.2.16).
_COUNTRIES = {
    "countryde": "Germany",
    "countryeu": "European Union",
    "countryep": "European Union",
    "countryfr": "France",
    "countryuk": "United Kingdom",
    "countryus": "U.S.",
}


def read_list(tex: str) -> str:
    """Read a literal list of BibLaTeX as one text.

    "Kandoo Films and Netflix" are two publishers; CSL has one text for them.

    >>> read_list("Kandoo Films and Netflix"), read_list("{Barnes and Noble}")
    ('Kandoo Films; Netflix', 'Barnes and Noble')
    """
    return "; ".join(filter(None, map(tex_to_text, split_at_and(tex))))


def write_list(text: str) -> str:
    """Write items with "and" between them; an item that contains "and" gets braces."""
    return " and ".join(map(write_name, text.split("; ")))


def write_name(text: str) -> str:
    """Write a publisher or the like for BibTeX, which has no literal lists.

    A name that contains "and" gets braces, so that BibLaTeX doesn't split it.
    """
    tex = text_to_tex(text)
    return f"{{{tex}}}" if " and " in tex else tex


def read_countries(tex: str) -> str:
    """Read where a patent holds: a list of names, or of BibLaTeX's keys for them."""
    countries = read_list(tex).split("; ")
    return "; ".join(_COUNTRIES.get(country, country) for country in countries)
