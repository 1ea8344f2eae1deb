"""Match the entries of a typed list with the sources of a library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.recognize.library_words import LibraryWords, words_of_library
from loccit.recognize.matching.choice import Choice, choose
from loccit.recognize.matching.compared import AskedEntry, ComparedWork
from loccit.recognize.matching.entry_evidence import weigh_entry
from loccit.recognize.typed_list import TypedEntry

#: So many sources that share rare words with an entry are compared with it.
_MOST_COMPARED = 8
#: They share at least so much of what the one shares that shares most.
_ENOUGH_SHARED = 0.5
#: A word that more than this fraction of the sources have, or so many, says little.
_COMMON = 0.05
_NEVER_COMMON = 40


def match_entries(
    entries: Sequence[TypedEntry], library: Library
) -> Iterator[TypedEntry]:
    """Yield the entries, each with the source of the library that it is.

    Args:
        entries: those of the essay's list.
        library: the sources; only those that may be one of the entries are read.
    """
    if not entries or not len(library):
        yield from entries
        return
    words = words_of_library(library)
    works: dict[str, ComparedWork | None] = {}
    for entry in entries:
        asked = AskedEntry(entry)
        keys = _keys_to_compare(asked, words)
        for key in keys:
            if key not in works:
                works[key] = _work(key, library)
        compared = [work for key in keys if (work := works[key])]
        yield _with_choice(entry, _choice(asked, compared))


def _work(key: str, library: Library) -> ComparedWork | None:
    source = library.get(key)
    return ComparedWork(source) if source else None


def _choice(asked: AskedEntry, works: Sequence[ComparedWork]) -> Choice:
    return choose(filter(None, (weigh_entry(asked, work) for work in works)))


def _keys_to_compare(asked: AskedEntry, words: LibraryWords) -> list[str]:
    """Return the keys of the sources that share the rarest words with an entry."""
    common = max(_NEVER_COMMON, _COMMON * len(words))
    shared: Counter[int] = Counter()
    for word in sorted(asked.all_words):
        numbers = words.having(word)
        if 0 < len(numbers) <= common:
            rarity = log(1 + len(words) / len(numbers))
            shared.update(dict.fromkeys(numbers, rarity))
    enough = _ENOUGH_SHARED * max(shared.values(), default=0)
    by_key = [
        (-weight, words.key(number))
        for number, weight in shared.items()
        if weight >= enough
    ]
    return [key for _, key in sorted(by_key)[:_MOST_COMPARED]]


def _with_choice(entry: TypedEntry, choice: Choice) -> TypedEntry:
    work = choice.work
    return replace(
        entry,
        key=work.key if work else None,
        match_confidence=choice.confidence,
        reasons=(*entry.reasons, *choice.reasons),
        candidates=choice.candidates,
    )
