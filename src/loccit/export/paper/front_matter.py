"""Read what the title page and the first pages of a paper say, from an essay's front
matter.

The names are pandoc's and Quarto's, and those that APA's title page needs besides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from loccit._startup.dataclass import dataclass
from loccit.errors import InvalidSettings
from loccit.export.paper import KINDS
from loccit.export.paper.nodes import para, plain, words
from loccit.export.paper.pandoc import Node
from loccit.model import Place

Inlines: TypeAlias = list[Node]
Blocks: TypeAlias = list[Node]
PlaceOf: TypeAlias = Callable[[str], Place]

_AFFILIATIONS = ("affiliation", "affiliations", "institute", "institution")
_RUNNING_HEADS = ("running-head", "shorttitle", "short-title")


@dataclass(frozen=True, slots=True)
class Author:
    """A person who wrote the paper, with where they study or work."""

    name: Inlines
    affiliations: tuple[Inlines, ...] = ()


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """What an essay says of itself; all of it may be missing.

    Attributes:
        affiliations: of all authors.
        running_head: what heads every page of a manuscript.
        paper: the kind of paper that it asks for.
    """

    title: Inlines
    subtitle: Inlines
    authors: tuple[Author, ...]
    affiliations: tuple[Inlines, ...]
    course: Inlines
    instructor: Inlines
    date: Inlines
    running_head: str
    abstract: Blocks
    keywords: Inlines
    author_note: Blocks
    paper: str

    @property
    def full_title(self) -> Inlines:
        """The title with its subtitle."""
        if not self.title or not self.subtitle:
            return self.title or self.subtitle
        colon: Inlines = [{"t": "Str", "c": ":"}, {"t": "Space"}]
        return [*self.title, *colon, *self.subtitle]

    @property
    def author_names(self) -> tuple[str, ...]:
        """The names of the authors, without markup."""
        return tuple(plain(author.name) for author in self.authors)


def read_title_block(meta: Mapping[str, Node], place_of: PlaceOf) -> TitleBlock:
    """Read the front matter of an essay as pandoc has it.

    Args:
        meta: the values by name.
        place_of: the place of a name, for errors.

    Raises:
        InvalidSettings: a value is of the wrong kind.
    """
    read = _Reader(meta, place_of)
    return TitleBlock(
        title=read.inlines("title"),
        subtitle=read.inlines("subtitle"),
        authors=read.authors(),
        affiliations=read.list_of(*_AFFILIATIONS),
        course=read.inlines("course"),
        instructor=read.inlines("instructor", "professor"),
        date=read.inlines("date", "due-date"),
        running_head=plain(read.inlines(*_RUNNING_HEADS)),
        abstract=read.blocks("abstract"),
        keywords=_joined(read.list_of("keywords")),
        author_note=read.blocks("author-note"),
        paper=read.choice("paper", KINDS),
    )


class _Reader:
    """Take values of the right kind."""

    def __init__(self, meta: Mapping[str, Node], place_of: PlaceOf) -> None:
        self._meta = {name.replace("_", "-"): value for name, value in meta.items()}
        self._place_of = place_of

    def inlines(self, *names: str) -> Inlines:
        """Return the text of the first of these names that is set."""
        name, value = self._first(names)
        return self._inlines(name, value) if value else []

    def choice(self, name: str, among: Sequence[str]) -> str:
        """Return one of some words, or nothing."""
        chosen = plain(self.inlines(name))
        if chosen and chosen not in among:
            raise self._wrong(name, f"one of {', '.join(among)}")
        return chosen

    def blocks(self, *names: str) -> Blocks:
        """Return a text of one or more paragraphs."""
        name, value = self._first(names)
        if value is None:
            return []
        if value["t"] == "MetaBlocks":
            return list(value["c"])
        return [para(self._inlines(name, value))]

    def list_of(self, *names: str) -> tuple[Inlines, ...]:
        """Return a list of texts; a single text is a list of one."""
        name, value = self._first(names)
        return self._listed(name, value)

    def authors(self) -> tuple[Author, ...]:
        """Return the authors: a name, or a list of names, or of mappings with `name`
        and `affiliation`.
        """
        name, value = self._first(("author", "authors"))
        if value is None:
            return ()
        listed = value["c"] if value["t"] == "MetaList" else [value]
        return tuple(self._author(name, each) for each in listed)

    def _author(self, name: str, value: Node) -> Author:
        if value["t"] != "MetaMap":
            return Author(self._inlines(name, value))
        if "name" not in value["c"]:
            raise self._wrong(name, "a name, or a list of names")
        inner = _Reader(value["c"], lambda _: self._place_of(name))
        return Author(inner.inlines("name"), inner.list_of(*_AFFILIATIONS))

    def _first(self, names: tuple[str, ...]) -> tuple[str, Node | None]:
        for name in names:
            if name in self._meta:
                return name, self._meta[name]
        return names[0], None

    def _listed(self, name: str, value: Node | None) -> tuple[Inlines, ...]:
        if value is None:
            return ()
        listed = value["c"] if value["t"] == "MetaList" else [value]
        return tuple(self._named(name, each) for each in listed)

    def _named(self, name: str, value: Node) -> Inlines:
        """Return a text, or the `name` of a mapping, as Quarto has affiliations."""
        if value["t"] == "MetaMap" and "name" in value["c"]:
            value = value["c"]["name"]
        return self._inlines(name, value)

    def _inlines(self, name: str, value: Node) -> Inlines:
        kind, content = value["t"], value["c"]
        if kind == "MetaInlines":
            return list(content)
        if kind == "MetaString":
            return words(content)
        if kind == "MetaBlocks" and [block["t"] for block in content] in (
            ["Para"],
            ["Plain"],
        ):
            return list(content[0]["c"])
        raise self._wrong(name, "text")

    def _wrong(self, name: str, wanted: str) -> InvalidSettings:
        return InvalidSettings(
            f"`{name}` should be {wanted}.", place=self._place_of(name)
        )


def _joined(listed: tuple[Inlines, ...]) -> Inlines:
    """Join texts with commas."""
    joined: Inlines = []
    for number, each in enumerate(listed):
        joined += [{"t": "Str", "c": ","}, {"t": "Space"}] if number else []
        joined += each
    return joined
