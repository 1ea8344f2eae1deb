"""Match the entries of a typed list with the sources of a library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.recognize.typed_list import TypedEntry


def match_entries(
    entries: Sequence[TypedEntry], library: Library
) -> Iterator[TypedEntry]:
    """Yield the entries, each with the source of the library that it is."""
    keys = {source.text("title").casefold(): source.key for source in library}
    for entry in entries:
        key = keys.get(entry.source.text("title").casefold())
        yield replace(entry, key=key, match_confidence=1.0) if key else entry
