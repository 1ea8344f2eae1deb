"""Which entries are the same work: by pairs that were labelled by hand (test_find.txt),
and by laws.
"""

from __future__ import annotations

from pathlib import Path

from hypothesis import given as draw
from hypothesis import strategies as st

from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.bibliography.duplicates import Pair, find_duplicates
from loccit.bibliography.formats import bibtex
from loccit.model import Date, DateParts, Name, Source, Value
from tests.cases import Case, read_cases
from tests.paths import ROOT

PAGE = ROOT / "docs" / "duplicates.md"
CASES = read_cases(Path(__file__).with_suffix(".txt"))
#: Pairs that are the same, and are not seen to be.
MISSED = {"a given name short and long", "two letters mistyped in one title"}


def test_labelled_pairs(case: Case) -> None:
    sources = list(Library([bibtex.read(case.given, "")]))
    assert len(sources) == 2
    is_found = case.expected == "same" and case.title not in MISSED
    assert bool(list(find_duplicates(sources))) == is_found
    assert bool(list(find_duplicates(reversed(sources)))) == is_found


def test_the_figures_of_the_docs() -> None:
    same = sum(case.expected == "same" for case in CASES)
    found = same - len(MISSED)
    assert same >= 35
    assert len(CASES) - same >= 55
    said = " ".join(PAGE.read_text("utf-8").split())
    assert (
        f"Of {same} pairs of entries that are one work, {found} are found; of {len(CASES) - same} that"
        in said
    )


NAMES = st.lists(
    st.builds(
        Name,
        family=st.sampled_from(["Doe", "Roe", "Ó Cróinín"]),
        given=st.sampled_from(["", "Jane", "R."]),
    ),
    max_size=3,
).map(tuple)
VALUES = st.fixed_dictionaries(
    {
        "title": st.sampled_from(
            [
                "Emma",
                "On the Road: Part II",
                "中文書名",
                "",
                "I",
                "The New Jim Crow: Mass Arrest",
            ]
        )
    },
    optional={
        "author": NAMES,
        "issued": st.builds(
            lambda year: Date(DateParts(year)), st.integers(1999, 2001)
        ),
        "volume": st.sampled_from(["", "1", "II", "A"]),
        "page": st.sampled_from(["1-2", "e12", "x"]),
        "DOI": st.sampled_from(["10.1/a", "10.1/b", "10.2307/1"]),
        "ISBN": st.sampled_from(["0-306-40615-2", "9780306406157 (pbk.)", "x"]),
        "URL": st.sampled_from(["https://a.org/", "https://a.org/b", "b"]),
        "container-title": st.sampled_from(
            ["Nature", "J. Soc.", "Journal of Sociology", "arXiv"]
        ),
        "publisher": st.sampled_from(["Press", "ACME", "Univ. of ACME"]),
        "edition": st.sampled_from(["1", "2nd", "rev. ed."]),
    },
)
SOURCES = st.builds(
    Source,
    st.just("a"),
    st.sampled_from(["book", "article-journal", "chapter", "webpage"]),
    VALUES,
)


@draw(SOURCES, SOURCES)
def test_the_order_of_two_works_says_nothing(one: Source, other: Source) -> None:
    assert [pair.reasons for pair in find_duplicates([one, other])] == [
        pair.reasons for pair in find_duplicates([other, one])
    ]


@draw(SOURCES)
def test_different_dois_or_years_are_different_works(source: Source) -> None:
    later: dict[str, Value] = {**source.variables, "issued": Date(DateParts(2010))}
    without = {
        name: value
        for name, value in source.variables.items()
        if name not in ("DOI", "ISBN")
    }
    other = replace(source, variables={**without, "issued": Date(DateParts(2010))})
    earlier = replace(source, variables={**without, "issued": Date(DateParts(2000))})
    assert not list(find_duplicates([earlier, other]))
    another_doi = replace(source, variables={**later, "DOI": "10.1/c"})
    assert not list(
        find_duplicates(
            [replace(source, variables={**later, "DOI": "10.1/d"}), another_doi]
        )
    )


ANY = st.text(max_size=12) | st.text("IVX0129 .:-()", max_size=8)


@draw(
    st.lists(
        st.dictionaries(
            st.sampled_from(["title", "volume", "page", "ISBN", "DOI", "URL"]), ANY
        ),
        max_size=4,
    ),
    ANY,
)
def test_nothing_that_a_source_may_say_stops_it(
    values: list[dict[str, str]], name: str
) -> None:
    people = (Name(family=name, given=name), Name(literal=name))
    sources = [
        Source(str(n), "book", {"title": name, "author": people, **each})
        for n, each in enumerate(values)
    ]
    for pair in find_duplicates(sources):
        assert pair.reasons and int(pair.one.key) < int(pair.other.key)


def test_of_many_entries_of_one_work_each_is_shown_once() -> None:
    emma: dict[str, Value] = {"title": "Emma", "DOI": "10.1/a"}
    pairs = list(find_duplicates(Source(str(n), "book", emma) for n in range(4)))
    assert [(pair.one.key, pair.other.key) for pair in pairs] == [
        ("0", "1"),
        ("0", "2"),
        ("0", "3"),
    ]


def test_differences() -> None:
    one = Source(
        "a",
        "book",
        {"title": "<i>Emma</i>", "author": (Name(family="Austen"),), "page": "1-2"},
    )
    other = Source(
        "b",
        "report",
        {"title": "Emma", "issued": Date(DateParts(1815, 12)), "page": "1-2"},
    )
    assert Pair(one, other).differences() == [
        ("type", "book", "report"),
        ("author", "Austen", ""),
        ("issued", "", "1815-12"),
    ]
