"""Type a locator as people do: `p. 3`."""

from __future__ import annotations

from loccit import csl
from loccit._startup.regex import regex
from loccit.model import Locator

#: A locator that names several places.
_SEVERAL = regex(r"[-‐‑–—,;&]|\band\b|\bff?\b")
#: What is printed without a word in English, as in "12:30".
_BARE = frozenset(["timestamp"])


def typed_locator(locator: Locator, lang: str) -> str:
    """Return a locator as it is typed in a language.

    >>> typed_locator(Locator("page", "46-47"), "en-US")
    'pp. 46-47'
    """
    value = locator.value
    is_several = bool(_SEVERAL.search(value))
    terms = csl.load_locale(lang)
    word = terms.term(locator.label, "short", plural=is_several)
    word = word or terms.term(locator.label, plural=is_several)
    if locator.label in _BARE or not word:
        return value
    return f"{word} {value}"
