"""Whatever a service answers: a result, nothing, or a failure in words."""

from __future__ import annotations

import json

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.errors import LookupFailed
from loccit.lookup.answer import Answer
from loccit.lookup.identifiers import Identifier
from loccit.lookup.services import Service, finders, services_for
from loccit.lookup.verify import AskedWork
from loccit.lookup.verify.same_work import is_of, matches
from loccit.model import Date, DateParts, Name, Source

WALLS = Source(
    "",
    "article",
    {
        "title": "Walls and Doors",
        "author": (Name("Moss", "Ada"),),
        "issued": Date(DateParts(2019)),
    },
)
#: Members that services have in their records, which are given any values.
MEMBERS = """
    message items title subtitle original-title author editor given family name suffix type
    issued published published-print date-parts journal-issue container-title volume issue
    page ISBN isbn-type value institution event updated-by update-to DOI label publisher
    data attributes titles titleType creators nameType familyName contributors types dates
    date dateType publicationYear container esearchresult idlist docs key author_name
    publish_year entries publish_date publishers details authors by_statement
""".split()  # noqa: SIM905
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3000)
    | st.floats(allow_nan=False)
    | st.text(max_size=12)
    | st.sampled_from(["Walls and Doors", "Moss", "10.1000/1", "<i>x", "retraction"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(MEMBERS), inner, max_size=6)
    ),
    max_leaves=30,
)
SERVICES = [
    service
    for kind in ("doi", "isbn", "pmid", "pmcid", "arxiv")
    for service in services_for(Identifier(kind, "1"))
]


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.NAME)
@draw(value=VALUES)
def test_a_look_up(service: Service, value: object) -> None:
    def ask(path: str, accept: str = "") -> Answer:
        wrapped = {"message": value, "data": {"attributes": value}}
        book = {"ISBN:1": {"details": value}} | wrapped
        return Answer(json.dumps(book).encode(), "application/json", "http://a.example")

    for kind in service.KINDS:
        try:
            found = service.look_up(Identifier(kind, "1"), ask)
        except LookupFailed:
            continue
        if found:
            is_of(AskedWork(WALLS), found)


@pytest.mark.parametrize("type_", ["article", "book", "article-journal"])
@draw(value=VALUES)
def test_a_search(type_: str, value: object) -> None:
    def ask(path: str, accept: str = "") -> Answer:
        data = {"message": {"items": value}, "data": value, "docs": value}
        wrapped = data | {"entries": value, "esearchresult": {"idlist": value}}
        return Answer(json.dumps(wrapped).encode(), "application/json", "http://a.example")  # fmt: skip

    work = AskedWork(WALLS.with_variables({}, type_))
    for service in finders(type_):
        try:
            found = list(service.search(work.source, ask))
        except LookupFailed:
            continue
        matches(work, found)
