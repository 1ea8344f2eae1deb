"""Find the entries of a library that may be the same works as others, by their words.

Parsing an entry takes far longer than a look at its words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from loccit._startup.regex import regex
from loccit.bibliography.library import Library
from loccit.model import Source
from loccit.values.names import makers

#: Braces of BibTeX, which may be inside a word.
_BRACES = str.maketrans("", "", "{}")
#: A word without letters that TeX may write in other ways.
_PLAIN_WORD = regex(r"(?<!\w)[a-z0-9]+(?!\w)")


def candidate_keys(library: Library, sources: Collection[Source]) -> Sequence[str]:
    """Return the keys of the entries that may be the same work as one of the sources:
    all that share a telling word with one.
    """
    words = {word for source in sources for word in _telling_words(source)}
    keys = library.keys()
    if "" in words:
        return keys
    return [key for key in keys if not words.isdisjoint(_words(library.text(key)))]


def _telling_words(source: Source) -> Iterator[str]:
    """Yield words that the entry of the same work must have: the longest of the title,
    or of the first name if there is no title; and one of the DOI.  A word is empty if
    there is none that is written the same everywhere.
    """
    names = [name.family or name.literal for name in makers(source)[:1]]
    yield _longest(source.plain("title") or " ".join(names))
    if doi := source.text("DOI"):
        yield _longest(doi)


def _longest(text: str) -> str:
    return max(_words(text), key=len, default="")


def _words(text: str) -> list[str]:
    return _PLAIN_WORD.findall(text.lower().translate(_BRACES))
