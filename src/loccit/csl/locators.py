"""The words by which writers name places in a source, in a locale's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from loccit.csl.locale import load_locale
from loccit.model import Locator

#: CSL 1.0.2, appendix III, "Locators"
LOCATOR_LABELS = (
    "act", "appendix", "article-locator", "book", "canon", "chapter", "column", "elocation", "equation", "figure",
    "folio", "issue", "line", "note", "opus", "page", "paragraph", "part", "rule", "scene", "section", "sub-verbo",
    "supplement", "surah", "table", "timestamp", "title-locator", "verse", "version", "volume",
)  # fmt: skip

#: Common spellings that no locale has, and that no term contradicts.
EXTRA_SPELLINGS = {
    "pg.": "page",
    "pgs.": "page",
    "chs.": "chapter",
    "ch.": "chapter",
    "chapt.": "chapter",
    "par.": "paragraph",
    "figs.": "figure",
    "s. v.": "sub-verbo",
    "sub voce": "sub-verbo",
    "loc.": "elocation",
    "suppl.": "supplement",
    "tab.": "table",
    "tbl.": "table",
    "surah": "surah",
    "timestamp": "timestamp",
}


_LABEL = re.compile(r"([^\W\d_]+\.)\s+(?=\d)")


def own_label(locator: Locator, lang: str) -> Locator:
    """A locator that was typed with a label of its own ("vol. 1, fol. 186") under that label."""
    match = _LABEL.match(locator.value.strip())
    label = locator_terms(lang).get(match[1].casefold()) if match else None
    if match is None or label is None:
        return locator
    return Locator(label, locator.value.strip()[match.end() :])


@lru_cache(maxsize=64)
def locator_terms(lang: str) -> Mapping[str, str]:
    """Every word, abbreviation and symbol of the locator terms, casefolded, to its CSL label.

    The language's own words come first, then English ones, then a few spellings no locale lists.

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
    for text, label in EXTRA_SPELLINGS.items():
        found.setdefault(text, label)
    return found
