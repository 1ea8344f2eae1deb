"""The sources that live citations carry in a document, as a library to cite from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library
from loccit.bibliography.duplicates import Title, candidate_keys, name_words
from loccit.bibliography.keys import free_key, make_keys
from loccit.essays.live_citations import Record
from loccit.model import Source
from loccit.values.names import makers, surname
from loccit.workspace.document_sources.records import CarriedSource, read_record
from loccit.workspace.document_sources.works import KnownWorks, filled

#: The first name of a work as one word, and its year.
_Named: TypeAlias = tuple[str, "int | None"]


class DocumentLibrary(NamedTuple):
    """A library that has the sources of a document, too.

    Attributes:
        library: the user's library, and after it the sources of the document that it
            lacks.
        keys: the key of each record, by the record's name.  A record that carries too
            little to say what it is has the id that its program gave it, which is no key
            of the library; or nothing.
    """

    library: Library
    keys: Mapping[str, str]


class _Works(NamedTuple):
    """The works of a document.

    Attributes:
        sources: each with all that its records say, and the key of its own, if any.
        of_records: the number of each record's work.
    """

    sources: list[Source]
    of_records: dict[Record, int]


def document_library(
    records: Mapping[str, Record], library: Library
) -> DocumentLibrary:
    """Return a library from which a document with live citations can cite.

    Records of the same work become one source, whatever their ids are: Mendeley's start
    again in each citation.  If the library has the work, its source is used.

    Args:
        records: the records by names that the caller chose, in document order.
        library: the user's library.

    >>> emma = '{"type": "book", "title": "Emma", "author": [{"family": "Austen"}]}'
    >>> records = {"first": Record(emma), "again": Record(emma)}
    >>> library, keys = document_library(records, Library([]))
    >>> keys, library.require("austen").text("title")
    ({'first': 'austen', 'again': 'austen'}, 'Emma')
    """
    # Many citations carry the same records.
    carried = {each: read_record(each) for each in dict.fromkeys(records.values())}
    works = _works_of(carried)
    in_library = _candidates(library, (each.source for each in carried.values()))
    keys = _keys(works.sources, KnownWorks(in_library), library)
    new = [
        replace(source, key=key)
        for source, key in zip(works.sources, keys, strict=True)
        if key not in library
    ]
    enlarged = library.with_sources(new) if new else library
    found = {
        record: each.id
        for record, each in carried.items()
        if each.id and each.id not in enlarged
    }
    found |= _named_keys(carried, enlarged, (*in_library, *new))
    found |= {record: keys[number] for record, number in works.of_records.items()}
    by_name = {name: found[each] for name, each in records.items() if each in found}
    return DocumentLibrary(enlarged, by_name)


def _works_of(carried: Mapping[Record, CarriedSource]) -> _Works:
    """Join the records of each work.

    A record without data belongs to the work with its address, which may come later.
    """
    known = KnownWorks()
    works = _Works([], {})
    for record, each in carried.items():
        if each.is_whole:
            works.of_records[record] = _number_of(each, works.sources, known)
    for record, each in carried.items():
        number = None if each.is_whole else known.key_of(each.source, each.uris)
        if number is not None:
            works.of_records[record] = int(number)
    return works


def _number_of(record: CarriedSource, sources: list[Source], known: KnownWorks) -> int:
    """Return the number of a record's work, which may be a new one; `known` has the
    works under their numbers.
    """
    source, uris, _ = record
    found = known.key_of(source, uris)
    if found is None:
        known.add(replace(source, key=str(len(sources))), uris)
        sources.append(source)
        return len(sources) - 1
    known.add_record(replace(source, key=found), uris)
    number = int(found)
    sources[number] = filled(sources[number], source)
    return number


def _candidates(library: Library, sources: Iterable[Source]) -> list[Source]:
    """Return the sources of the library that may be one of these."""
    described = [each for each in sources if each.text("title") or makers(each)]
    keys = candidate_keys(library, described) if described else ()
    return [source for source in map(library.get, keys) if source]


def _keys(sources: list[Source], known: KnownWorks, library: Library) -> list[str]:
    """Return the key of each source: of the library's source if it is that work, else
    its own, else one that is made.
    """
    keys = [known.key_of(source) or _same_key(source, library) for source in sources]
    taken = {*library.keys(), *keys}
    for number, source in enumerate(sources):
        if source.key and not keys[number]:
            keys[number] = free_key(source.key, taken)
            taken.add(keys[number])
    without = [number for number, key in enumerate(keys) if not key]
    made = make_keys([sources[number] for number in without], taken)
    for number, key in zip(without, made, strict=True):
        keys[number] = key
    return keys


def _same_key(source: Source, library: Library) -> str:
    """Return the key of a source if the library has it, with the same first name and
    year and nearly the same title, which was corrected.
    """
    known = library.get(source.key) if source.key else None
    if known is None or _named(known) != _named(source):
        return ""
    title = Title(source.plain("title"))
    return source.key if title.resembles(Title(known.plain("title"))) else ""


def _named_keys(
    carried: Mapping[Record, CarriedSource], library: Library, known: Iterable[Source]
) -> dict[Record, str]:
    """Return the keys of records that only name a source, by its key or by author and
    year, where they can mean only one.
    """
    by_name: dict[_Named, set[str]] = defaultdict(set)
    for source in known:
        by_name[_named(source)].add(source.key)
    found: dict[Record, str] = {}
    for record, (source, _, _) in carried.items():
        keys = by_name.get(_named(source), set())
        if source.key in library:
            found[record] = source.key
        elif len(keys) == 1 and makers(source):
            [found[record]] = keys
    return found


def _named(source: Source) -> _Named:
    names = [surname(name) for name in makers(source)[:1]]
    issued = source.date("issued")
    year = issued.start.year if issued and issued.start else None
    return "".join(name_words("".join(names))), year
