"""CSL items, as JSON and YAML files and the front matter of essays have them, to sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from loccit.bibliography.dates import read_date
from loccit.bibliography.headline import is_headline
from loccit.bibliography.item_shapes import shape_problems
from loccit.bibliography.source_file import Reading, SourceFile, fingerprint, type_problems
from loccit.errors import UnreadableFile
from loccit.model import Date, Place, Problem, Source, Value
from loccit.model.csl_json import source_from_csl_json
from loccit.model.dataclass import replace
from loccit.model.doi import plain_doi
from loccit.model.note_variables import taken_from_note


def source_of_item(item: Mapping[str, object]) -> Source:
    """The source that an item describes, with what Zotero's users write into its note; dates that are text are read.

    A title that is plainly in headline case is marked as such: CSL-JSON's should be in sentence case, but many are not.
    Where the id is an address, as in what Zotero exports, `citation-key` is what writers cite by.

    >>> source_of_item({"id": "a", "issued": "2010-05"}).date("issued").start
    DateParts(year=2010, month=5, day=None)
    """
    source = with_note_read(source_from_csl_json(item))
    return replace(source, headline=is_headline(source.plain("title")))


def with_note_read(source: Source) -> Source:
    """The source with what Zotero's users write into its note, dates and DOI read, and a key to cite it by.

    >>> with_note_read(Source("", "book", {"note": "Citation Key: doe2020"})).key
    'doe2020'
    """
    source = taken_from_note(source)
    dates: dict[str, Value] = {
        name: read_date(value.raw) or value
        for name, value in source.variables.items()
        if isinstance(value, Date) and value.raw and not value.start
    }
    if doi := source.text("DOI"):
        dates["DOI"] = plain_doi(doi)
    variables = {**source.variables, **dates}
    key = source.key
    if (not key or is_address(key)) and (citation_key := source.text("citation-key")):
        key = citation_key
        del variables["citation-key"]
    return replace(source, key=key, variables=variables)


def is_address(key: str) -> bool:
    """Whether an id is one for programs, which nobody would cite by.

    >>> is_address("http://zotero.org/users/1/items/ABCD2345"), is_address("doe2020")
    (True, False)
    """
    return "://" in key


class ItemFile:
    """Items, of which each is made a source when it is asked for."""

    def __init__(self, items: Iterable[tuple[object, Place]]) -> None:
        """
        Args:
            items: what should be items, with their places; one that can't be cited is a problem.
        """
        self._items: list[tuple[Mapping[str, object], Place]] = []
        self.keys: list[str] = []
        self.problems: list[Problem] = []
        for item, place in items:
            if not isinstance(item, Mapping):
                self.problems.append(_not_cited("This is no item of CSL data.", place))
            elif key := _key(item):
                self.keys.append(key)
                self._items.append((item, place))
            else:
                self.problems.append(_not_cited("This source has no `id`, so it can't be cited.", place))

    def join(self, files: Sequence[SourceFile]) -> None:
        """CSL items lean on no others."""

    def read(self, index: int) -> Reading:
        item, place = self._items[index]
        source = replace(source_of_item(item), place=place)
        return Reading(source, (*type_problems(source), *shape_problems(item, source)))

    def place(self, index: int) -> Place:
        return self._items[index][1]

    def text(self, index: int) -> str:
        item, _ = self._items[index]
        return repr(sorted((str(name), value) for name, value in item.items()))

    def fingerprint(self, index: int) -> bytes:
        return fingerprint(self.text(index))


def _key(item: Mapping[str, object]) -> str:
    key = source_from_csl_json({"id": item.get("id")}).key
    return source_of_item(item).key if is_address(key) else key


def _not_cited(what: str, place: Place) -> Problem:
    return Problem("missing-key", what, place, "warning", "Each needs an `id` and a `type`.")


def no_sources(place: Place) -> UnreadableFile:
    """A file that has no list of items where one should be."""
    return UnreadableFile(
        "There are no sources in this file.",
        place=place,
        advice="CSL data is a list of items, each with an `id` and a `type`.",
    )
