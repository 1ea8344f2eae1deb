"""Read when a work came out, when its first edition did, and when a page was read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.model import Date
from loccit.model.source import Value
from loccit.recognize.references.fields.edges import bare
from loccit.values.dates import read_date

#: A letter that tells works of one year apart.
_SUFFIX = regex(r"(?<=\d{4})(?:-?[a-z]\b|\s?\(?[a-z]\)?$)")
_YEAR = regex(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
#: "1962/2012", "[1962] 2012", "(1940) 1984": the first edition and this one.
_TWO_YEARS = regex(r"\D*(\d{4})\s*[/)\]]\s*[(\[]?(\d{4})\D*")
#: "1978; reprint 1990", "original work published 1962", "first published 1962".
_ORIGINAL = regex(
    r"(?:orig(?:inal(?:ly)?)?\.?|first)(?: work)? (?:published|publ?\.?)(?: in)?\s*(\d{4})",
    re.IGNORECASE,
)
_CUE = regex(
    r".*?\b(?:retrieved|accessed|viewed|visited|access(?:ed)? date|consulté le|abgerufen am|zugriff(?: am)?"
    r"|besucht am|consultado(?: el)?|acesso em|on|from|am|le|cited|checked|date)\b[\s:]*(?=[^\W_])",
    re.IGNORECASE,
)
_NOT_YET = regex(
    r"(?:in[ -]press|forthcoming|to appear|im druck|à paraître|en prensa|submitted|in preparation)",
    re.IGNORECASE,
)
_SHORTEST_GAP = 3


def issued(texts: Sequence[str]) -> dict[str, Value | None]:
    """Read the date of a work, and that of its first edition."""
    text = ", ".join(map(bare, texts))
    if original := _ORIGINAL.search(text):
        rest = text.replace(original[0], "")
        return {**issued([rest]), "original-date": _date(original[1])}
    if two := _TWO_YEARS.fullmatch(bare(texts[0])):
        return _reprinted(two[1], two[2])
    dates = [*filter(None, map(_date, texts))]
    if len(texts) > 1 and (joined := _joined(texts)):
        return {"issued": joined}
    return {"issued": dates[0]} if dates else {}


def accessed(texts: Sequence[str]) -> dict[str, Value | None]:
    """Read the day on which a web page was read."""
    text = bare(texts[0])
    if cue := _CUE.match(text):
        text = text[cue.end() :]
    date = _date(text)
    return {"accessed": date} if date and date.start else {}


def _reprinted(first: str, last: str) -> dict[str, Value | None]:
    """Return the dates of "1962/2012"; "2009/10" and "2009/2010" are one range."""
    if int(last) - int(first) < _SHORTEST_GAP:
        return {"issued": _date(f"{first}/{last}")}
    return {"issued": _date(last), "original-date": _date(first)}


def _joined(texts: Sequence[str]) -> Date | None:
    """Return the date of several parts: "2010" after the author, and "3 May" later.

    A year that is given twice is one.
    """
    years = {year for text in texts for year in _YEAR.findall(text)}
    if len(years) != 1:
        return None
    [year] = years
    rest = " ".join(_YEAR.sub(" ", text) for text in map(bare, texts))
    date = _date(f"{' '.join(rest.split())} {year}")
    return date if date and date.start and not date.literal else _date(year)


def _date(text: str) -> Date | None:
    """Read a date, or the year in words that are not a date."""
    text = _SUFFIX.sub("", bare(text))
    if _NOT_YET.fullmatch(text):
        return Date(literal=text.lower())
    date = read_date(text)
    if date is None or not date.literal:
        return date
    return read_date(year[0]) if (year := _YEAR.search(text)) else None
