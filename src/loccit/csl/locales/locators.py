"""The words of a language for places in a source: "p.", "chapter", "§"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from loccit._startup.regex import regex
from loccit.csl.locales.locale import Locale, load_locale
from loccit.model import Locator

#: CSL 1.0.2, appendix III, "Locators"
LOCATOR_LABELS = (
    "act", "appendix", "article-locator", "book", "canon", "chapter", "column", "elocation", "equation", "figure",
    "folio", "issue", "line", "note", "opus", "page", "paragraph", "part", "rule", "scene", "section", "sub-verbo",
    "supplement", "surah", "table", "timestamp", "title-locator", "verse", "version", "volume",
)  # fmt: skip

#: Common spellings that no locale lists, except those that may be another word: "vs.",
#: "ver.", "fn.", "no".
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
    "page": "pg., pgs.",
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


@lru_cache(maxsize=64)
def locator_terms(lang: str) -> Mapping[str, str]:
    """CSL's label for every word, abbreviation and symbol of the locator terms, casefolded.

    The language's own words come first, then English ones, then a few spellings that no
    locale lists.

    >>> terms = locator_terms("en-US")
    >>> terms["pp."], terms["chapters"], terms["§§"]
    ('page', 'chapter', 'section')
    """
    found: dict[str, str] = {}
    _add_terms(found, load_locale(lang))
    _add_terms(found, load_locale("en-US"))
    for label, spellings in _EXTRA_SPELLINGS.items():
        for text in spellings.split(", "):
            found.setdefault(text, label)
    return found


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
