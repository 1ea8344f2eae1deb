"""Find the works to verify: those of a library, and those that an essay cites."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from loccit.bibliography import Library, SourceFile, read_entry
from loccit.editing.verify_sources.cited_work import CitedWork, StoredEntry
from loccit.essays import Essay
from loccit.formatting.draft import cited_sources
from loccit.formatting.resolve import Resolved
from loccit.lookup.verify import AskedWork
from loccit.model import Place, Range
from loccit.recognize import read_list
from loccit.recognize.matching import match_entries
from loccit.workspace.settings import Settings


def works_of_library(
    library: Library, keys: Collection[str] | None = None
) -> Iterator[CitedWork]:
    """Yield the works of a library, or those with these keys, in the order of its files.

    An entry that can't be read is left out; `loccit check` reports it.
    """
    for file in library.files:
        for index, key in enumerate(file.keys):
            if keys is None or key in keys:
                yield from work_of_entry(file, index)


def work_of_entry(
    file: SourceFile, index: int, elsewhere: Place | None = None
) -> Iterator[CitedWork]:
    """Yield the work of an entry, if it can be read.

    Args:
        file: of sources.
        index: of the entry.
        elsewhere: its place, if it is in no file.
    """
    source = read_entry(file, index).source
    if source is None:
        return
    place = file.place(index)
    if place.path:
        yield CitedWork(AskedWork(source), Range(place), StoredEntry(file, index))
    else:
        yield CitedWork(AskedWork(source), Range(elsewhere or place))


def works_of_essay(essay: Essay, settings: Settings) -> Iterator[CitedWork]:
    """Yield the works that an essay cites by key or live field, and then the entries of
    its typed list that are other works.

    Raises:
        NoBibliography: it cites by key, and there is no library.
        LoccitError: a file can't be read.
    """
    by_key = Settings(typed_citations=False).over(settings)
    resolved = cited_sources(essay, by_key)
    cited = _cited_keys(resolved)
    for key in cited:
        file, index = resolved.library.entry_of(key)
        yield from work_of_entry(file, index, Place(essay.path))
    for entry in match_entries(read_list(essay), resolved.library):
        if entry.key not in cited:
            work = AskedWork(entry.source, entry.text, entry.doubtful)
            yield CitedWork(work, essay.range_of(entry.span, entry.part))


def _cited_keys(resolved: Resolved) -> list[str]:
    """Return the keys that an essay cites, each once."""
    cited = [cite.key for each in resolved.citations for cite in each.citation.cites]
    keys = dict.fromkeys([*cited, *resolved.uncited])
    return [key for key in keys if key in resolved.sources]
