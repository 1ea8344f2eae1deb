"""How the texts of tags become values of CSL variables, and back: named pairs for the
tables of the formats.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence

from loccit._startup.regex import regex
from loccit.bibliography.records.fields import Converter
from loccit.bibliography.records.names import read_names, write_names
from loccit.model import Date, Value
from loccit.values import page_ranges
from loccit.values.dates import read_date, write_date
from loccit.values.identifiers import plain_doi
from loccit.values.languages import read_language
from loccit.values.numbers import plain_edition

_NOCASE = regex(r'<span class="nocase">(.*?)</span>', re.DOTALL)
_REFERENCE = regex(r"&(?:#\d+|#x[\da-f]+|[a-z]\w*);", re.IGNORECASE)
#: Document types of Scopus, Web of Science and EBSCO, which a reference would print in
#: brackets.
_KINDS_OF_ARTICLES = frozenset(
    [
        *(
            "article",
            "article in press",
            "book",
            "book chapter",
            "book review",
            "chapter",
            "conference paper",
        ),
        *(
            "conference proceeding",
            "conference review",
            "data paper",
            "early access",
            "editorial",
            "editorial material",
        ),
        *("erratum", "journal", "journal article", "letter", "magazine article"),
        *(
            "newspaper article",
            "note",
            "original article",
            "proceedings paper",
            "report",
            "research article",
        ),
        *(
            "research paper",
            "review",
            "review article",
            "short survey",
            "text",
            "web",
            "web page",
        ),
    ]
)
_PAGE_LABEL = regex(r"^pp?\.?\s*(?=\d)")


def one_line(text: str) -> str:
    """Text without line ends, and with the letters that character references of HTML
    stand for.

    >>> one_line("Law &amp;\\n   Order")
    'Law & Order'
    """
    return " ".join(_REFERENCE.sub(lambda found: html.unescape(found[0]), text).split())


def without_nocase(text: str) -> str:
    """Text without the spans that keep capitals: only CSL knows them."""
    while "nocase" in text and (found := _NOCASE.sub(r"\1", text)) != text:
        text = found
    return text


def paragraphs(text: str) -> str:
    """Text whose line ends part paragraphs."""
    return "\n".join(
        line for line in map(str.strip, text.replace("\r", "").split("\n")) if line
    )


def for_text(convert: Callable[[str], str]) -> Callable[[Value], Sequence[str]]:
    """What writes text on one line."""
    return lambda value: (
        [text] if isinstance(value, str) and (text := convert(value)) else []
    )


def for_names(value: Value) -> Sequence[str]:
    """What writes names."""
    return write_names(value) if isinstance(value, tuple) else []


def for_date(value: Value) -> Sequence[str]:
    """What writes a date."""
    text = write_date(value) if isinstance(value, Date) else ""
    return [text] if text else []


def first(
    convert: Callable[[str], Value | None],
) -> Callable[[Sequence[str]], Value | None]:
    """What reads the first of the texts."""
    return lambda texts: convert(texts[0])


def read_keywords(texts: Sequence[str]) -> str:
    """Keywords, one or many a line, with commas between, or semicolons where one has a
    comma of its own.

    The asterisk before what a work is mainly about is left out.

    >>> read_keywords(["prisons", "race; law"]), read_keywords(["Models, Molecular", "Animals"])
    ('prisons, race, law', 'Models, Molecular; Animals')
    """
    words = [
        one_line(word).lstrip("*")
        for text in texts
        for word in text.replace("\n", ";").split(";")
    ]
    words = list(dict.fromkeys(filter(None, words)))
    return (
        "; " if len(words) > 1 and any("," in word for word in words) else ", "
    ).join(words)


def write_keywords(value: Value) -> Sequence[str]:
    """A keyword a line."""
    if not isinstance(value, str):
        return []
    return [
        word
        for part in value.split(";" if ";" in value else ",")
        if (word := one_line(part))
    ]


def read_pages(text: str) -> str:
    """Return pages with a hyphen in their ranges, and without a "pp." before them.

    In a .bib file the label stays, since `loccit check` reports it to its author.
    """
    return page_ranges.read_pages(_PAGE_LABEL.sub("", one_line(text)))


def short_number(text: str) -> str:
    """A number of a few characters, or `""`: what has no field of its own stands in the
    same tags.
    """
    text = one_line(text)
    return (
        text if len(text) <= 20 and any(letter.isdecimal() for letter in text) else ""
    )


def read_genre(text: str) -> str:
    """What kind of work it is, unless that is what its type says, or what a database
    calls every article.

    >>> read_genre("Doctoral dissertation"), read_genre("Article")
    ('Doctoral dissertation', '')
    """
    text = one_line(text)
    return "" if text.lower().replace("-", " ") in _KINDS_OF_ARTICLES else text


TEXT = Converter(first(one_line), for_text(one_line))
TITLE = Converter(
    first(one_line), for_text(lambda text: one_line(without_nocase(text)))
)
PARAGRAPHS = Converter(
    lambda texts: "\n".join(filter(None, map(paragraphs, texts))),
    for_text(paragraphs),
    many=True,
)
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
