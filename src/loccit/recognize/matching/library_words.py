"""Find the sources of a library that are worth reading, by words in their entries.

Reading an entry takes far longer than a look at its words, and of a large library most
essays cite few sources.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from loccit._startup.regex import regex
from loccit.bibliography import Library
from loccit.bibliography.duplicates import name_words, respelled

#: TeX's accents and braces, which divide a word: `G{\"o}del`, `\v{C}ech`, `\'{\i}`.
_TEX = regex(r"\\(?:[vcHkrubdt](?=\s*\{|\s)\s*|[\"'`^~=.])|[{}\\]")
#: So many characters of an entry have its names, title and year; an abstract follows.
_HEAD = 3000


def words_in_entries(
    library: Library, wanted: Collection[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each key with those of the wanted words that its entry has.

    Args:
        library: the library.
        wanted: folded words.
    """
    words = frozenset(wanted)
    keys = library.keys()  # the library itself would yield sources, and read them
    for key in keys:
        text = _TEX.sub("", library.text(key)[:_HEAD])
        found = words.intersection(name_words(respelled(text)))
        if found:
            yield key, found
