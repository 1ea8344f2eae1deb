from __future__ import annotations

from loccit.csl import load_style, process
from loccit.model import Citation, Cite, Date, DateParts, Name, Source


def report(key: str, families: str, year: int) -> Source:
    authors = tuple([Name(family, "A.") for family in families.split()])
    issued = Date(DateParts(year))
    return Source(key, "report", {"author": authors, "issued": issued, "title": key})


def cited(*sources: Source) -> str:
    citation = Citation(tuple([Cite(source.key) for source in sources]))
    style = load_style("apa")
    by_key = {source.key: source for source in sources}
    return process(style, by_key, [citation]).citations[0].plain


def test_cites_sort_by_the_names_that_they_show() -> None:
    one = report("one", "Ash Birch Maple Oak Pine", 2015)
    other = report("other", "Ash Birch Elm", 2015)
    assert (
        cited(one, other)
        == "(Ash, Birch, & Elm, 2015; Ash, Birch, Maple, et al., 2015)"
    )


def test_without_ambiguity_they_sort_by_the_first_name_and_the_year() -> None:
    late = report("late", "Ash Birch Elm", 2015)
    early = report("early", "Ash Maple Oak", 2001)
    assert cited(late, early) == "(Ash et al., 2001, 2015)"
