"""CSL 1.0.2: sources and citations to text, in any style."""

from __future__ import annotations

from loccit.csl.json_api import render_json
from loccit.csl.locales.collation import CollationKey, collation_key
from loccit.csl.locales.find_style import style_info
from loccit.csl.locales.installed import StyleInfo, has_locale, style_ids
from loccit.csl.locales.locale import Locale, load_locale
from loccit.csl.locales.locators import locator_terms
from loccit.csl.processed import BibliographyEntry, Processed
from loccit.csl.processor import process
from loccit.csl.session import Changes, Session
from loccit.csl.styles.parse import load_style
from loccit.csl.styles.style import Style
from loccit.csl.text.markup import parse_tags
from loccit.csl.text.sentence_case import in_sentence_case, lowered_words
from loccit.model import BibliographyOptions

__all__ = [
    "BibliographyEntry",
    "BibliographyOptions",
    "Changes",
    "CollationKey",
    "Locale",
    "Processed",
    "Session",
    "Style",
    "StyleInfo",
    "collation_key",
    "has_locale",
    "in_sentence_case",
    "load_locale",
    "load_style",
    "locator_terms",
    "lowered_words",
    "parse_tags",
    "process",
    "render_json",
    "style_ids",
    "style_info",
]
