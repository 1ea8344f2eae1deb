"""Find something in a very large library at once, before it has an index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from loccit.bibliography.cache.find_words import keys_with
from loccit.bibliography.library import Library
from loccit.bibliography.search.query import Term
from loccit.bibliography.search.word_index import Found, WordIndex
from loccit.bibliography.source_file import SourceFile

#: So many entries are read in a fifth of a second.
_MOST_READ = 1_000


def first_matches(library: Library, terms: Sequence[Term], most: int | None) -> Found:
    """Find sources that match all terms, and whose entries have the words as typed.

    Accents in LaTeX, abbreviations and inherited fields hide words, and of very many
    entries only the first are read: other sources may match too.

    Args:
        library: the library.
        terms: the query.
        most: the number of best matches to return; None for all.
    """
    words = [
        word
        for term in terms
        if not term.negated and term.field != "type"
        for word in term.words
    ]
    keys = (key for file in library.files for key in _keys_with(file, words))
    known = (key for key in keys if key in library)
    read = dict.fromkeys(islice(known, _MOST_READ))
    index = WordIndex.of_entries(library, read)
    return index.search(terms, most)._replace(is_complete=False)


def _keys_with(file: SourceFile, words: Sequence[str]) -> Iterator[str]:
    """Yield the keys of the entries of a file that have all words."""
    if not file.keys:
        return
    keys = keys_with(Path(file.place(0).path), words)
    if keys is not None:
        yield from keys
        return
    for index, key in enumerate(file.keys):
        text = file.text(index).lower()
        if all(word in text for word in words):
            yield key
