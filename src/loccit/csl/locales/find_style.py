"""Find an installed style by its id, or the styles that were perhaps meant."""

from __future__ import annotations

from pathlib import Path

from loccit._startup.regex import regex
from loccit.csl.locales.installed import (
    StyleInfo,
    read_style_info,
    style_ids,
    style_path,
    styles_folder,
)
from loccit.csl.locales.style_names import style_of_name
from loccit.errors import UnknownStyle

#: The most styles to suggest.
_SUGGESTED = 4
#: How similar an id must be to what was asked for, in per cent; and a word of an id.
_SIMILAR_ID = 75
_SIMILAR_WORD = 85
#: Shorter words resemble too many others.
_SHORTEST_WORD = 4
_WORD = regex(r"\w+")


def find_style(style_id: str) -> Path:
    """The file of an installed style.

    Args:
        style_id: its id; or what people call it, in any case, such as `MLA` or `apa7`.

    Raises:
        UnknownStyle: no installed style has that id; the advice names the nearest.
    """
    names = (style_id, style_id.lower(), style_of_name(style_id))
    for name in filter(None, names):
        path = style_path(name)
        if path is not None:
            return path
    raise unknown_style(style_id)


def style_info(style_id: str) -> StyleInfo:
    """What a list of styles shows of an installed style.

    Raises:
        UnknownStyle: no installed style has that id; the advice names the nearest.

    >>> style_info("apa").citation_format
    'author-date'
    """
    return read_style_info(find_style(style_id))


def unknown_style(name: str) -> UnknownStyle:
    """The error for a style that is not installed; the advice names the nearest ids."""
    words = name.lower().replace("-", " ").replace("_", " ").split()
    ids = _nearest_ids("-".join(words))
    advice = "`loccit styles` lists all styles."
    if ids:
        advice = f"Did you mean {', '.join(ids)}?"
    return UnknownStyle(f"There is no style `{name}`.", advice=advice)


def _nearest_ids(asked: str) -> list[str]:
    """Find ids that contain the words, or whose title does; else ids spelled alike.

    If one begins with the words, titles are not searched: that takes longer.
    """
    with_words = _with_words(asked)
    if with_words and with_words[0].startswith(asked):
        return with_words
    found = list(dict.fromkeys([*_with_words_in_title(asked), *with_words]))
    return found[:_SUGGESTED] or _spelled_alike(asked) or _with_similar_word(asked)


def _with_words(words: str) -> list[str]:
    """Ids that contain the words: first those that begin with them, then the shortest."""
    found = [style_id for style_id in style_ids() if _contains(style_id, words)]
    found.sort(key=lambda style_id: (not style_id.startswith(words), len(style_id)))
    return found[:_SUGGESTED]


def _with_words_in_title(words: str) -> list[str]:
    """Independent styles whose title contains the words, as the MLA's has "mla"."""
    ranked: list[tuple[bool, int, str]] = []
    for path in styles_folder().glob("*.csl"):
        title = "-".join(_WORD.findall(read_style_info(path).title.lower()))
        if _contains(title, words):
            ranked.append((not title.startswith(words), len(path.stem), path.stem))
    return [style_id for _, _, style_id in sorted(ranked)]


def _contains(text: str, words: str) -> bool:
    """Return whether words joined by hyphens contain some others as whole words."""
    return bool(words) and f"-{words}-" in f"-{text}-"


def _spelled_alike(asked: str) -> list[str]:
    from rapidfuzz import fuzz, process  # heavy; only a mistyped id needs it

    matches = process.extract(
        asked,
        style_ids(),
        scorer=fuzz.ratio,
        limit=_SUGGESTED,
        score_cutoff=_SIMILAR_ID,
    )
    return [match[0] for match in matches]


def _with_similar_word(asked: str) -> list[str]:
    """Ids that contain the word nearest to what was asked for."""
    from rapidfuzz import fuzz, process  # heavy; only a mistyped id needs it

    words = sorted(_words_of_ids())
    nearest = process.extractOne(
        asked, words, scorer=fuzz.ratio, score_cutoff=_SIMILAR_WORD
    )
    return _with_words(nearest[0]) if nearest else []


def _words_of_ids() -> set[str]:
    words: set[str] = set()
    for style_id in style_ids():
        words.update(style_id.split("-"))
    return {word for word in words if len(word) >= _SHORTEST_WORD}
