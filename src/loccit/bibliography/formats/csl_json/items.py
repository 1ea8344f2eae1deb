"""Make sources from CSL items, in JSON and YAML files and the front matter of essays."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from typing import Protocol

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.editable import Editable, FieldEdits
from loccit.bibliography.formats.csl_json import crossref, datacite
from loccit.bibliography.formats.csl_json.shapes import shape_problems
from loccit.bibliography.keys import fill_keys
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
from loccit.values.identifiers import plain_doi
from loccit.values.languages import read_language
from loccit.values.note_variables import taken_from_note, variable_named


def source_of_item(item: Mapping[str, object]) -> Source:
    """Return the source that an item describes.

    Zotero's users write variables into the note: they are taken from there. Dates that
    are text are read. CSL-JSON's titles should be in sentence case, but many are not.
    If the id is an address, as in Zotero's exports, the source is cited by its
    `citation-key`.

    >>> source_of_item({"id": "a", "issued": "2010-05"}).date("issued").start
    DateParts(year=2010, month=5, day=None)
    """
    source = with_note_read(source_from_csl_json(with_known_names(_plain_item(item))))
    return replace(source, headline=True)


def _plain_item(item: Mapping[str, object]) -> Mapping[str, object]:
    """Return an item in CSL's words, whatever agency it comes from."""
    if datacite.is_record(item):
        return datacite.item_of_record(item)
    return crossref.plain_item(item)


def with_known_names(item: Mapping[str, object]) -> Mapping[str, object]:
    """Return an item with CSL's names of its variables, which people type with other
    letters and signs; pandoc ignores their letter case, too.

    >>> with_known_names({"id": "a", "doi": "10.1/x", "Container_Title": "J"})
    {'id': 'a', 'DOI': '10.1/x', 'container-title': 'J'}
    """
    if all(map(_is_known, item)):
        return item
    named: dict[str, object] = {}
    for name, value in item.items():
        known = name if _is_known(name) else variable_named(name) or name
        if known == name or known not in item:
            named.setdefault(known, value)
    return named


@cache
def _is_known(name: str) -> bool:
    """Return whether a name is CSL's, or one that means nothing to it."""
    return variable_named(name) in ("", name)


def with_note_read(source: Source) -> Source:
    """Return the source with the variables from its note, and a key to cite it by.

    Dates, the DOI and the language are read.

    >>> with_note_read(Source("", "book", {"note": "Citation Key: doe2020"})).key
    'doe2020'
    """
    source = taken_from_note(source)
    variables = _variables_read(source)
    citation_key = source.text("citation-key")
    if citation_key and (not source.key or is_address(source.key)):
        del variables["citation-key"]
        return replace(source, key=citation_key, variables=variables)
    return replace(source, variables=variables)


def _variables_read(source: Source) -> dict[str, Value]:
    variables = dict(source.variables)
    for name, value in source.variables.items():
        if isinstance(value, Date):
            variables[name] = read_raw(value)
    if doi := source.text("DOI"):
        variables["DOI"] = plain_doi(doi)
    if language := source.text("language"):
        variables["language"] = read_language(language)
    return variables


def is_address(key: str) -> bool:
    """Return whether an id is an address for programs, which nobody would cite by.

    >>> is_address("http://zotero.org/users/1/items/ABCD2345"), is_address("doe2020")
    (True, False)
    """
    return "://" in key


class Items(Protocol):
    """The citable items of a file."""

    @property
    def keys(self) -> list[str]:
        """Return the keys that the items are cited by."""

    @property
    def made_keys(self) -> Mapping[int, str]:
        """Return the keys made for items that have none, or only an address."""

    @property
    def problems(self) -> Sequence[Problem]:
        """Return the problems of items that have no key."""

    def __getitem__(self, index: int) -> Mapping[str, object]: ...

    def place(self, index: int) -> Place:
        """Return where an item begins."""

    def range_of(self, index: int, name: str) -> Range:
        """Find a member of an item; return the item's place if it has no such member."""

    def file_text(self) -> str:
        """Return the text of the file."""

    def index(self) -> EntryIndex | None:
        """Return what the cache keeps of the file, if it is worth keeping."""


class ItemFile:
    """A file of items, which are made into sources when they are needed."""

    def __init__(self, items: Items, open_text: Callable[[str], Editable]) -> None:
        self.items = items
        self._open_text = open_text
        self.keys = items.keys
        self.made_keys = items.made_keys
        self.problems = items.problems

    def link(self, files: Sequence[SourceFile]) -> None:
        """Do nothing: CSL items don't refer to others."""

    def cite_as(self, index: int, key: str) -> None:
        if key == self.keys[index]:
            return
        place = self.place(index)
        reported = _without_id(self.keys[index], place)
        self.problems = [
            _without_id(key, place) if problem == reported else problem
            for problem in self.problems
        ]
        self.keys[index] = key

    def read(self, index: int) -> Reading:
        item = self.items[index]
        source = replace(
            source_of_item(item), key=self.keys[index], place=self.place(index)
        )
        plain = _plain_item(item)
        typed = source
        if not datacite.is_record(item):
            # A type of Crossref's is read, but other programs don't know it.
            own_type = source_from_csl_json({"type": item.get("type")}).type
            typed = replace(source, type=own_type)
        problems = (*type_problems(typed), *shape_problems(plain, source))
        return Reading(source, problems)

    def title(self, index: int) -> str:
        title = self.items[index].get("title")
        return title if isinstance(title, str) else ""

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
        item = self.items[index]
        return repr(sorted((str(name), value) for name, value in item.items()))

    def fingerprint(self, index: int) -> bytes:
        return fingerprint(self.text(index))

    @cached_property
    def _field_edits(self) -> FieldEdits:
        return FieldEdits(self._open_text(self.items.file_text()))


def is_citable(item: Mapping[str, object]) -> bool:
    """Return whether an item has a key, or a title to make one from."""
    return bool(key_of(item) or item.get("title") or datacite.is_record(item))


class GivenKeys(NamedTuple):
    """The keys that were made for items, by index, and what the user should know."""

    made: dict[int, str]
    problems: list[Problem]


def give_keys(items: Items, path: str) -> GivenKeys:
    """Make keys from author and year for items without one, and report them.

    doi.org's answers have no key, for example.  An item with an address keeps it, as it
    is in the file; a library cites it by the key that was made.
    """
    keys = ["" if is_address(key) else key for key in items.keys]
    made = fill_keys(keys, lambda index: source_of_item(items[index]))
    problems: list[Problem] = []
    addresses = [index for index in made if items.keys[index]]
    for index, key in made.items():
        if not items.keys[index]:
            items.keys[index] = key
            problems.append(_without_id(key, items.place(index)))
    if addresses:
        problems.append(_addresses(made[addresses[0]], len(addresses), path))
    return GivenKeys(made, problems)


def _without_id(key: str, place: Place) -> Problem:
    message = f"This source has no `id`; it is cited as `{key}`."
    return Problem("missing-key", message, place, "note", "Give it an `id`.")


def _addresses(example: str, count: int, path: str) -> Problem:
    """Report items that only programs can name, as Zotero exports them."""
    has = "One source has" if count == 1 else f"{count} sources have"
    message = (
        f"{has} only an address as `id`, not a citation key. Cite by the keys that "
        f"loccit makes of author and year, such as `{example}`."
    )
    advice = (
        "`loccit keys --write` writes these keys into the file. In Zotero, the add-on "
        "Better BibTeX gives each item a key."
    )
    return Problem("missing-key", message, Place(path), "note", advice)


def key_of(item: Mapping[str, object]) -> str:
    """Return the key that an item is cited by, or `""` if it has no `id`."""
    key = item.get("id")
    if not isinstance(key, str) or not key.isascii():
        key = source_from_csl_json({"id": key}).key
    return source_of_item(item).key if is_address(key) else key


def not_cited(item: object, place: Place) -> Problem:
    """Report an element of the list that has no key, or is not an item."""
    message = "This source has no `id`, so it can't be cited."
    if not isinstance(item, Mapping):
        message = "This is not a CSL item."
    advice = "Each needs an `id` and a `type`."
    return Problem("missing-key", message, place, "warning", advice)


def no_sources(place: Place) -> UnreadableFile:
    """Return the error for a file without a list of items."""
    return UnreadableFile(
        "There are no sources in this file.",
        place=place,
        advice="CSL data is a list of items, each with an `id` and a `type`.",
    )
