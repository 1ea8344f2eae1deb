"""Vary sources: other journals, newspapers, publishers and websites, and fields that are
missing.

The libraries are about few subjects. The model must not learn that a journal is called
"TUGboat".
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.csl import style_ids, style_info
from loccit.model import Date, Name, Source
from loccit.model.date import DateParts
from loccit.model.source import Value
from training.references.sources import LEFT_OUT

_NAMES = Path(__file__).with_name("names")
_OTHER_JOURNAL = 0.6
_OTHER_PUBLISHER = 0.5
_OTHER_PLACE = 0.4
_AS_WEB_PAGE = 0.12
_AS_NEWSPAPER = 0.06
_BY_GROUP = 0.4
_FILM = 0.05
_EDITIONS = (
    "2",
    "2",
    "3",
    "4",
    "5",
    "7",
    "10",
    "Rev. ed.",
    "revised edition",
    "2nd rev.",
)
_SERIES = (
    "Lecture Notes in Computer Science",
    "Oxford Studies in Ancient Philosophy",
    "Contributions in Sociology",
    "New Directions for Teaching and Learning",
    "Routledge Studies in Education",
    "Cambridge Texts in the History of Philosophy",
    "Graduate Texts in Mathematics",
    "Penguin Classics",
    "Oxford World's Classics",
    "Wiley Series in Probability and Statistics",
    "Springer Series in Statistics",
    "Use R!",
    "Sage Library of Social Research",
    "Quantitative Applications in the Social Sciences",
    "Studies in Language and Linguistics",
    "The Norton Library",
    "Library of America",
    "Current Topics in Behavioral Neurosciences",
    "Research Methods Series",
    "suhrkamp taschenbuch wissenschaft",
    "Reclams Universal-Bibliothek",
    "Beiträge zur Geschichte der Philosophie",
    "Schriftenreihe der Bundeszentrale für politische Bildung",
    "Bibliothèque de la Pléiade",
    "Que sais-je ?",
    "Folio essais",
    "Collection Points",
    "Biblioteca de Autores Cristianos",
    "Coleção Debates",
    "Economia e società",
)
_REPORTS = (
    "Working Paper",
    "Discussion Paper",
    "Research Report",
    "Technical Report",
    "Policy Brief",
    "Policy Research Working Paper",
    "White Paper",
    "Research Paper",
    "Arbeitspapier",
    "Document de travail",
    "Occasional Paper",
    "Report",
)


class _Kind(NamedTuple):
    """A kind of film or broadcast: its type, who made it, what it is called."""

    type: str
    role: str
    genre: str | None


_FILMS = (
    _Kind("motion_picture", "director", "Film"),
    _Kind("motion_picture", "director", None),
    _Kind("song", "host", "Audio podcast"),
    _Kind("broadcast", "executive-producer", "TV series"),
    _Kind("motion_picture", "producer", "Motion picture"),
    _Kind("motion_picture", "author", "Video"),
)
_STUDIOS = (
    "Warner Bros.",
    "Paramount Pictures",
    "Universal Pictures",
    "20th Century Fox",
    "Columbia Pictures",
    "Miramax",
    "Netflix",
    "HBO",
    "BBC",
    "PBS",
    "NPR",
    "YouTube",
    "Media Education Foundation",
    "Focus Features",
    "Studio Ghibli",
    "Metro-Goldwyn-Mayer",
    "Spotify",
    "Gimlet Media",
)
_ABBREVIATED = 0.12
_SMALL_WORDS = ("of", "the", "and", "in", "for", "&", "on", "de", "la", "für", "und")
_WITH_DAY = 0.2
_REPRINT = 0.05
_NOT_LETTERS = regex(r"[^a-z0-9]+")
_SLUG = 60


def varied(source: Source, people: Sequence[Name], choice: random.Random) -> Source:
    """Return a source as somebody else might have it.

    Args:
        people: those who may be editors and translators.
    """
    values: dict[str, Value | None] = {}
    for variable, share in LEFT_OUT.items():
        if choice.random() < share:
            values[variable] = None
    source = source.with_variables(_without_placeholders(source))
    varied = source.with_variables(values)
    if not varied.text("volume") and varied.text("issue") and choice.random() < 0.7:
        only = varied.text("issue")
        varied = varied.with_variables({"volume": only, "issue": None})
    if varied.text("publisher-place") and choice.random() < _OTHER_PLACE:
        place = choice.choice(_lines("places"))
        varied = varied.with_variables({"publisher-place": place})
    if source.type in ("article-journal", "article-magazine"):
        return _other_periodical(varied, choice)
    if source.type in ("book", "chapter"):
        return _other_book(varied, people, choice)
    if source.type == "report":
        return varied.with_variables(_report(choice))
    if source.type in ("webpage", "post", "post-weblog"):
        return _web_page(varied, choice)
    return varied


def _without_placeholders(source: Source) -> dict[str, Value | None]:
    """Return the variables to remove because they say that nothing is known."""
    removed: dict[str, Value | None] = {}
    for variable, value in source.variables.items():
        if isinstance(value, str) and "????" in value:
            removed[variable] = None
    return removed


def _other_periodical(source: Source, choice: random.Random) -> Source:
    """Return an article in another journal, in a newspaper, or on a website."""
    share = choice.random()
    if share < _AS_WEB_PAGE:
        return _web_page(source, choice)
    if share < _AS_WEB_PAGE + _AS_NEWSPAPER:
        return _in_newspaper(source, choice)
    source = _dated(source, choice).with_variables(_other_numbers(choice))
    if choice.random() < _OTHER_JOURNAL:
        return source.with_variables(_journal(choice))
    return source


def _journal(choice: random.Random) -> dict[str, Value | None]:
    """Return another journal, perhaps abbreviated."""
    name = choice.choice(journals())
    point = choice.choice((".", ""))
    short = _abbreviated(name, point, choice)
    if choice.random() < _ABBREVIATED:
        name = short
    return {"container-title": name, "container-title-short": short}


def _abbreviated(name: str, point: str, choice: random.Random) -> str:
    """Return "J Clin Med" of "Journal of Clinical Medicine"."""
    words = [word for word in name.split() if word.lower() not in _SMALL_WORDS]
    if len(words) < 2:
        return name
    return " ".join([_short_word(word, point, choice) for word in words])


def _short_word(word: str, point: str, choice: random.Random) -> str:
    if word == "Journal":
        return "J" + point
    if len(word) < 6 or not word.isalpha():
        return word
    length = choice.randint(3, 6)
    while length > 3 and word[length - 1] in "aeiou":
        length -= 1
    return word[:length] + point


def _other_numbers(choice: random.Random) -> dict[str, Value | None]:
    """Return unusual numbers: of articles, of issues counted through, of two volumes."""
    values: dict[str, Value | None] = {}
    share = choice.random()
    if share < 0.05:
        values["page"] = str(choice.randint(1, 30))
    elif share < 0.12:
        letter = choice.choice(("", "e", "", "e0", "S"))
        values["page"] = letter + str(choice.randint(1000, 9_999_999))
    elif share < 0.15:
        values["issue"] = str(choice.randint(800, 9000))
    elif share < 0.17:
        volume = choice.randint(2, 400)
        values["volume"] = f"{volume}-{volume + 1}"
    return values


def _dated(source: Source, choice: random.Random) -> Source:
    """Return an article, perhaps with month and day, as PubMed has them."""
    year = source.date("issued")
    if year is None or year.start is None or choice.random() > _WITH_DAY:
        return source
    day: int | None = choice.choice((None, choice.randint(1, 28)))
    parts = DateParts(year.start.year, choice.randint(1, 12), day)
    return source.with_variables({"issued": Date(parts)})


def _in_newspaper(source: Source, choice: random.Random) -> Source:
    values: dict[str, Value | None] = {
        "container-title": choice.choice(_lines("newspapers")),
        "container-title-short": None,
        "volume": None,
        "issue": None,
        "DOI": None,
        "URL": None,
        "page": choice.choice(("A1", "B4", "12", "C3", "7", None, None, None)),
        "issued": _day(choice),
    }
    return source.with_variables(values, "article-newspaper")


def _web_page(source: Source, choice: random.Random) -> Source:
    address, site, group = choice.choice(_lines("sites")).split("|")
    slug = _NOT_LETTERS.sub("-", source.plain("title").lower())[:_SLUG].strip("-")
    author: Value | None = source.names("author")[:2]
    if group and choice.random() < 0.6:
        author = (Name(literal=group),)
    elif choice.random() < 0.2:
        author = None
    values: dict[str, Value | None] = {
        "author": author,
        "container-title": choice.choice((site, site, None)),
        "container-title-short": None,
        "publisher": choice.choice((group or None, None, None, None)),
        "URL": choice.choice(("https://", "http://")) + f"{address}/{slug}",
        "volume": None,
        "issue": None,
        "page": None,
        "DOI": None,
        "publisher-place": None,
        "collection-title": None,
        "issued": choice.choice((_day(choice), source.date("issued"), None)),
        "accessed": choice.choice((_day(choice), None)),
    }
    return source.with_variables(values, "webpage")


def _other_book(
    source: Source, people: Sequence[Name], choice: random.Random
) -> Source:
    """Return a book from another publisher, an edition of it, a reprint, a film."""
    if source.type == "book" and choice.random() < _FILM:
        return _film(source, choice)
    source = source.with_variables(_edition(source, people, choice))
    if choice.random() < _OTHER_PUBLISHER:
        source = source.with_variables(_publisher(choice))
    if choice.random() < _REPRINT:
        first = Date(DateParts(choice.randint(1750, 1970)))
        source = source.with_variables({"original-date": first})
    return source


def _edition(
    source: Source, people: Sequence[Name], choice: random.Random
) -> dict[str, Value | None]:
    """Return who made an edition, which it is, and in what series it is."""
    values: dict[str, Value | None] = {}
    if choice.random() < (0.06 if source.type == "book" else 0.3):
        values["editor"] = tuple(choice.sample(people, choice.choice((1, 1, 2, 3))))
    if choice.random() < 0.07:
        values["translator"] = tuple(choice.sample(people, choice.choice((1, 1, 2))))
    if choice.random() < 0.1:
        values["edition"] = choice.choice(_EDITIONS)
    if choice.random() < 0.06:
        values["collection-title"] = choice.choice(_SERIES)
        values["collection-number"] = choice.choice((str(choice.randint(1, 300)), None))
    if source.type == "book" and choice.random() < 0.08:
        values["author"] = (_group(choice),)
    return values


def _group(choice: random.Random) -> Name:
    return Name(literal=choice.choice(_lines("groups")))


def _report(choice: random.Random) -> dict[str, Value | None]:
    """Return who wrote a report, its kind and number."""
    values: dict[str, Value | None] = {}
    if choice.random() < _BY_GROUP:
        values["author"] = (_group(choice),)
    if choice.random() < 0.5:
        values["publisher"] = choice.choice(_lines("groups"))
    if choice.random() < 0.6:
        values["genre"] = choice.choice(_REPORTS)
    if choice.random() < 0.6:
        number = str(choice.randint(1, 2500))
        values["number"] = choice.choice(("", "", "2018-", "TR-", "99/")) + number
    return values


def _film(source: Source, choice: random.Random) -> Source:
    """Return a film, podcast or video with a book's title and author."""
    kind = choice.choice(_FILMS)
    values: dict[str, Value | None] = {
        "author": None,
        kind.role: source.names("author")[:2],
        "genre": kind.genre,
        "publisher": choice.choice(_STUDIOS),
        "container-title": None,
    }
    return source.with_variables(values, kind.type)


def _publisher(choice: random.Random) -> dict[str, Value | None]:
    name, places = choice.choice(_lines("publishers")).split("|")
    place = choice.choice([*places.split(";"), ""])
    return {"publisher": name, "publisher-place": place or None}


def _day(choice: random.Random) -> Date:
    year = choice.randint(1985, 2025)
    return Date(DateParts(year, choice.randint(1, 12), choice.randint(1, 28)))


@cache
def _lines(name: str) -> list[str]:
    lines = (_NAMES / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@cache
def journals() -> list[str]:
    """Return the names of journals: those of the styles that are made for one."""
    names: list[str] = []
    for style_id in style_ids():
        info = style_info(style_id)
        if info.parent and "(" not in info.title:
            names.append(info.title)
    return names
