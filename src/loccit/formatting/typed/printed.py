"""Recognize the entries of a typed list that loccit wrote, or another program in the
same style, by what the style prints.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from loccit._startup.regex import regex
from loccit.bibliography import Library
from loccit.csl import BibliographyEntry
from loccit.formatting.typed.words import words_of
from loccit.model import Source
from loccit.output import plain_text
from loccit.recognize import TypedEntry

#: Prints the list of some sources, by key, in the style of the essay.
PrintList: TypeAlias = Callable[[Mapping[str, Source]], Iterable[BibliographyEntry]]

#: How many entries one may have been taken for.
_MOST_PARTS = 3
#: "Accessed 3 May 2020", "Print", "Kindle edition".
_LONGEST_REMARK = 50
_ADDRESS = regex(r"\s*(?:https?:|www)")
_NUMBER = regex(r"\A\s*(?:\d{1,4}[.)]|[\[(〔]\d{1,4}[\])〕])\s")


def printed_keys(
    entries: Sequence[TypedEntry],
    keys: Sequence[str | None],
    likely: Collection[str],
    library: Library,
    print_list: PrintList,
) -> list[str | None]:
    """Return the sources of entries, with those of entries that say exactly what the
    style prints for a source.

    Args:
        entries: those of the list.
        keys: the sources that are known of them.
        likely: the keys that they may have.
        library: the sources.
        print_list: prints the list of some sources.
    """
    unknown = [entry for key, entry in zip(keys, entries, strict=True) if key is None]
    likely = [key for key in keys if key] + [
        *likely,
        *_with_titles_in(unknown, library),
    ]
    found = {key: library.get(key) for key in likely}
    sources = {key: source for key, source in found.items() if source}
    printed: dict[str, str] = {}
    for listed in print_list(sources):
        printed[_comparable(plain_text.render(listed.text))] = listed.key
    said = [_comparable(entry.text) for entry in entries]
    return _with_exact(keys, said, printed)


def _with_exact(
    keys: Sequence[str | None], said: Sequence[str], printed: Mapping[str, str]
) -> list[str | None]:
    """Return the sources of entries, by what these say.

    Args:
        keys: the sources that are known of them.
        said: what they say.
        printed: by what the style prints, the key of the source.
    """
    exact = {printed[text] for text in said if text in printed}
    texts = {key: text for text, key in printed.items()}
    found: list[str | None] = []
    for key, text in zip(keys, said, strict=True):
        if text in printed:
            key = printed[text]
        elif key in exact or (key and _goes_on(text, texts.get(key, text))):
            key = None  # listed twice, or with the address of another page
        found.append(key)
    for first in range(len(said)):
        for last in range(first + 2, min(first + _MOST_PARTS, len(said)) + 1):
            whole = printed.get(" ".join(said[first:last]))
            if whole:  # what was taken for several entries is one
                found[first:last] = [whole] * (last - first)
    return found


def _goes_on(said: str, printed: str) -> bool:
    """Return whether an entry goes on after what the style prints: with an address, or
    with the next entry, which would get lost.
    """
    if not said.startswith(printed):
        return False
    rest = said[len(printed) :]
    return bool(_ADDRESS.match(rest)) or len(rest) > _LONGEST_REMARK


def _with_titles_in(entries: Sequence[TypedEntry], library: Library) -> Iterator[str]:
    """Yield the keys of the sources whose title is in an entry, word by word."""
    by_first_word: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for source in library:
        words = words_of(source.plain("title"))
        if words:
            rest = (source.key, frozenset(words))
            by_first_word.setdefault(words[0], []).append(rest)
    for entry in entries:
        said = frozenset(words_of(entry.text))
        for word in said:
            for key, title in by_first_word.get(word, ()):
                if title <= said:
                    yield key


def _comparable(said: str) -> str:
    """Prepare what an entry says for comparison: without its number."""
    return " ".join(_NUMBER.sub("", said, count=1).split())
