"""Titles without their subtitles, for styles that cite works by short titles."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.csl.locales.locale import Locale
from loccit.model import Source

#: What separates a title from its subtitle; a question keeps its mark.
_SUBTITLE = regex(r"\s?:\s|(?<=\w\?)\s(?=[^\W\d_])")
_MARKUP = regex(r"<[^>]*>")
_CLOSERS = {"(": ")", "[": "]", "“": "”", "‘": "’", "«": "»", "„": "“"}
#: Types whose titles are names of laws and cases.
_LEGAL = frozenset(
    ["bill", "hearing", "legal_case", "legislation", "regulation", "treaty"]
)


def with_short_title(source: Source, locale: Locale) -> Source:
    """Add the title without its subtitle as the short title, if the source has none."""
    if source.type in _LEGAL or source.text("title-short"):
        return source
    title = source.text("title")
    short = main_title(title)
    if short == title:
        return source
    return source.with_variables({"title-short": short})


def main_title(title: str) -> str:
    """Return a title without its subtitle.

    >>> main_title("Home Girls: A Black Feminist Anthology")
    'Home Girls'
    >>> main_title("Review of “Home Girls: An Anthology”")
    'Review of “Home Girls: An Anthology”'
    """
    for found in _SUBTITLE.finditer(title):
        main = title[: found.start()]
        if _is_whole(main):
            return main
    return title


def _is_whole(text: str) -> bool:
    """Return whether all tags, brackets and quotations in a text are closed."""
    tags = _MARKUP.findall(text)
    closed = [tag for tag in tags if tag.startswith("</")]
    if len(tags) != 2 * len(closed) or text.count('"') % 2:
        return False
    return all(text.count(a) == text.count(b) for a, b in _CLOSERS.items())
