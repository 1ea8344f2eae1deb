"""A session always equals a full run on the same document, and reports its changes."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit._startup.dataclass import replace
from loccit.csl import (
    BibliographyEntry,
    Changes,
    Session,
    Style,
    load_style,
    process,
)
from loccit.csl.changes.rows import Row
from loccit.csl.citations.renderings import Rendered
from loccit.csl.styles.parse import parse_style
from loccit.model import (
    Citation,
    CitationContext,
    Cite,
    CiteMode,
    Date,
    DateParts,
    Locator,
    Name,
    RichText,
    Source,
    Value,
)
from tests.csl.made_styles import styles

#: Author-date with suffixes and introduced abbreviations, given names by cite, numbers
#: by citation and by alphabet, notes with "ibid.", authors replaced by a dash, labels,
#: collapsed years.
STYLES = [
    "apa", "modern-language-association", "chicago-author-date", "ieee", "apa-numeric-superscript",
    "american-medical-association-alphabetical", "chicago-notes-bibliography", "oscola", "din-1505-2-alphanumeric",
    "american-anthropological-association", "elsevier-harvard",
]  # fmt: skip
#: Few, so that most of them are cited several times; the last one always is listed.
KEYS = "abcd"
WHO = "World Health Organization"


def source(
    key: str, author: str, year: int, title: str, type_: str = "book", editor: str = ""
) -> Source:
    issued = Date(DateParts(year))
    variables: dict[str, Value] = {
        "author": names(author),
        "issued": issued,
        "title": title,
    }
    if editor:
        variables["editor"] = names(editor)
    if author == WHO:
        variables["short-author"] = names("WHO")
    return Source(key, type_, variables)


def names(text: str) -> tuple[Name, ...]:
    """The names in a text: `Doe/Ann;Roe/Carl`, `WHO`."""
    people = [one.partition("/") for one in text.split(";") if one]
    return tuple(
        Name(family, given) if given else Name(literal=family)
        for family, _, given in people
    )


#: Few names, years and titles, so that most cites look alike.
authors = st.sampled_from(
    [
        "Doe/Ann", "Doe/Ann", "Doe/Bob", "Doe/Ann Beth", "Doe/Al", "Roe/Carl",
        "Doe/Ann;Roe/Carl", "Doe/Ann;Roe/Carl;Poe/Dan", "Doe/Ann;Roe/Carl;Lee/Eve",
        "Doe/Ann;Roe/Clara;Poe/Dan", "Doe/Bob;Roe/Carl;Poe/Dan;Lee/Eve", WHO, "WHO", "",
    ]
)  # fmt: skip
#: The entry of a letter prints nothing in APA.
types = st.sampled_from(["book", "book", "book", "personal_communication"])
sources = st.builds(
    source,
    st.sampled_from(KEYS),
    authors,
    st.integers(2000, 2001),
    st.sampled_from(["Winter", "Air"]),
    types,
    st.sampled_from(["", "", "Doe/Ann", "Roe/Carl"]),
)
locators = st.none() | st.builds(
    Locator, st.just("page"), st.sampled_from(["1", "2-3"])
)
affixes = st.sampled_from([RichText(), RichText(), RichText.of("see ")])
modes: st.SearchStrategy[CiteMode] = st.sampled_from(
    [
        "parenthetical", "parenthetical", "parenthetical", "narrative",
        "suppress-author", "author-only", "locator-only",
    ]
)  # fmt: skip
cite_modes: st.SearchStrategy[CiteMode] = st.sampled_from(
    ["parenthetical", "parenthetical", "parenthetical", "suppress-author"]
)
cites = st.builds(
    Cite,
    st.sampled_from(KEYS),
    mode=cite_modes,
    prefix=affixes,
    locator=locators,
    secondary=st.sampled_from([False, False, False, True]),
)
#: Most citations have one cite, so that others follow with "ibid.".
clusters = st.one_of(
    st.tuples(cites), st.tuples(cites), st.lists(cites, max_size=3).map(tuple)
)
citations = st.builds(
    Citation,
    clusters,
    modes,
    note=st.sampled_from([0, 0, 0, 1, 2, 3]),
    context=st.builds(CitationContext, own_note=st.booleans()),
)


class Step(NamedTuple):
    """A change: what is done, to which citation, and its values.

    `mark` changes only a locator, `unmake` removes all citations of a source.
    """

    what: str
    place: int
    other_place: int
    citation: Citation
    source: Source
    locator: Locator | None


steps = st.builds(
    Step,
    st.sampled_from(
        [
            "insert", "insert", "insert", "replace", "remove", "move", "mark", "mark",
            "source", "source", "unmake", "undo",
        ]
    ),
    st.integers(0, 9),
    st.integers(0, 9),
    citations,
    sources,
    locators,
)  # fmt: skip


class Editor:
    """A session, the document that it should have, and what its changes say of it."""

    def __init__(
        self, style: Style, citations: Iterable[Citation], given: Iterable[Source]
    ) -> None:
        self.style = style
        self.document = list(citations)
        self.sources = {
            key: source(key, f"Author{key}/Ada", 2000, "Book") for key in KEYS
        }
        self.sources.update({one.key: one for one in given})
        self.session = Session(
            style,
            self.sources.values(),
            self.document,
            uncited=KEYS[-1:],
            link_citations=True,
        )
        processed = self.session.processed
        self.texts: list[RichText | None] = list(processed.citations)
        self.authors = list(processed.authors)
        self.entries = {entry.key: entry.text for entry in processed.bibliography}
        self.order = tuple(self.entries)
        self.before = list(self.document)

    def take(self, step: Step) -> None:
        """Make a change."""
        before = list(self.document)
        count = len(self.document)
        if step.what == "source":
            self.sources[step.source.key] = step.source
            self.note(self.session.set_source(step.source))
        elif step.what == "undo":
            self.undo()
        elif step.what == "insert" or not count:
            self.insert(step.place % (count + 1), step.citation)
        elif step.what == "remove":
            self.remove(step.place % count)
        elif step.what == "move":
            moved = self.remove(step.place % count)
            self.insert(step.other_place % count, moved)
        elif step.what == "unmake":
            self.unmake(step.source.key)
        elif step.what == "replace":
            self.replace(step.place % count, step.citation)
        else:
            place = step.place % count
            self.replace(place, marked(self.document[place], step.locator))
        self.before = before

    def insert(self, place: int, citation: Citation) -> None:
        self.document.insert(place, citation)
        self.texts.insert(place, None)
        self.authors.insert(place, RichText())
        self.note(self.session.insert(place, citation))

    def remove(self, place: int) -> Citation:
        removed = self.document.pop(place)
        del self.texts[place], self.authors[place]
        self.note(self.session.remove(place))
        return removed

    def replace(self, place: int, citation: Citation) -> None:
        self.document[place] = citation
        self.note(self.session.replace(place, citation))

    def unmake(self, key: str) -> None:
        for place in reversed(range(len(self.document))):
            if any(cite.key == key for cite in self.document[place].cites):
                self.remove(place)

    def undo(self) -> None:
        """Make the citations what they were before the last change."""
        before = self.before
        while len(self.document) > len(before):
            self.remove(len(before))
        for place, citation in enumerate(before):
            if place == len(self.document):
                self.insert(place, citation)
            elif self.document[place] != citation:
                self.replace(place, citation)

    def note(self, changes: Changes) -> None:
        """Do what an editor does with changes."""
        for number, text in changes.citations.items():
            self.texts[number] = text
        for number, author in changes.authors.items():
            self.authors[number] = author
        self.entries.update(changes.entries)
        if changes.order is not None:
            assert changes.order != self.order
            self.order = changes.order

    def check(self) -> None:
        """Compare the session, and what it has reported, with a full run."""
        fresh = process(
            self.style,
            self.sources,
            self.document,
            uncited=KEYS[-1:],
            link_citations=True,
        )
        assert self.session.processed == fresh
        assert tuple(self.texts) == fresh.citations
        assert tuple(self.authors) == fresh.authors
        shown = [BibliographyEntry(key, self.entries[key]) for key in self.order]
        assert tuple(shown) == fresh.bibliography


def marked(citation: Citation, locator: Locator | None) -> Citation:
    """The citation with another locator in its first cite."""
    if not citation.cites:
        return citation
    first, *rest = citation.cites
    return replace(citation, cites=(replace(first, locator=locator), *rest))


documents = st.lists(citations, min_size=2, max_size=6)
libraries = st.lists(sources, min_size=2, max_size=6)
changes = st.lists(steps, min_size=6, max_size=12)


@pytest.mark.parametrize("style_id", STYLES)
@settings(deadline=None, max_examples=12)
@given(documents, libraries, changes)
def test_after_every_change_it_equals_a_full_run(
    style_id: str,
    document: list[Citation],
    library: list[Source],
    steps: list[Step],
) -> None:
    check_steps(load_style(style_id), document, library, steps)


@settings(deadline=None, max_examples=100)
@given(styles(), documents, libraries, changes)
def test_so_it_does_in_any_style(
    style: str,
    document: list[Citation],
    library: list[Source],
    steps: list[Step],
) -> None:
    check_steps(parse_style(style.encode(), "made"), document, library, steps)


def check_steps(
    style: Style,
    document: list[Citation],
    library: list[Source],
    steps: list[Step],
) -> None:
    editor = Editor(style, document, library)
    editor.check()
    for step in steps:
        editor.take(step)
        editor.check()


def book(key: str, family: str) -> Source:
    return source(key, f"{family}/Ann", 2000, "Book")


def test_a_locator_changes_its_citation_alone() -> None:
    session = Session(
        load_style("apa"),
        [book("a", "Doe"), book("b", "Roe")],
        [Citation((Cite("a"),))] * 2,
    )
    changes = session.replace(1, Citation((Cite("a", locator=Locator("page", "7")),)))
    assert {number: text.plain for number, text in changes.citations.items()} == {
        1: "(Doe, 2000, p. 7)"
    }
    assert not changes.entries
    assert changes.order is None


def test_a_locator_changes_the_ibid_after_it() -> None:
    notes = [
        Citation((Cite("a", locator=Locator("page", "7")),), note=number)
        for number in (1, 2)
    ]
    session = Session(load_style("oscola"), [book("a", "Doe")], notes)
    changes = session.replace(
        0, Citation((Cite("a", locator=Locator("page", "8")),), note=1)
    )
    assert sorted(changes.citations) == [0, 1]


def test_an_unknown_key_changes_nothing() -> None:
    session = Session(load_style("apa"), [book("a", "Doe")], [Citation((Cite("a"),))])
    before = session.processed
    with pytest.raises(KeyError):
        session.insert(0, Citation((Cite("nobody"),)))
    assert session.processed == before


def test_hours_of_changes_fill_no_memory() -> None:
    """Only what is in the document is remembered, and no object is in a circle."""
    sources = {key: book(key, f"Author{key}") for key in KEYS}
    document = [Citation((Cite("a"),)), Citation((Cite("b"),))]
    session = Session(load_style("apa"), sources.values(), document)

    def edit(number: int) -> None:
        page = Locator("page", str(number))
        session.insert(0, Citation((Cite(KEYS[number % 4]),)))
        session.replace(2, Citation((Cite("b", locator=page),)))
        title = f"Winter {number % 9}"
        session.set_source(source("a", "Doe/Ann", 2000 + number % 9, title))
        session.remove(0)

    gc.collect()
    gc.disable()
    before = remembered()
    try:
        for number in range(150):
            edit(number)
            if number % 37 == 36:
                assert remembered() - before < 6 * len(KEYS)
        assert not gc.collect()
    finally:
        gc.enable()


def remembered() -> int:
    """How many citations and renderings there are, of all documents."""
    kinds = (Rendered, Row)
    return sum(isinstance(each, kinds) for each in gc.get_objects())
