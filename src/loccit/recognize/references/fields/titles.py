"""Read titles: of the work, of what it is in, of the series."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.model.source import Value
from loccit.recognize.references.fields.edges import bare
from loccit.values.date_words import is_word_of_date
from loccit.values.numbers import plain_edition

#: "[Doctoral dissertation, Seton Hall University]", "[Video]".
_BRACKETED = regex(r"\s*\[([^\[\]]{3,80})\][\s.]*$")
#: What is no genre: the original title or a translation, which is longer, and fillers.
_NO_GENRE = regex(
    r"sic|in press|online|internet|electronic version|.*[.?!:]", re.IGNORECASE
)
_EDITION = regex(
    r"\s*\(([^()]{1,20}\b(?:ed(?:n|ition)?\.?|Aufl\.?|Auflage|éd\.?)\)?)\)?[\s.]*$",
    re.IGNORECASE,
)
_IN = regex(r"\s*\b(?:in|dans|en|aus)\b\s*:?\s+(?=\S)", re.IGNORECASE)
_WORD = regex(r"[^\W_]+")
#: What Vancouver's styles add to the name of a site.
_MEDIUM = regex(r"\s*\[(?:internet|online|en ligne|en línea)\]", re.IGNORECASE)


def title(texts: Sequence[str]) -> dict[str, Value]:
    """Read the title, with the kind of work that it may name in brackets."""
    text = bare(texts[0])
    variables: dict[str, Value] = {}
    bracketed = _BRACKETED.search(text)
    if bracketed and bracketed.start() > 0 and not _NO_GENRE.fullmatch(bracketed[1]):
        variables.update(_genre(bracketed[1]))
        text = text[: bracketed.start()]
    if (edition := _EDITION.search(text)) and edition.start() > 0:
        variables["edition"] = plain_edition(edition[1])
        text = text[: edition.start()]
    return {"title": _without_medium(text), **variables}


def container(texts: Sequence[str]) -> dict[str, Value]:
    """Read the title of the journal, the book or the site that a work is in."""
    text = bare(texts[0])
    if announced := _IN.match(text):
        text = text[announced.end() :]
    read = title([text])
    name = read.pop("title")
    read.pop("genre", None)
    return {"container-title": _once(_without_month(str(name))), **read}


def _without_month(text: str) -> str:
    """Omit the month of a magazine's issue: "The Atlantic, July/Aug"."""
    name, comma, rest = text.rpartition(", ")
    words = _WORD.findall(rest)
    if comma and words and all(map(is_word_of_date, words)):
        return name
    return text


def _once(text: str) -> str:
    """Return a name that MLA has twice once: "YouTube, YouTube"."""
    name, _, again = text.partition(", ")
    return name if name == again else text


def collection(texts: Sequence[str]) -> dict[str, Value]:
    """Read the title of a series."""
    return {"collection-title": bare(texts[0])}


def _genre(text: str) -> dict[str, Value]:
    """Read "Doctoral dissertation, Seton Hall University"."""
    genre, _, publisher = text.partition(",")
    return {"genre": bare(genre), "publisher": bare(publisher)}


def _without_medium(text: str) -> str:
    return bare(_MEDIUM.sub("", text))
