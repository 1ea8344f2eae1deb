"""Only what is wrong in a source or a record differs."""

from __future__ import annotations

from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography.duplicates import Title
from loccit.lookup import LookupResult
from loccit.lookup.verify.asked_work import AskedWork, Record
from loccit.lookup.verify.differences import find_differences
from loccit.lookup.verify.same_work import is_of
from loccit.model import Date, DateParts, Name, Source
from tests.cases import Case
from tests.lookup.verify.conftest import record, work


def differences(asked: AskedWork, found: Record) -> list[str]:
    return [
        f"{each.variable}: {each.stored} | {each.found}"
        for each in find_differences(asked.compared(), found)
    ]


def test_differences(case: Case) -> None:
    found = Record(record(case.sections["record"]))
    shown = differences(work(case.given), found)
    assert "\n".join(shown or ["nothing"]) == case.expected


ARTICLE = "@article{a, author={Moss, Ada}, title={Walls and Doors}, journal={Walls}, year=2018}"


def test_any_year_of_the_record_is_right() -> None:
    other = ARTICLE.replace("2018", "2019")
    assert (
        differences(work(ARTICLE), Record(record(other, issued=("2019", "2018")))) == []
    )


def test_any_title_of_the_record_is_right() -> None:
    other = ARTICLE.replace("Walls and Doors", "Mauern und Türen")
    found = record(other, title=("Mauern und Türen", "Walls and Doors"))
    assert differences(work(ARTICLE), Record(found)) == []


#: Text as people type it into a field.
_words = st.text(
    st.characters(categories=["L", "N", "P", "Zs"], codec="utf-8"), min_size=1
).map(str.strip)
_names = st.builds(Name, family=_words, given=_words) | st.builds(Name, literal=_words)
_dates = st.integers(1400, 2100).map(lambda year: Date(DateParts(year)))
_sources = st.builds(
    Source,
    st.just("a"),
    st.sampled_from(["article-journal", "book", "chapter", "thesis", "webpage"]),
    st.fixed_dictionaries(
        {"title": _words},
        optional={
            "author": st.lists(_names, min_size=1, max_size=4).map(tuple),
            "issued": _dates,
            **dict.fromkeys(
                ("container-title", "volume", "issue", "page", "DOI"), _words
            ),
        },
    ),
)


@draw(_sources)
def test_a_source_does_not_differ_from_itself(source: Source) -> None:
    found = LookupResult(source, "Crossref")
    assert find_differences(AskedWork(source).compared(), Record(found)) == []
    assert is_of(AskedWork(source), found) or Title(source.text("title")).is_common
