"""The citation styles that somebody means by some words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from loccit import csl


def find_styles(typed: str) -> Sequence[csl.StyleInfo]:
    """Return the styles whose id or title has all the words, the likeliest first: the one
    that is called so, then those that begin so.

    >>> [style.id for style in find_styles("MLA")][0]
    'modern-language-association'
    """
    words = typed.casefold().split()
    meant = csl.style_of_name(typed)

    def worse(style: csl.StyleInfo) -> tuple[bool, bool, int]:
        begins = style.title.casefold().startswith(typed.casefold().strip())
        return style.id != meant, not begins, len(style.title)

    found = [
        each for each in _all_styles() if _has_words(each, words) or each.id == meant
    ]
    return sorted(found, key=worse) if words else found


def _has_words(style: csl.StyleInfo, words: Sequence[str]) -> bool:
    text = f"{style.id} {style.title}".casefold()
    return all(word in text for word in words)


@lru_cache(maxsize=1)
def _all_styles() -> Sequence[csl.StyleInfo]:
    """All styles by title; reading ten thousand heads takes a second or two."""
    infos = map(csl.style_info, csl.style_ids())
    return sorted(infos, key=lambda each: each.title.casefold())
