"""The words by which writers name places in a source, in a locale's language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from loccit._startup.regex import regex
from loccit.csl.locales.locale import load_locale
from loccit.model import Locator

#: CSL 1.0.2, appendix III, "Locators"
LOCATOR_LABELS = (
    "act", "appendix", "article-locator", "book", "canon", "chapter", "column", "elocation", "equation", "figure",
    "folio", "issue", "line", "note", "opus", "page", "paragraph", "part", "rule", "scene", "section", "sub-verbo",
    "supplement", "surah", "table", "timestamp", "title-locator", "verse", "version", "volume",
)  # fmt: skip

#: Common spellings that no locale has.  Left out is what may be another word: "vs.", "ver.", "fn.", "no".
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


_LABEL = regex(r"([^\W\d_]+\.)\s+(?=\d)")

#: What is heard or watched, and a time in it.
_PLAYED = frozenset(
    ["broadcast", "interview", "motion_picture", "performance", "song", "speech"]
)
_TIMES = regex(r"\d{1,2}(?::[0-5]\d){1,2}(?:\s*[-\u2013]\s*\d{1,2}(?::[0-5]\d){1,2})?")


def own_label(locator: Locator, lang: str, source_type: str = "") -> Locator:
    """A locator under the label that it has of itself: "vol. 1, fol. 186", or "1:30:40"
    in a film, which is no page.
    """
    if (
        locator.label == "page"
        and source_type in _PLAYED
        and _TIMES.fullmatch(locator.value.strip())
    ):
        return Locator("timestamp", locator.value.strip())
    match = _LABEL.match(locator.value.strip())
    label = locator_terms(lang).get(match[1].casefold()) if match else None
    if match is None or label is None:
        return locator
    return Locator(label, locator.value.strip()[match.end() :])


@lru_cache(maxsize=64)
def locator_terms(lang: str) -> Mapping[str, str]:
    """Every word, abbreviation and symbol of the locator terms, casefolded, to its CSL
    label.

    The language's own words come first, then English ones, then a few spellings no
    locale lists.

    >>> terms = locator_terms("en-US")
    >>> terms["pp."], terms["chapters"], terms["§§"]
    ('page', 'chapter', 'section')
    """
    found: dict[str, str] = {}
    for locale in (load_locale(lang), load_locale("en-US")):
        for label in LOCATOR_LABELS:
            for form in ("long", "short", "symbol"):
                if (term := locale.terms.get((label, form))) is not None:
                    for text in (term.single, term.multiple):
                        if text.strip():
                            found.setdefault(text.strip().casefold(), label)
    for label, spellings in _EXTRA_SPELLINGS.items():
        for text in spellings.split(", "):
            found.setdefault(text, label)
    return found
