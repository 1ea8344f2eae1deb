"""Decide which typed citations and entries have a source that is beyond doubt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.recognize import Recognized, TypedCitation, TypedCite, TypedEntry
from loccit.recognize.matching import LIKELY, SURE


def is_sure(cite: TypedCite, library: Library) -> bool:
    """Return whether a cite is of one source of the library beyond doubt."""
    return cite.confidence >= SURE and is_likely(cite, library)


def is_likely(cite: TypedCite, library: Library) -> bool:
    """Return whether a cite is rather of one source of the library than of any other."""
    if cite.key is None or cite.confidence < LIKELY:
        return False
    return library.get(cite.key) is not None


def sure_keys(citation: TypedCitation, library: Library) -> Iterator[str]:
    """Yield the keys of the works to list that a citation cites beyond doubt; those
    known only through another work are not listed.
    """
    following = [*citation.cites[1:], TypedCite()]
    for cite, after in zip(citation.cites, following, strict=True):
        if cite.key and is_sure(cite, library) and not after.secondary:
            yield cite.key


def keys_of_entries(recognized: Recognized, library: Library) -> list[str | None]:
    """Return the source of each entry of the list, where it is beyond doubt.

    An entry that a citation is of, beyond doubt, is of the same source.  Of several
    entries of one source the likeliest has it, and those that say the same.
    """
    cited: dict[int, str] = {}
    for citation in recognized.citations:
        for cite in citation.cites:
            if cite.entry is not None and cite.key and is_sure(cite, library):
                cited.setdefault(cite.entry, cite.key)
    entries = recognized.entries
    keys = [
        _key_of(entry, cited.get(number), library)
        for number, entry in enumerate(entries)
    ]
    best = _best_entries(keys, entries)
    return [
        key if key and _said(entry) == _said(best[key]) else None
        for key, entry in zip(keys, entries, strict=True)
    ]


def with_keys_of_entries(
    citation: TypedCitation, keys: Sequence[str | None]
) -> TypedCitation:
    """Return a citation whose cites have the sources of the entries that they are of.

    Args:
        citation: the citation.
        keys: the source of each entry, where it is beyond doubt.
    """
    cites = [
        replace(cite, key=keys[cite.entry])
        if cite.entry is not None and cite.key is None
        else cite
        for cite in citation.cites
    ]
    return replace(citation, cites=tuple(cites))


def _key_of(entry: TypedEntry, cited: str | None, library: Library) -> str | None:
    if entry.key is None or library.get(entry.key) is None:
        return None
    if entry.match_confidence >= SURE or entry.key == cited:
        return entry.key
    return None


def _best_entries(
    keys: Sequence[str | None], entries: Sequence[TypedEntry]
) -> dict[str, TypedEntry]:
    """Return the likeliest entry of each source."""
    best: dict[str, TypedEntry] = {}
    for key, entry in zip(keys, entries, strict=True):
        if key is None:
            continue
        rival = best.get(key)
        if rival is None or entry.match_confidence > rival.match_confidence:
            best[key] = entry
    return best


def _said(entry: TypedEntry) -> str:
    return " ".join(entry.text.casefold().split())
