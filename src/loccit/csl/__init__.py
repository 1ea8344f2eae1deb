"""CSL 1.0.2: sources and citations to text, in any style."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loccit.csl.citations.citation_text import NO_PRINTED_FORM
    from loccit.csl.json_api import render_json
    from loccit.csl.locales.collation import CollationKey, collation_key
    from loccit.csl.locales.find_style import style_info
    from loccit.csl.locales.installed import (
        StyleInfo,
        has_locale,
        locale_tags,
        style_ids,
    )
    from loccit.csl.locales.locale import Locale, load_locale
    from loccit.csl.locales.locators import locator_terms
    from loccit.csl.locales.style_names import style_of_name
    from loccit.csl.printed_parts import PrintedEntry, PrintedPart, printed_entries
    from loccit.csl.printed_sources import PrintedSources
    from loccit.csl.processed import BibliographyEntry, Processed
    from loccit.csl.processor import process
    from loccit.csl.session import Changes, Session
    from loccit.csl.styles.parse import load_style
    from loccit.csl.styles.style import Style
    from loccit.csl.text.markup import parse_tags
    from loccit.csl.text.sentence_case import in_sentence_case, lowered_words
    from loccit.csl.text.sentence_case.title_language import is_foreign
    from loccit.model import BibliographyOptions

__all__ = [
    "NO_PRINTED_FORM",
    "BibliographyEntry",
    "BibliographyOptions",
    "Changes",
    "CollationKey",
    "Locale",
    "PrintedEntry",
    "PrintedPart",
    "PrintedSources",
    "Processed",
    "Session",
    "Style",
    "StyleInfo",
    "collation_key",
    "has_locale",
    "in_sentence_case",
    "is_foreign",
    "load_locale",
    "load_style",
    "locale_tags",
    "locator_terms",
    "lowered_words",
    "parse_tags",
    "printed_entries",
    "process",
    "render_json",
    "style_ids",
    "style_info",
    "style_of_name",
]

#: The modules of all names, each imported when the name is first used: the completion
#: of a style must not wait for the processor, which takes 25 ms, nor an essay for what
#: only sessions need.
_MODULES = {
    "NO_PRINTED_FORM": "csl.citations.citation_text",
    "BibliographyEntry": "csl.processed",
    "BibliographyOptions": "model",
    "Changes": "csl.session",
    "CollationKey": "csl.locales.collation",
    "Locale": "csl.locales.locale",
    "PrintedEntry": "csl.printed_parts",
    "PrintedPart": "csl.printed_parts",
    "PrintedSources": "csl.printed_sources",
    "Processed": "csl.processed",
    "Session": "csl.session",
    "Style": "csl.styles.style",
    "StyleInfo": "csl.locales.installed",
    "collation_key": "csl.locales.collation",
    "has_locale": "csl.locales.installed",
    "in_sentence_case": "csl.text.sentence_case",
    "is_foreign": "csl.text.sentence_case.title_language",
    "load_locale": "csl.locales.locale",
    "load_style": "csl.styles.parse",
    "locale_tags": "csl.locales.installed",
    "locator_terms": "csl.locales.locators",
    "lowered_words": "csl.text.sentence_case",
    "parse_tags": "csl.text.markup",
    "printed_entries": "csl.printed_parts",
    "process": "csl.processor",
    "render_json": "csl.json_api",
    "style_ids": "csl.locales.installed",
    "style_info": "csl.locales.find_style",
    "style_of_name": "csl.locales.style_names",
}


def __getattr__(name: str) -> object:
    """Import a name, which is then an attribute like any other."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"loccit.{_MODULES[name]}"), name)
    globals()[name] = value
    return value
