"""schema.org: what stands in the graph of sources, and that nothing in a source breaks
out of its script.
"""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.export.schema_org import describe, json_ld
from loccit.model import Date, DateParts, Name, Source, Value
from loccit.values.csl_types import CSL_TYPES

JANE, NIMH = Name("Doe", "Jane"), Name(literal="NIMH")
PERSON = {
    "@type": "Person",
    "name": "Jane Doe",
    "givenName": "Jane",
    "familyName": "Doe",
}
GROUP = {"@type": "Organization", "name": "NIMH"}


@pytest.mark.parametrize(
    ("type_", "variables", "expected"),
    [
        ("article-journal",
         {"title": "On <i>Emma</i>", "author": (JANE, NIMH), "container-title": "Notes", "ISSN": "1234-5678",
          "volume": "12", "issue": "3", "page": "1-9", "DOI": "doi:10.1000/x<1>", "PMID": "7",
          "issued": Date(DateParts(2018, 3))},
         {"@type": "ScholarlyArticle", "@id": "https://doi.org/10.1000/x%3C1%3E", "name": "On Emma",
          "author": [PERSON, GROUP],
          "datePublished": "2018-03", "pagination": "1-9",
          "identifier": {"@type": "PropertyValue", "propertyID": "PMID", "value": "7"},
          "isPartOf": {"@type": "PublicationIssue", "issueNumber": "3",
                       "isPartOf": {"@type": "PublicationVolume", "volumeNumber": "12",
                                    "isPartOf": {"@type": "Periodical", "name": "Notes", "issn": "1234-5678"}}}}),
        ("article-newspaper", {"title": "Doors", "container-title": "The Times"},
         {"@type": "NewsArticle", "name": "Doors", "isPartOf": {"@type": "Newspaper", "name": "The Times"}}),
        ("book", {"title": "Doors", "volume": "2", "edition": "3", "ISBN": "978", "number-of-pages": "210",
                  "publisher": "Verso", "publisher-place": "London", "collection-title": "Essays", "editor": (JANE,)},
         {"@type": ["Book", "PublicationVolume"], "name": "Doors", "editor": PERSON, "bookEdition": "3", "isbn": "978",
          "volumeNumber": "2", "numberOfPages": 210,
          "publisher": {"@type": "Organization", "name": "Verso", "address": "London"},
          "isPartOf": {"@type": "BookSeries", "name": "Essays"}}),
        ("chapter", {"title": "A Door", "author": (NIMH,), "editor": (JANE,), "container-title": "Doors", "page": "7",
                     "ISBN": "978", "collection-title": "Essays"},
         {"@type": "Chapter", "name": "A Door", "author": GROUP, "pagination": "7",
          "isPartOf": [{"@type": "Book", "name": "Doors", "editor": PERSON, "isbn": "978"},
                       {"@type": "BookSeries", "name": "Essays"}]}),
        ("thesis", {"title": "Doors", "genre": "PhD thesis", "publisher": "UCLA"},
         {"@type": "Thesis", "name": "Doors", "inSupportOf": "PhD thesis",
          "publisher": {"@type": "Organization", "name": "UCLA"}}),
        ("report", {"title": "Doors", "number": "7", "genre": "White paper"},
         {"@type": "Report", "name": "Doors", "reportNumber": "7", "genre": "White paper"}),
        ("review-book", {"title": "Emma", "reviewed-title": "Emma", "reviewed-author": (JANE,)},
         {"@type": ["ScholarlyArticle", "Review"], "name": "Emma",
          "itemReviewed": {"@type": "CreativeWork", "name": "Emma", "author": PERSON}}),
        ("webpage", {"title": "Doors", "container-title": "Wood", "URL": "https://x.org",
                     "issued": Date(literal="old")},
         {"@type": "WebPage", "name": "Doors", "url": "https://x.org",
          "isPartOf": {"@type": "WebSite", "name": "Wood"}}),
        ("motion_picture", {"title": "Doors", "director": (JANE,)},
         {"@type": "Movie", "name": "Doors", "director": PERSON}),
        ("song", {"title": "Doors", "performer": (NIMH,), "container-title": "Wood"},
         {"@type": "MusicRecording", "name": "Doors", "byArtist": GROUP,
          "isPartOf": {"@type": "MusicAlbum", "name": "Wood"}}),
        ("software", {"title": "Doors", "version": "1.2"},
         {"@type": "SoftwareApplication", "name": "Doors", "softwareVersion": "1.2"}),
        ("treaty", {"title": "Doors"}, {"@type": "CreativeWork", "name": "Doors"}),
    ],
)  # fmt: skip
def test_kinds(
    type_: str, variables: dict[str, Value], expected: dict[str, object]
) -> None:
    assert describe(Source("a", type_, variables)) == expected


@pytest.mark.parametrize("type_", sorted(CSL_TYPES))
def test_every_type_has_its_title_and_people(type_: str) -> None:
    found = describe(
        Source("a", type_, {"title": "Doors", "author": (JANE,), "translator": (NIMH,)})
    )
    assert (found["name"], found["author"], found["translator"]) == (
        "Doors",
        PERSON,
        GROUP,
    )


@given(
    st.lists(
        st.text() | st.sampled_from(["</script><script>alert(1)</script>", "<!--"]),
        max_size=3,
    )
)
def test_nothing_breaks_out_of_the_script(titles: list[str]) -> None:
    written = json_ld([Source("a", "book", {"title": title}) for title in titles])
    assert "<" not in written
    graph = json.loads(written)["@graph"]
    plain = [Source("a", "book", {"title": title}).plain("title") for title in titles]
    assert [thing.get("name", "") for thing in graph] == plain
