"""A session always equals a full run on the same document, and reports its changes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit._startup.dataclass import replace
from loccit.csl import Changes, Session, load_style, process
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
)

#: Author-date with suffixes and introduced abbreviations, given names by cite, numbers
#: by citation and by alphabet, notes with "ibid.", authors replaced by a dash, labels,
#: collapsed years.
STYLES = [
    "apa", "modern-language-association", "chicago-author-date", "ieee", "apa-numeric-superscript",
    "american-medical-association-alphabetical", "chicago-notes-bibliography", "oscola", "din-1505-2-alphanumeric",
    "american-anthropological-association", "elsevier-harvard",
]  # fmt: skip
KEYS = "abcdefgh"


def source(key: str, author: str, year: int, title: str) -> Source:
    people = [one.partition("/") for one in author.split(";") if one]
    names = tuple(
        Name(family, given) if given else Name(literal=family)
        for family, _, given in people
    )
    short = {"short-author": "WHO"} if author == "World Health Organization" else {}
    return Source(
        key,
        "book",
        {"author": names, "issued": Date(DateParts(year)), "title": title, **short},
    )


authors = st.sampled_from(
    [
        "Doe/Ann",
        "Doe/Bob",
        "Doe/Ann;Roe/Carl;Poe/Dan",
        "Doe/Ann;Roe/Carl;Lee/Eve",
        "World Health Organization",
        "WHO",
        "",
    ]
)
sources = st.builds(
    source,
    st.sampled_from(KEYS),
    authors,
    st.integers(2000, 2001),
    st.sampled_from(["Winter", "Air"]),
)
locators = st.none() | st.builds(
    Locator, st.just("page"), st.sampled_from(["1", "2-3"])
)
affixes = st.sampled_from([RichText(), RichText(), RichText.of("see ")])
modes: st.SearchStrategy[CiteMode] = st.sampled_from(
    ["parenthetical", "parenthetical", "narrative", "suppress-author", "author-only"]
)
cites = st.builds(Cite, st.sampled_from(KEYS), prefix=affixes, locator=locators)
citations = st.builds(
    Citation,
    st.lists(cites, min_size=1, max_size=3).map(tuple),
    modes,
    note=st.integers(0, 3),
    context=st.builds(CitationContext, own_note=st.booleans()),
)
#: An operation, its index, and its values; `mark` changes only a locator.
operations = st.tuples(
    st.sampled_from(
        ["insert", "insert", "replace", "remove", "mark", "mark", "source"]
    ),
    st.integers(0, 7),
    citations,
    sources,
    locators,
)


def marked(citation: Citation, locator: Locator | None) -> Citation:
    """The citation with another locator in its first cite."""
    first, *rest = citation.cites
    return replace(citation, cites=(replace(first, locator=locator), *rest))


def applied(
    before: Sequence[RichText | None], changes: Changes
) -> list[RichText | None]:
    texts = list(before)
    for number, text in changes.citations.items():
        texts[number] = text
    return texts


@pytest.mark.parametrize("style_id", STYLES)
@settings(deadline=None, max_examples=12)
@given(
    st.lists(citations, max_size=5),
    st.lists(sources, max_size=5),
    st.lists(operations, max_size=6),
)
def test_after_every_change_it_equals_a_full_run(
    style_id: str,
    document: list[Citation],
    given_sources: list[Source],
    steps: list[tuple[str, int, Citation, Source, Locator | None]],
) -> None:
    style = load_style(style_id)
    known = {key: source(key, f"Author{key}/Ada", 2000, "Book") for key in KEYS}
    known |= {one.key: one for one in given_sources}
    session = Session(
        style, known.values(), document, uncited=["h"], link_citations=True
    )
    texts: list[RichText | None] = list(session.processed.citations)
    entries = {entry.key: entry.text for entry in session.processed.bibliography}
    order = tuple(entries)
    for what, place, citation, changed, locator in steps:
        index = (
            place % (len(document) + (what == "insert"))
            if document or what == "insert"
            else None
        )
        if what == "source" or index is None:
            known[changed.key] = changed
            changes = session.set_source(changed)
        elif what == "insert":
            document.insert(index, citation)
            texts.insert(index, None)
            changes = session.insert(index, citation)
        elif what == "remove":
            del document[index], texts[index]
            changes = session.remove(index)
        else:
            document[index] = (
                citation if what == "replace" else marked(document[index], locator)
            )
            changes = session.replace(index, document[index])
        anew = process(style, known, document, uncited=["h"], link_citations=True)
        assert session.processed == anew
        texts = applied(texts, changes)
        assert tuple(texts) == anew.citations
        entries |= changes.entries
        order = changes.order if changes.order is not None else order
        assert [(key, entries[key]) for key in order] == [
            (entry.key, entry.text) for entry in anew.bibliography
        ]


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
