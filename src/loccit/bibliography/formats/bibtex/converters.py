"""Convert values of .bib fields to values of CSL variables, and back.

Each converter is a named pair for the table in fields.py.
"""

from __future__ import annotations

from collections.abc import Callable

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.bibstrings import (
    read_bibstring,
    write_bibstring,
)
from loccit.bibliography.formats.bibtex.identifiers import doi_of_tex, read_verbatim
from loccit.bibliography.formats.bibtex.languages import read_language, write_language
from loccit.bibliography.formats.bibtex.latex.bibstrings import BIBSTRINGS
from loccit.bibliography.formats.bibtex.latex.read import plain_tex, tex_to_text
from loccit.bibliography.formats.bibtex.latex.write import text_to_tex
from loccit.bibliography.formats.bibtex.literal_lists import (
    read_countries,
    read_list,
    read_publishers,
    write_list,
)
from loccit.bibliography.formats.bibtex.names import read_names, write_names
from loccit.bibliography.formats.bibtex.numbers import (
    read_edition,
    read_pages,
    write_pages,
)
from loccit.model import Date, Value
from loccit.values.dates import read_date, write_date

#: Commands and groups, and a tie between words; another `~` is EDTF's.
_TEX = regex(r"[\\{<]|\S~\w")
_BLANK_LINES = regex(r"\n[ \t\r]*\n\s*")


@dataclass(frozen=True, slots=True)
class Converter:
    """A conversion of a field's TeX to a variable's value, and back.

    Attributes:
        read: takes TeX; an empty value or None means that there is no variable.
        write: takes a value; `""` means that there is no field.
    """

    read: Callable[[str], Value | None]
    write: Callable[[Value], str]


def _for_text(convert: Callable[[str], str]) -> Callable[[Value], str]:
    return lambda value: convert(value) if isinstance(value, str) else ""


def _for_names(value: Value) -> str:
    return write_names(value) if isinstance(value, tuple) else ""


def _read_date(tex: str) -> Date | None:
    date = read_date(tex)
    if date and date.literal and _TEX.search(tex):
        return read_date(plain_tex(tex))
    return date


def _for_date(value: Value) -> str:
    if not isinstance(value, Date):
        return ""
    return text_to_tex(value.literal) if value.literal else write_date(value)


def _unchanged(text: str) -> str:
    return text


def _read_paragraphs(tex: str) -> str:
    """Read text in which a blank line begins a new paragraph, as in CSL-JSON."""
    if "\n" not in tex:
        return tex_to_text(tex)
    paragraphs = map(tex_to_text, _BLANK_LINES.split(tex))
    return "\n\n".join(filter(None, paragraphs))


def _read_title(tex: str) -> str:
    return tex_to_text(tex, protect=True)


def _read_series(tex: str) -> str:
    """Read a series' title, or BibLaTeX's key for "new series"."""
    return BIBSTRINGS.get(tex.lower()) or _read_title(tex)


TEXT = Converter(tex_to_text, _for_text(text_to_tex))
PARAGRAPHS = Converter(_read_paragraphs, _for_text(text_to_tex))
TITLE = Converter(_read_title, _for_text(text_to_tex))
COUNTRIES = Converter(read_countries, _for_text(write_list))
SERIES = Converter(_read_series, _for_text(text_to_tex))
PUBLISHERS = Converter(read_publishers, _for_text(write_list))
LIST = Converter(read_list, _for_text(write_list))
#: Converters of fields that are literal lists in BibLaTeX, and one name in BibTeX.
LISTS = (LIST, PUBLISHERS)
NAMES = Converter(read_names, _for_names)
DATE = Converter(_read_date, _for_date)
EDITION = Converter(read_edition, _for_text(text_to_tex))
PAGES = Converter(read_pages, _for_text(write_pages))
VERBATIM = Converter(read_verbatim, _for_text(_unchanged))
DOI = Converter(doi_of_tex, _for_text(_unchanged))
LANGUAGE = Converter(read_language, _for_text(write_language))
BIBSTRING = Converter(read_bibstring, _for_text(write_bibstring))
