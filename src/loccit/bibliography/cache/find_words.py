"""Find words in the text of a large file whose entries the cache knows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from pathlib import Path

from loccit.bibliography.cache.cached_file import kept_spans
from loccit.text_files.cache import Stamp, digest_of


def keys_with(path: Path, words: Sequence[str]) -> list[str] | None:
    """Return the keys of the entries in which all words are, as they are typed.

    Args:
        path: a file of sources.
        words: words in lower case; capitals of ASCII are found too.

    Returns:
        The keys in file order; None if the cache does not know the file's entries.

    Raises:
        UnreadableFile: the file can't be read.
        OSError: the same.
    """
    spans = kept_spans(digest_of(path), path, Stamp.of(path.stat()))
    if spans is None:
        return None
    found = set(range(len(spans.keys)))
    if words:
        text = path.read_bytes().lower()
        for word in words:
            found &= set(_entries_with(word, text, spans.columns["start"]))
    return [spans.keys[number] for number in sorted(found)]


def _entries_with(word: str, text: bytes, starts: Sequence[int]) -> Iterator[int]:
    """Yield the numbers of the entries that have a word."""
    sought = word.encode()
    position = text.find(sought, starts[0] if starts else len(text))
    while position != -1:
        number = bisect_right(starts, position) - 1
        yield number
        if number + 1 == len(starts):
            return
        position = text.find(sought, starts[number + 1])
