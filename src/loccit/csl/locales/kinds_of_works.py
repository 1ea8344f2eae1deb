"""Words for kinds of works in the essay's language: "Dissertation" in a German list.

CSL has no terms for most kinds.  loccit's readers name them in English, as BibLaTeX's
localization keys and the exporters' types do; kinds_of_works.txt has the words of other
languages.  What people type in their own words stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from loccit.model import Source

_TABLE = Path(__file__).with_suffix(".txt")
_LANGUAGES = ("de", "fr", "es", "it", "nl", "pt", "sv", "da", "nb")
#: Norwegian has two written forms and a common name; the words are close enough.
_SAME_AS = {"nn": "nb", "no": "nb"}
#: Variables that say what kind of work it is, and in what state.
_VARIABLES = ("genre", "medium", "status")


def in_words_of(source: Source, language: str) -> Source:
    """Return the source with its kind in the words of a language.

    >>> thesis = Source("x", "thesis", {"genre": "Doctoral dissertation"})
    >>> in_words_of(thesis, "de").text("genre"), in_words_of(thesis, "fi").text("genre")
    ('Dissertation', 'Doctoral dissertation')
    """
    if language == "en":
        return source
    words = {name: kind_in(source.text(name), language) for name in _VARIABLES}
    found = {name: word for name, word in words.items() if word}
    if "status" in found:  # styles lower it, but German nouns keep their capitals
        found["status"] = f'<span class="nocase">{found["status"]}</span>'
    return source.with_variables(found) if found else source


def kind_in(english: str, language: str) -> str:
    """Return the words of a language for a kind of work; `""` if they are unknown."""
    words = _words().get(english.lower().replace("'", "’"))
    return words.get(_SAME_AS.get(language, language), "") if words else ""


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    rows = _TABLE.read_text("utf-8").splitlines()
    found = {}
    for row in rows:
        if row.startswith("#"):
            continue
        english, *others = row.split(" | ")
        found[english.lower()] = dict(zip(_LANGUAGES, others, strict=True))
    return found
