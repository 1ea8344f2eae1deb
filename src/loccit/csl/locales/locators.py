"""The words of a language for places in a source: "p.", "chapter", "§"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from loccit._startup.regex import regex
from loccit.csl.locales.locale import (
    Locale,
    LocaleLayer,
    build_locale,
    load_locale,
)
from loccit.model import Locator

#: CSL 1.0.2, appendix III, "Locators"
LOCATOR_LABELS = (
    "act", "appendix", "article-locator", "book", "canon", "chapter", "column", "elocation", "equation", "figure",
    "folio", "issue", "line", "note", "opus", "page", "paragraph", "part", "rule", "scene", "section", "sub-verbo",
    "supplement", "surah", "table", "timestamp", "title-locator", "verse", "version", "volume",
)  # fmt: skip

#: Common spellings that no locale lists, except those that may be another word: "vs.",
#: "ver.", "fn.".
_EXTRA_SPELLINGS = {
    "appendix": "appendixes, appx.",
    "canon": "cans.",
    "chapter": "ch., chs., chapt., chapts.",
    "elocation": "elocation, elocations, e-location, e-locations, loc., locs.",
    "equation": "eqs., eqn., eqns.",
    "folio": "f., ff.",
    "issue": "iss.",
    "line": "ln., lns.",
    "opus": "opuses",
    "page": "pg., pgs., pág., págs., pag., pagg., blz.",
    "paragraph": "par., pars.",
    "section": "sect., sects.",
    "sub-verbo": "sub-verbo, sub-verbis, sub voce, sub vocibus, s. v., s. vv.",
    "supplement": "suppl., suppls.",
    "surah": "sura, suras",
    "table": "tab., tabs.",
    "timestamp": "timestamp, timestamps",
    "title-locator": "tits., tt.",
    "verse": "vss.",
}

#: Spellings for essays in English: of laws (OSCOLA, AGLC), and of German pages.
_ENGLISH_SPELLINGS = {"section": "s., ss.", "page": "S."}

#: Other words that some abbreviations would be without their full stop: "no. 3".
_OTHER_WORDS = frozenset(["can", "no", "nos", "par", "pars"])

#: The labels whose abbreviations of one letter need no full stop: "p 46", "s 12".
_SINGLE_LETTERS = ("page", "section")

#: The words of Chinese, Japanese and Korean essays, in either script.
_EAST_ASIAN_SPELLINGS = {
    "page": "页, 頁, ページ, 쪽, 면, 페이지",
    "chapter": "章, 장",
    "section": "节, 節, 절",
    "volume": "卷, 巻, 권",
    "line": "行, 행",
    "paragraph": "段",
}

_FORMS = ("long", "short", "symbol")

#: A label that was typed with a number: "fol. 186".
_LABEL = regex(r"([^\W\d_]+\.)\s+(?=\d)")

#: Types of sources that are heard or watched, and a time in one.
_PLAYED = frozenset(
    ["broadcast", "interview", "motion_picture", "performance", "song", "speech"]
)
_TIMES = regex(r"\d{1,2}(?::[0-5]\d){1,2}(?:\s*[-\u2013]\s*\d{1,2}(?::[0-5]\d){1,2})?")


def own_label(
    locator: Locator,
    lang: str,
    source_type: str = "",
) -> Locator:
    """A locator under the label that its own value gives it.

    "vol. 1, fol. 186" is a volume; "1:30:40" in a film is a time, not a page.
    """
    value = locator.value.strip()
    if locator.label == "page" and source_type in _PLAYED and _TIMES.fullmatch(value):
        return Locator("timestamp", value)
    match = _LABEL.match(value)
    if match is None:
        return locator
    label = locator_terms(lang).get(match[1].casefold())
    if label is None:
        return locator
    return Locator(label, value[match.end() :])


def locator_terms(
    lang: str, style_layers: Iterable[LocaleLayer] = ()
) -> Mapping[str, str]:
    """Return CSL's label for every word, abbreviation and symbol of the locator terms.

    The style's own words come first, then the language's and English ones, then
    spellings that no locale lists, and abbreviations without their full stop.  Words are
    casefolded, except those that mean something else with a capital.

    Args:
        lang: the language of the essay.
        style_layers: the cs:locale elements of its style.

    >>> terms = locator_terms("en-US")
    >>> terms["pp."], terms["pp"], terms["chapters"], terms["§§"]
    ('page', 'page', 'chapter', 'section')
    """
    layers = tuple(style_layers)
    if not layers:
        return _terms_of_language(lang)
    found: dict[str, str] = {}
    _add_terms(found, build_locale(lang, layers))
    return {**_terms_of_language(lang), **found}


@lru_cache(maxsize=64)
def _terms_of_language(lang: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    _add_terms(found, load_locale(lang))
    _add_terms(found, load_locale("en-US"))
    _add_spellings(found, _EXTRA_SPELLINGS)
    _add_spellings(found, _EAST_ASIAN_SPELLINGS)
    if load_locale(lang).language == "en":
        _add_spellings(found, _ENGLISH_SPELLINGS)
    for word, label in list(found.items()):
        without_stop = word.removesuffix(".")
        if _is_clear(without_stop, label):
            found.setdefault(without_stop, label)
    return found


def _add_spellings(found: dict[str, str], spellings: Mapping[str, str]) -> None:
    for label, words in spellings.items():
        for word in words.split(", "):
            found.setdefault(word, label)


def _is_clear(word: str, label: str) -> bool:
    """Return whether an abbreviation is one without its full stop, too."""
    if len(word) == 1:
        return label in _SINGLE_LETTERS
    return word not in _OTHER_WORDS


def _add_terms(found: dict[str, str], locale: Locale) -> None:
    """Add a locale's words, unless they have a label already."""
    for label in LOCATOR_LABELS:
        for form in _FORMS:
            term = locale.terms.get((label, form))
            if term is not None:
                _add_word(found, term.single, label)
                _add_word(found, term.multiple, label)


def _add_word(
    found: dict[str, str],
    text: str,
    label: str,
) -> None:
    word = text.strip().casefold()
    if word:
        found.setdefault(word, label)
