"""Read and write literal lists, whose items are separated by "and"."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.latex.read import tex_to_text
from loccit.bibliography.formats.bibtex.latex.write import text_to_tex
from loccit.bibliography.formats.bibtex.names import split_at_and
from loccit.values.groups import is_group, may_be_task

#: Words that a publisher's name has, and a founder's has not.
_OF_PUBLISHERS = regex(
    r"\b(?:books?|editions?|éditions|editorial|films?|press|presses|productions"
    r"|publi\w+|records|studios?|verlag|universit\w+)\b",
    re.IGNORECASE,
)
#: What follows "and" in the names of firms.
_PARTNERS = frozenset(["Associates", "Co.", "Company", "Daughters", "Partners", "Sons"])
_TASK = regex(r"\b(?:of|for)\b")

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


def read_publishers(tex: str) -> str:
    """Read a literal list of publishers or institutions.

    Zotero and Better BibTeX write no braces around a name with an "and" in it, so that
    BibLaTeX separates its halves: they are joined where neither is a name by itself.

    >>> read_publishers("MIT Press and Oxford University Press")
    'MIT Press; Oxford University Press'
    >>> read_publishers("Farrar, Straus and Giroux"), read_publishers("Allyn and Bacon")
    ('Farrar, Straus and Giroux', 'Allyn and Bacon')
    >>> read_publishers("Department of Health and Human Services, Office of Ferries")
    'Department of Health and Human Services, Office of Ferries'
    """
    items = list(filter(None, map(tex_to_text, split_at_and(tex))))
    names = items[:1]
    for item in items[1:]:
        if _are_halves(names[-1], item):
            names[-1] = f"{names[-1]} and {item}"
        else:
            names.append(item)
    return "; ".join(names)


def _are_halves(first: str, second: str) -> bool:
    """Return whether an "and" within one name separated two texts."""
    second, _, _ = second.partition(",")  # "Human Services, Office of Ferries"
    if first.endswith(",") or second in _PARTNERS:
        return True
    if _is_publisher(first) and _is_publisher(second):
        return False
    has_task = _TASK.search(first) is not None
    if has_task and (" " not in second or may_be_task(second)):
        return True
    return not _is_publisher(first) and not _is_publisher(second) and " " not in second


def _is_publisher(text: str) -> bool:
    """Return whether a text names a publisher or an institution by itself."""
    if text.isupper() or may_be_task(text):
        return text.isupper()
    return _OF_PUBLISHERS.search(text) is not None or is_group(text)


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
