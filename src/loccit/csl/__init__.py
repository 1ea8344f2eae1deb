"""CSL 1.0.2: sources and citations to text, in any style."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from loccit.csl.citations.citation_text import NO_PRINTED_FORM
from loccit.csl.locales.collation import CollationKey, collation_key
from loccit.csl.locales.find_style import style_info
from loccit.csl.locales.installed import StyleInfo, has_locale, style_ids
from loccit.csl.locales.locale import Locale, load_locale
from loccit.csl.locales.locators import locator_terms
from loccit.csl.locales.style_names import style_of_name
from loccit.csl.processed import BibliographyEntry, Processed
from loccit.csl.processor import process
from loccit.csl.styles.parse import load_style
from loccit.csl.styles.style import Style
from loccit.csl.text.markup import parse_tags
from loccit.csl.text.sentence_case import in_sentence_case, lowered_words
from loccit.model import BibliographyOptions

if TYPE_CHECKING:
    from loccit.csl.json_api import render_json
    from loccit.csl.printed_parts import PrintedEntry, PrintedPart, printed_entries
    from loccit.csl.printed_sources import PrintedSources
    from loccit.csl.session import Changes, Session
    from loccit.csl.text.sentence_case.title_language import is_foreign

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

#: Names that formatting an essay does not need, imported when they are first used: with
#: them `loccit format` would take 4 ms longer to start.
_LATE = {
    "Changes": "session",
    "PrintedEntry": "printed_parts",
    "PrintedPart": "printed_parts",
    "PrintedSources": "printed_sources",
    "printed_entries": "printed_parts",
    "Session": "session",
    "is_foreign": "text.sentence_case.title_language",
    "render_json": "json_api",
}


def __getattr__(name: str) -> object:
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LATE[name]}"), name)
