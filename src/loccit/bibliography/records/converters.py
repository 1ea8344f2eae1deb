"""Converters between the texts of tags and the values of CSL variables, for the tables
of the formats.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from loccit._startup.regex import regex
from loccit.bibliography.records.fields import Converter
from loccit.bibliography.records.names import read_names, write_names
from loccit.model import Date, Value
from loccit.values import page_ranges
from loccit.values.character_references import one_line
from loccit.values.dates import read_date, write_date
from loccit.values.genres import read_genre
from loccit.values.identifiers import plain_doi
from loccit.values.languages import read_language
from loccit.values.numbers import plain_edition

#: A span that keeps capitals; only CSL knows it.
_NOCASE = regex(r'<span class="nocase">(.*?)</span>', re.DOTALL)
#: The "pp." of "pp. 12-15".
_PAGE_LABEL = regex(r"^pp?\.?\s*(?=\d)")
#: Longer text in the tag of a number is not a number.
_LONGEST_NUMBER = 20


def without_nocase(text: str) -> str:
    """Remove the spans that keep capitals, which only CSL knows; they may be nested."""
    while "nocase" in text and (found := _NOCASE.sub(r"\1", text)) != text:
        text = found
    return text


def paragraphs(text: str) -> str:
    """Return text with one line end between paragraphs, and without blank lines."""
    lines = text.replace("\r", "").split("\n")
    return "\n".join(filter(None, map(str.strip, lines)))


def for_text(convert: Callable[[str], str]) -> Callable[[Value], Sequence[str]]:
    """Return a writer of text that `convert` prepares."""

    def write(value: Value) -> Sequence[str]:
        text = convert(value) if isinstance(value, str) else ""
        return [text] if text else []

    return write


def for_names(value: Value) -> Sequence[str]:
    """Write names, one a line."""
    return write_names(value) if isinstance(value, tuple) else []


def for_date(value: Value) -> Sequence[str]:
    """Write a date."""
    text = write_date(value) if isinstance(value, Date) else ""
    return [text] if text else []


def first(
    convert: Callable[[str], Value | None],
) -> Callable[[Sequence[str]], Value | None]:
    """Return a reader that converts the first of the texts."""
    return lambda texts: convert(texts[0])


def read_keywords(texts: Sequence[str]) -> str:
    """Read keywords, of which a line may have several.

    Commas separate them, or semicolons if a keyword contains a comma. The asterisk that
    PubMed puts before the main topics is removed.

    >>> read_keywords(["prisons", "race; law"]), read_keywords(["Models, Molecular", "Animals"])
    ('prisons, race, law', 'Models, Molecular; Animals')
    """
    words = ";".join(texts).replace("\n", ";").split(";")
    words = [one_line(word).lstrip("*") for word in words]
    distinct = list(dict.fromkeys(filter(None, words)))
    has_comma = any("," in word for word in distinct)
    separator = "; " if len(distinct) > 1 and has_comma else ", "
    return separator.join(distinct)


def write_keywords(value: Value) -> Sequence[str]:
    """Write keywords, one a line."""
    if not isinstance(value, str):
        return []
    separator = ";" if ";" in value else ","
    words = map(one_line, value.split(separator))
    return list(filter(None, words))


def read_pages(text: str) -> str:
    """Return pages with a hyphen in their ranges, and without a "pp." before them.

    In a .bib file the label stays, since `loccit check` reports it to its author.
    """
    return page_ranges.read_pages(_PAGE_LABEL.sub("", one_line(text)))


def short_number(text: str) -> str:
    """Return a number of a few characters, or `""`.

    Programs put other text, which has no tag of its own, in the same tags.
    """
    text = one_line(text)
    has_digit = any(letter.isdecimal() for letter in text)
    return text if has_digit and len(text) <= _LONGEST_NUMBER else ""


def _read_paragraphs(texts: Sequence[str]) -> str:
    return "\n".join(filter(None, map(paragraphs, texts)))


def _write_title(text: str) -> str:
    return one_line(without_nocase(text))


TEXT = Converter(first(one_line), for_text(one_line))
TITLE = Converter(first(one_line), for_text(_write_title))
PARAGRAPHS = Converter(_read_paragraphs, for_text(paragraphs), many=True)
NAMES = Converter(read_names, for_names, many=True)
NUMBER = Converter(first(short_number), for_text(short_number))
GENRE = Converter(first(read_genre), for_text(read_genre))
DATE = Converter(first(read_date), for_date)
KEYWORDS = Converter(read_keywords, write_keywords, many=True)
PAGES = Converter(first(read_pages), for_text(one_line))
EDITION = Converter(
    first(lambda text: plain_edition(one_line(text))), for_text(one_line)
)
LANGUAGE = Converter(
    first(lambda text: read_language(one_line(text))), for_text(one_line)
)
ADDRESS = Converter(first(lambda text: "".join(text.split())), for_text(one_line))
DOI = Converter(first(lambda text: plain_doi(one_line(text))), for_text(one_line))
