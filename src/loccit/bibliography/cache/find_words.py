"""Find words in the text of a large file whose entries the cache knows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

from loccit.bibliography.cache.cached_file import kept_spans
from loccit.bibliography.cache.cached_spans import KeptSpans
from loccit.text_files.cache import Stamp, digest_of

#: How many entries are looked through at once: some megabytes.
_SOME = 5_000


def keys_with(path: Path, words: Sequence[str]) -> Iterator[str] | None:
    """Return the keys of the entries in which all words are, as they are typed.

    Args:
        path: a file of sources.
        words: words in lower case; capitals of ASCII are found too.

    Returns:
        The keys in file order, which are found when they are asked for; None if the
        cache does not know the file's entries.

    Raises:
        UnreadableFile: the file can't be read, or changes.
        OSError: the file is missing.
    """
    spans = kept_spans(digest_of(path), path, Stamp.of(path.stat()))
    return None if spans is None else _keys_with(spans, words)


def _keys_with(spans: KeptSpans, words: Sequence[str]) -> Iterator[str]:
    starts = spans.columns["start"]
    for first in range(0, len(starts), _SOME):
        some = starts[first : first + _SOME]
        text = spans.texts(first, first + len(some) - 1).lower()
        found = set(range(len(some)))
        for word in words:
            found &= set(_entries_with(word.encode(), text, some))
        yield from (spans.keys[first + number] for number in sorted(found))


def _entries_with(word: bytes, text: bytes, starts: Sequence[int]) -> Iterator[int]:
    """Yield the numbers of the entries that have a word.

    Args:
        word: the word.
        text: the text from the first of the entries on.
        starts: where each entry begins, counted from some place before the text.
    """
    before = starts[0]
    position = text.find(word)
    while position != -1:
        number = bisect_right(starts, before + position) - 1
        yield number
        if number + 1 == len(starts):
            return
        position = text.find(word, starts[number + 1] - before)
