"""Places in a work as people type them after its year: ", pp. 46-47", ": 12", "S. 3"."""

from __future__ import annotations

from functools import lru_cache

from loccit import csl
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.syntax.locators import take_locator
from loccit.model import Locator, RichText
from loccit.recognize.citations.reading.words import words

#: The languages whose words for places are tried, the likeliest first.  Which one an
#: essay is written in is not known here.
_LANGUAGES = ["en-US", "de-DE", "fr-FR", "es-ES", "it-IT", "nl-NL", "pt-BR"]
#: What may begin a locator: a number, or a word or a sign and then one.
_BEGINNING = regex(
    r"[\s,;:.]{0,4}(?:at\s)?(?P<label>(?:(?:[^\W\d_]{1,12}\.?|§{1,2}|¶{1,2})\s?){1,2})?"
    r"(?P<number>[A-Za-z]{0,2}\d|[ivxlcIVXLC]+\b)"
)
_LABEL = regex(r"[\s,;:.]{0,4}(?:at\s)?([^\W\d_]{1,12}\.?|§{1,2}|¶{1,2})")
_FIRST_WORD = regex(r"[^\W\d_]+\.?|§+|¶+")
#: The number before its word: "2nd chapter".
_ORDINAL = regex(r"[\s,;:]{0,3}(?:the )?(\d{1,3})(?:st|nd|rd|th)\s([a-z]{4,12})\b")
#: Pages have no decimals, and sections do: "Doe 2021, 1.1".
_DECIMAL = regex(r"\d{1,2}(?:\.\d{1,2})+")
_LONGEST = 80
#: A page may be written twice: "p. p348".
_STRAY_LABEL = regex(r"(?<=\bp\. )p\.?\s?(?=\d)|(?<=\bpp\. )pp?\.?\s?(?=\d)")


class LocatorRead(NamedTuple):
    """A locator, and where it ends in the text."""

    locator: Locator
    end: int


def read_locator(text: str, start: int, end: int) -> LocatorRead | None:
    """Read the locator that a stretch of a text begins with.

    >>> read_locator(", pp. 46-47)", 0, 11)
    LocatorRead(locator=Locator(label='page', value='46-47'), end=11)
    >>> read_locator(": 12, see also", 0, 14).locator, read_locator(", emphasis mine", 0, 15)
    (Locator(label='page', value='12'), None)
    """
    ordinal = _ORDINAL.match(text, start, end)
    if ordinal:
        label = label_of(ordinal[2])
        return LocatorRead(Locator(label, ordinal[1]), ordinal.end()) if label else None
    found = _BEGINNING.match(text, start, end)
    if not found:
        return None
    beginning = start
    while text[beginning] in " ,;:.\n":
        beginning += 1
    if text.startswith("at ", beginning):
        beginning += len("at ")
    piece = text[beginning : min(end, beginning + _LONGEST)]
    lang = _language_of(found["label"])
    if lang is None:
        return None
    suffix = RichText.of(f", {piece}")
    locator, rest = take_locator(suffix, csl.locator_terms(lang))
    if locator is None:
        return None
    if found["label"] is None and _DECIMAL.fullmatch(locator.value):
        locator = Locator("section", locator.value)
    return LocatorRead(locator, beginning + len(piece) - len(rest.plain))


def _language_of(label: str | None) -> str | None:
    """Return the first language that has a word for places; None if no one has it."""
    if label is None:
        return _LANGUAGES[0]
    first = _FIRST_WORD.match(label)
    word = first[0] if first else label.strip()
    for lang in _languages(word):
        if _term(word, lang):
            return lang
    return None


def _languages(word: str) -> list[str]:
    """Return the languages that may have a word for a place: loading one takes 10 ms."""
    is_foreign = word.casefold().rstrip(".") in words().places
    return _LANGUAGES if is_foreign else _LANGUAGES[:1]


def has_label(text: str, start: int, end: int) -> bool:
    """Return whether a stretch begins with a word for a place: "p.", "ch."."""
    found = _LABEL.match(text, start, end)
    return found is not None and label_of(found[1]) is not None


def label_of(word: str) -> str | None:
    """Return the CSL term of a word for a place."""
    found = (_term(word, lang) for lang in _languages(word))
    return next(filter(None, found), None)


@lru_cache(maxsize=4096)
def _term(word: str, lang: str) -> str | None:
    terms = csl.locator_terms(lang)
    return terms.get(word) or terms.get(word.casefold())
