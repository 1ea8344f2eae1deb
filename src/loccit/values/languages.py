"""Read languages as people and formats write them, and write them for formats.

A language is a tag of BCP 47 (`en`, `de-AT`). languages.txt has the codes and names.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex

#: BibLaTeX's language identifiers (manual, 2.2.3 and table 2) and what BCP 47 calls
#: them.
_BIBLATEX = {
    "english": "en",
    "american": "en-US",
    "usenglish": "en-US",
    "british": "en-GB",
    "ukenglish": "en-GB",
    "australian": "en-AU",
    "canadian": "en-CA",
    "newzealand": "en-NZ",
    "german": "de-DE",
    "ngerman": "de-DE",
    "austrian": "de-AT",
    "naustrian": "de-AT",
    "swissgerman": "de-CH",
    "nswissgerman": "de-CH",
    "french": "fr-FR",
    "francais": "fr-FR",
    "canadien": "fr-CA",
    "acadian": "fr-CA",
    "spanish": "es-ES",
    "italian": "it-IT",
    "portuguese": "pt-PT",
    "portuges": "pt-PT",
    "brazilian": "pt-BR",
    "brazil": "pt-BR",
    "dutch": "nl-NL",
    "danish": "da-DK",
    "swedish": "sv-SE",
    "norsk": "nb-NO",
    "norwegian": "nb-NO",
    "nynorsk": "nn-NO",
    "finnish": "fi-FI",
    "icelandic": "is-IS",
    "polish": "pl-PL",
    "czech": "cs-CZ",
    "slovak": "sk-SK",
    "slovene": "sl-SI",
    "slovenian": "sl-SI",
    "croatian": "hr-HR",
    "serbian": "sr-RS",
    "bulgarian": "bg-BG",
    "russian": "ru-RU",
    "ukrainian": "uk-UA",
    "greek": "el-GR",
    "latin": "la",
    "hungarian": "hu-HU",
    "magyar": "hu-HU",
    "romanian": "ro-RO",
    "turkish": "tr-TR",
    "estonian": "et-EE",
    "latvian": "lv-LV",
    "lithuanian": "lt-LT",
    "catalan": "ca-AD",
    "basque": "eu",
    "galician": "gl",
    "hebrew": "he-IL",
    "arabic": "ar",
    "persian": "fa-IR",
    "farsi": "fa-IR",
    "hindi": "hi-IN",
    "japanese": "ja-JP",
    "korean": "ko-KR",
    "chinese": "zh-CN",
    "thai": "th-TH",
    "vietnamese": "vi-VN",
}

#: Windows' numbers of languages (MS-LCID), which Word writes.
_LCIDS = {
    "1033": "en-US",
    "2057": "en-GB",
    "3081": "en-AU",
    "4105": "en-CA",
    "1031": "de-DE",
    "3079": "de-AT",
    "2055": "de-CH",
    "1036": "fr-FR",
    "3084": "fr-CA",
    "3082": "es-ES",
    "2058": "es-MX",
    "1040": "it-IT",
    "1043": "nl-NL",
    "1046": "pt-BR",
    "2070": "pt-PT",
    "1030": "da-DK",
    "1053": "sv-SE",
    "1044": "nb-NO",
    "1035": "fi-FI",
    "1045": "pl-PL",
    "1049": "ru-RU",
    "1055": "tr-TR",
    "1041": "ja-JP",
    "2052": "zh-CN",
}

#: A tag with a primary language of two or three letters (RFC 5646, 2.1).
_TAG = regex(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_REGION_LENGTH, _SCRIPT_LENGTH = 2, 4


class _Language(NamedTuple):
    """A row of languages.txt."""

    tag: str
    iso_639_2: list[str]
    english_names: list[str]
    own_name: str


#: The names that BibLaTeX has for languages.
BIBLATEX_NAMES = tuple(_BIBLATEX)


def read_language(text: str) -> str:
    """Return the BCP 47 tag of a language, or the text as it is if it is unknown.

    Known are tags in any case and with underscores, BibLaTeX's identifiers, the codes of
    ISO 639-2, Windows' numbers, and names in English and in the language itself.

    >>> read_language("en_us"), read_language("ngerman"), read_language("ger")
    ('en-US', 'de-DE', 'de')
    >>> read_language("Welsh"), read_language("Klingon")
    ('cy', 'Klingon')
    """
    name = " ".join(text.split()).lower()
    if tag := _BIBLATEX.get(name.removeprefix("lang")) or _LCIDS.get(name):
        return tag
    if _TAG.fullmatch(name):
        return _canonical(name)
    return _tags_by_name().get(name, text)


@lru_cache(maxsize=1024)
def primary_language(text: str) -> str:
    """Return the language without region and script, in lower case.

    >>> primary_language("en-US"), primary_language("German"), primary_language("")
    ('en', 'de', '')
    """
    return read_language(text).partition("-")[0].lower()


def own_name(text: str) -> str:
    """Return what a language calls itself, or the text as it is if it is unknown.

    >>> own_name("de-AT"), own_name("tlh")
    ('Deutsch', 'tlh')
    """
    language = _table().get(primary_language(text))
    return language.own_name if language else text


def biblatex_id(tag: str) -> str:
    """Return BibLaTeX's identifier of a language; `""` if there is none.

    >>> biblatex_id("de-AT"), biblatex_id("cy")
    ('austrian', '')
    """
    return _biblatex_ids().get(tag, "")


def is_biblatex_id(text: str) -> bool:
    """Return whether `text` is one of BibLaTeX's identifiers of languages.

    >>> is_biblatex_id("austrian"), is_biblatex_id("de-AT")
    (True, False)
    """
    return text in _BIBLATEX


def iso_639_2(tag: str) -> str:
    """Return the bibliographic code of a language without region; `""` if there is none.

    >>> iso_639_2("de"), iso_639_2("de-AT")
    ('ger', '')
    """
    language = _table().get(tag)
    return language.iso_639_2[0] if language else ""


def lcid(tag: str) -> str:
    """Return Windows' number of a language; `""` if there is none.

    >>> lcid("de-AT"), lcid("de")
    ('3079', '')
    """
    return next((number for number, known in _LCIDS.items() if known == tag), "")


def _canonical(tag: str) -> str:
    """Write a tag in its usual case (RFC 5646, 2.1.1), with the shorter code (2.2.1)."""
    primary, *rest = tag.replace("_", "-").split("-")
    if len(primary) == 3:
        primary = _tags_by_code().get(primary, primary)
    return "-".join([primary, *map(_canonical_subtag, rest)])


def _canonical_subtag(subtag: str) -> str:
    if len(subtag) == _REGION_LENGTH:
        return subtag.upper()
    return subtag.title() if len(subtag) == _SCRIPT_LENGTH else subtag


@lru_cache(maxsize=1)
def _biblatex_ids() -> dict[str, str]:
    """The identifiers by tag; of several, the first."""
    return {tag: identifier for identifier, tag in reversed(_BIBLATEX.items())}


@lru_cache(maxsize=1)
def _table() -> dict[str, _Language]:
    """The languages of languages.txt by tag."""
    text = Path(__file__).with_name("languages.txt").read_text("utf-8")
    languages: dict[str, _Language] = {}
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        tag, codes, english, own = (cell.strip() for cell in line.split("|"))
        languages[tag] = _Language(tag, codes.split(), english.split(", "), own)
    return languages


@lru_cache(maxsize=1)
def _tags_by_code() -> dict[str, str]:
    return {
        code: language.tag
        for language in _table().values()
        for code in language.iso_639_2
    }


@lru_cache(maxsize=1)
def _tags_by_name() -> dict[str, str]:
    return {
        name.lower(): language.tag
        for language in _table().values()
        for name in [language.own_name, *language.english_names]
    }
