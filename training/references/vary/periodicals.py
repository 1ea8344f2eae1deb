"""Articles: in other journals, in newspapers, on websites; with unusual numbers."""

from __future__ import annotations

import random

from loccit.model import Date, Source
from loccit.model.date import DateParts
from loccit.model.source import Value
from training.references.names import journals, lines
from training.references.vary.days import some_day
from training.references.vary.web_pages import web_page

_OTHER_JOURNAL = 0.6
_AS_WEB_PAGE = 0.12
_AS_NEWSPAPER = 0.06
_ABBREVIATED = 0.12
_SMALL_WORDS = ("of", "the", "and", "in", "for", "&", "on", "de", "la", "für", "und")
_WITH_DAY = 0.2


def other_periodical(source: Source, choice: random.Random) -> Source:
    """Return an article in another journal, in a newspaper, or on a website."""
    share = choice.random()
    if share < _AS_WEB_PAGE:
        return web_page(source, choice)
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
    elif share < 0.13:
        values["page"] = str(choice.randint(1400, 2060))
    elif share < 0.15:
        values["issue"] = str(choice.randint(800, 9000))
    elif share < 0.165:
        values["issue"] = str(choice.randint(1300, 2060))
    elif share < 0.19:
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
        "container-title": choice.choice(lines("newspapers")),
        "container-title-short": None,
        "volume": None,
        "issue": None,
        "DOI": None,
        "URL": None,
        "page": choice.choice(("A1", "B4", "12", "C3", "7", None, None, None)),
        "issued": some_day(choice),
    }
    return source.with_variables(values, "article-newspaper")
