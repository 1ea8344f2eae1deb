"""How the value of a .bib field becomes that of a CSL variable, and back: named pairs for the table in fields.py."""

from __future__ import annotations

import re
from collections.abc import Callable

from loccit.bibliography.dates import read_date, write_date
from loccit.bibliography.latex import tex_to_text, text_to_tex, without_markup
from loccit.bibliography.names import read_names, split_at_and, write_names
from loccit.model import Date, Value
from loccit.model.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Converter:
    """`read` is given the field's TeX and returns the variable's value, empty or None for none; `write` goes back."""

    read: Callable[[str], Value | None]
    write: Callable[[Value], str]


def _for_text(convert: Callable[[str], str]) -> Callable[[Value], str]:
    return lambda value: convert(value) if isinstance(value, str) else ""


def _for_names(value: Value) -> str:
    return write_names(value) if isinstance(value, tuple) else ""


def _for_date(value: Value) -> str:
    return write_date(value) if isinstance(value, Date) else ""


# -- list fields ----------------------------------------------------------------------------------------------------


def read_list(tex: str) -> str:
    """BibLaTeX's literal lists: "Kandoo Films and Netflix" are two publishers, which CSL has in one text.

    >>> read_list("Kandoo Films and Netflix"), read_list("{Barnes and Noble}")
    ('Kandoo Films; Netflix', 'Barnes and Noble')
    """
    return "; ".join(filter(None, map(tex_to_text, split_at_and(tex))))


def write_list(text: str) -> str:
    parts = (text_to_tex(part) for part in text.split("; "))
    return " and ".join("{" + part + "}" if " and " in part else part for part in parts)


# -- numbers --------------------------------------------------------------------------------------------------------

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|\.|\\textsuperscript\{\w+\})?(?:\s+(?:ed\.?|edition))?$", re.IGNORECASE)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh")
_PAGE_DASH = re.compile(r"-{1,3}|[‐-―]")


def read_edition(tex: str) -> str:
    """The number of an edition however it is spelled; other editions ("Rev. ed.") are text.

    >>> [read_edition(typed) for typed in ("2", "2nd", "Second edition", "Rev. ed.")]
    ['2', '2', '2', 'Rev. ed.']
    """
    text = tex_to_text(tex)
    if found := _ORDINAL.match(text):
        return found[1]
    first = text.removesuffix("edition").strip().lower()
    return str(_ORDINALS.index(first) + 1) if first in _ORDINALS else text


def read_pages(tex: str) -> str:
    """Pages with a hyphen in their ranges, as CSL-JSON has them.

    >>> read_pages("1241--1299, 1301")
    '1241-1299, 1301'
    """
    return "-".join(page.strip() for page in _PAGE_DASH.split(tex_to_text(tex)))


def write_pages(text: str) -> str:
    return _PAGE_DASH.sub("--", text_to_tex(text))


# -- identifiers ----------------------------------------------------------------------------------------------------

_URL_COMMAND = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}")
_ESCAPE = re.compile(r"\{?\\(?:text(underscore|asciitilde|percent)|([_%&#$~{}]))(?:\{\})?\}?")
_NAMED = {"underscore": "_", "asciitilde": "~", "percent": "%"}
_DOI = re.compile(r"(?:https?://)?(?:dx\.)?doi\.org/|doi:\s*", re.IGNORECASE)


def read_verbatim(tex: str) -> str:
    """An address or number, with the escapes undone that people type in it for BibTeX.

    >>> read_verbatim(r"\\url{https://example.org/a\\_b}")
    'https://example.org/a_b'
    """
    if "\\" in tex:
        tex = _URL_COMMAND.sub(r"\1", tex)
        tex = _ESCAPE.sub(lambda found: _NAMED.get(found[1] or "", found[2] or ""), tex)
    return tex.strip().strip("{}")


def read_doi(tex: str) -> str:
    """A DOI without the resolver's address.

    >>> read_doi("https://doi.org/10.2307/1229039")
    '10.2307/1229039'
    """
    doi = read_verbatim(tex)
    return doi[prefix.end() :] if (prefix := _DOI.match(doi)) else doi


def _unchanged(text: str) -> str:
    return text


# -- words for which CSL has others ---------------------------------------------------------------------------------

#: BibLaTeX's language identifiers (manual, 2.2.3 and table 2) and what BCP 47 calls them.
LANGUAGES = {
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
_LANGUAGE_IDS: dict[str, str] = {}
for _identifier, _tag in LANGUAGES.items():
    _LANGUAGE_IDS.setdefault(_tag, _identifier)

_LANDS = {"de": "German", "eu": "European", "ep": "European", "fr": "French", "uk": "British", "us": "U.S."}
_COUNTRIES = {
    "countryde": "Germany",
    "countryeu": "European Union",
    "countryep": "European Union",
    "countryfr": "France",
    "countryuk": "United Kingdom",
    "countryus": "U.S.",
}

#: BibLaTeX's localization keys in `type`, `howpublished` and `pubstate` (manual, 4.9.2.13 and 4.9.2.16; biblatex-apa),
#: in the words of APA 7.
BIBSTRINGS = {
    "phdthesis": "Doctoral dissertation",
    "mathesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "software": "Computer software",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
    **{f"patent{code}": f"{land} patent" for code, land in _LANDS.items()},
    **{f"patreq{code}": f"{land} patent request" for code, land in _LANDS.items()},
    "patent": "Patent",
    "patreq": "Patent request",
    "newseries": "New series",
    "oldseries": "Old series",
    "manunpub": "Unpublished manuscript",
    "maninprep": "Manuscript in preparation",
    "mansub": "Manuscript submitted for publication",
    "inpreparation": "in preparation",
    "submitted": "submitted",
    "forthcoming": "forthcoming",
    "inpress": "in press",
    "prepublished": "prepublished",
}
_BIBSTRING_KEYS = {words.lower(): key for key, words in BIBSTRINGS.items()}


def read_language(tex: str) -> str:
    """A language by its BCP 47 tag, or as it was typed."""
    text = tex_to_text(tex)
    name = text.lower().removeprefix("lang")
    return LANGUAGES.get(name, text)


def read_bibstring(tex: str) -> str:
    """What a localization key stands for; other text as it is."""
    text = tex_to_text(tex)
    return BIBSTRINGS.get(text.lower().replace(" ", ""), text)


def read_countries(tex: str) -> str:
    """Where a patent holds: a list of names, or of BibLaTeX's keys for them."""
    return "; ".join(_COUNTRIES.get(country, country) for country in read_list(tex).split("; "))


TEXT = Converter(tex_to_text, _for_text(text_to_tex))
TITLE = Converter(lambda tex: tex_to_text(tex, protect=True), _for_text(text_to_tex))
COUNTRIES = Converter(read_countries, _for_text(write_list))
SERIES = Converter(lambda tex: BIBSTRINGS.get(tex.lower()) or tex_to_text(tex, protect=True), _for_text(text_to_tex))
LIST = Converter(read_list, _for_text(write_list))
NAMES = Converter(read_names, _for_names)
DATE = Converter(lambda tex: read_date(without_markup(tex)), _for_date)
EDITION = Converter(read_edition, _for_text(text_to_tex))
PAGES = Converter(read_pages, _for_text(write_pages))
VERBATIM = Converter(read_verbatim, _for_text(_unchanged))
DOI = Converter(read_doi, _for_text(_unchanged))
LANGUAGE = Converter(read_language, _for_text(lambda text: _LANGUAGE_IDS.get(text, text)))
BIBSTRING = Converter(read_bibstring, _for_text(lambda text: _BIBSTRING_KEYS.get(text.lower(), text_to_tex(text))))
