"""CSL items, as JSON and YAML files and the front matter of essays have them, to
sources.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from loccit._startup.dataclass import replace
from loccit.bibliography.editable import Editable, FieldEdits
from loccit.bibliography.formats.csl_json.shapes import shape_problems
from loccit.bibliography.keys import make_keys
from loccit.bibliography.source_file import (
    EntryIndex,
    OwnFields,
    Reading,
    SourceFile,
    fingerprint,
    type_problems,
)
from loccit.errors import UnreadableFile
from loccit.model import Date, Edit, Place, Problem, Range, Source, Value
from loccit.model.csl_json import source_from_csl_json
from loccit.values.dates import read_raw
from loccit.values.headline_case import is_headline
from loccit.values.identifiers import plain_doi
from loccit.values.languages import read_language
from loccit.values.note_variables import taken_from_note


def source_of_item(item: Mapping[str, object]) -> Source:
    """The source that an item describes, with what Zotero's users write into its note;
    dates that are text are read.

    A title that is plainly in headline case is marked as such: CSL-JSON's should be in
    sentence case, but many are not. Where the id is an address, as in what Zotero
    exports, `citation-key` is what writers cite by.

    >>> source_of_item({"id": "a", "issued": "2010-05"}).date("issued").start
    DateParts(year=2010, month=5, day=None)
    """
    source = with_note_read(source_from_csl_json(item))
    return replace(source, headline=is_headline(source.plain("title")))


def with_note_read(source: Source) -> Source:
    """The source with what Zotero's users write into its note, dates and DOI read, and
    a key to cite it by.

    >>> with_note_read(Source("", "book", {"note": "Citation Key: doe2020"})).key
    'doe2020'
    """
    source = taken_from_note(source)
    dates: dict[str, Value] = {
        name: read_raw(value)
        for name, value in source.variables.items()
        if isinstance(value, Date)
    }
    if doi := source.text("DOI"):
        dates["DOI"] = plain_doi(doi)
    if language := source.text("language"):
        dates["language"] = read_language(language)
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


class Items(Protocol):
    """The items of a file that can be cited."""

    @property
    def keys(self) -> list[str]:
        """What each is cited by."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What is said of those that can't be cited."""

    def __getitem__(self, index: int) -> Mapping[str, object]: ...

    def place(self, index: int) -> Place:
        """Where an item begins."""

    def range_of(self, index: int, name: str) -> Range:
        """Find a member of an item; the item, where it has none of that name."""

    def file_text(self) -> str:
        """Return the text of the file."""

    def index(self) -> EntryIndex | None:
        """Return what the cache keeps of the file, if it is worth keeping."""


class ItemFile:
    """Items, of which each is made a source when it is asked for."""

    def __init__(self, items: Items, open_text: Callable[[str], Editable]) -> None:
        self.items = items
        self._open_text = open_text
        self.keys = items.keys
        self.problems = items.problems

    def link(self, files: Sequence[SourceFile]) -> None:
        """Do nothing: CSL items don't refer to others."""

    def read(self, index: int) -> Reading:
        item = self.items[index]
        source = replace(
            source_of_item(item), key=self.keys[index], place=self.place(index)
        )
        return Reading(source, (*type_problems(source), *shape_problems(item, source)))

    def place(self, index: int) -> Place:
        return self.items.place(index)

    def range_of(self, index: int, name: str) -> Range:
        return self.items.range_of(index, name)

    def own_fields(self, index: int) -> OwnFields:
        return OwnFields()

    def edits(self, index: int, values: Mapping[str, str]) -> Sequence[Edit]:
        return self._field_edits.change(self.keys[index], values)

    def index(self) -> EntryIndex | None:
        return self.items.index()

    def text(self, index: int) -> str:
        return repr(
            sorted((str(name), value) for name, value in self.items[index].items())
        )

    def fingerprint(self, index: int) -> bytes:
        return fingerprint(self.text(index))

    @cached_property
    def _field_edits(self) -> FieldEdits:
        return FieldEdits(self._open_text(self.items.file_text()))


def is_citable(item: Mapping[str, object]) -> bool:
    """Whether an item has a key, or what one can be made of."""
    return bool(key_of(item) or item.get("title"))


def give_keys(items: Items) -> Iterator[Problem]:
    """Make keys of author and year for items that have none, as doi.org's answers, and
    say so.
    """
    nameless = [index for index, key in enumerate(items.keys) if not key]
    made = make_keys(
        (source_of_item(items[index]) for index in nameless), set(items.keys)
    )
    for index, key in zip(nameless, made, strict=True):
        items.keys[index] = key
        what = f"This source has no `id`; it is cited as `{key}`."
        yield Problem(
            "missing-key", what, items.place(index), "note", "Give it an `id`."
        )


def key_of(item: Mapping[str, object]) -> str:
    """What an item is cited by; `""` if it has no `id`."""
    key = item.get("id")
    if not isinstance(key, str):
        key = source_from_csl_json({"id": key}).key
    return source_of_item(item).key if is_address(key) else key


def not_cited(item: object, place: Place) -> Problem:
    """What is said of what should be an item, but has no key."""
    no_key = "This source has no `id`, so it can't be cited."
    what = no_key if isinstance(item, Mapping) else "This is no item of CSL data."
    return Problem(
        "missing-key", what, place, "warning", "Each needs an `id` and a `type`."
    )


def no_sources(place: Place) -> UnreadableFile:
    """A file that has no list of items where one should be."""
    return UnreadableFile(
        "There are no sources in this file.",
        place=place,
        advice="CSL data is a list of items, each with an `id` and a `type`.",
    )
