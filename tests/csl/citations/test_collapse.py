from __future__ import annotations

import pytest

from loccit.csl import render_json

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation disambiguate-add-year-suffix="true" %s>%s<layout prefix="(" suffix=")" delimiter="; "><group delimiter=": ">
<group delimiter=" "><names variable="author"><name form="short"/></names>
<date variable="issued"><date-part name="year"/></date></group><text variable="locator"/>
</group></layout></citation></style>"""
NUMERIC = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation collapse="citation-number"><sort><key variable="citation-number"/></sort>
<layout prefix="[" suffix="]" delimiter=","><group delimiter=":"><text variable="citation-number"/>
<text variable="locator"/></group></layout></citation></style>"""


def cited(attributes: str, cites: str, sort: str = "") -> str:
    items, citation = [], []
    for number, text in enumerate(cites.split("; ")):
        family, year, *page = text.split()
        author = [{"family": family, "given": "J"}]
        items.append(
            {
                "id": str(number),
                "type": "book",
                "author": author,
                "issued": {"date-parts": [[year]]},
            }
        )
        citation.append(
            {"id": str(number), **({"locator": page[0][1:]} if page else {})}
        )
    request = {
        "style": STYLE % (attributes, sort),
        "references": items,
        "citations": [{"citationItems": citation}],
    }
    return str(render_json(request)["citations"][0])


def test_cites_of_one_author(title: str, given: str, expected: str) -> None:
    assert cited("" if title == "none" else title, given) == expected


def test_sorting_brings_an_authors_cites_together() -> None:
    by_year = '<sort><key variable="issued"/></sort>'
    assert (
        cited('collapse="year"', "Doe 1980; Roe 1990; Doe 1995", by_year)
        == "(Doe 1980, 1995; Roe 1990)"
    )


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        ([1, 2], "[1,2]"),
        ([1, 2, 3], "[1–3]"),
        ([4, 1, 2, 3, 6], "[1–4,6]"),
        ([(1, "7"), 2, 3], "[1:7,2,3]"),
    ],
)
def test_numbers(citation: list[int | tuple[int, str]], expected: str) -> None:
    items = [
        {"id": str(number), "type": "book", "title": f"T{number}"}
        for number in range(1, 7)
    ]
    cites = [
        {"id": str(cite)}
        if isinstance(cite, int)
        else {"id": str(cite[0]), "locator": cite[1]}
        for cite in citation
    ]
    everything = {"citationItems": [{"id": item["id"]} for item in items]}
    answer = render_json(
        {
            "style": NUMERIC,
            "references": items,
            "citations": [everything, {"citationItems": cites}],
        }
    )
    assert answer["citations"][1] == expected


def test_numbers_whose_locators_are_not_printed() -> None:
    items = [{"id": str(number), "type": "book"} for number in range(1, 4)]
    cites = [{"id": "1"}, {"id": "2", "locator": "5"}, {"id": "3"}]
    style = NUMERIC.replace('<text variable="locator"/>', "")
    request = {
        "style": style,
        "references": items,
        "citations": [{"citationItems": cites}],
    }
    assert render_json(request)["citations"] == ["[1–3]"]


def test_a_letter_has_its_locator() -> None:
    assert (
        cited(
            'collapse="year-suffix" year-suffix-delimiter=", "', "Doe 1980; Doe 1980 p7"
        )
        == "(Doe 1980a, b: 7)"
    )


def test_a_cite_without_a_year_leaves_no_gap_in_a_group() -> None:
    style = STYLE % ('collapse="year"', "")
    author = [{"family": "Doe"}]
    items = [
        {
            "id": "a",
            "type": "book",
            "author": author,
            "issued": {"date-parts": [[1980]]},
        },
        {"id": "b", "type": "book", "author": author},
    ]
    citation = {"citationItems": [{"id": "a"}, {"id": "b"}]}
    assert render_json({"style": style, "references": items, "citations": [citation]})[
        "citations"
    ] == ["(Doe 1980)"]


def test_works_without_authors_are_not_one_authors() -> None:
    laws = [
        {"id": "a", "type": "legislation", "title": "Lights Act"},
        {"id": "b", "type": "legal_case", "title": "Baker v. Miller"},
    ]
    request = {
        "style": "apa",
        "references": [law | {"issued": {"date-parts": [[1964]]}} for law in laws],
        "citations": [{"citationItems": [{"id": "a"}, {"id": "b"}]}],
    }
    (printed,) = render_json(request)["citations"]
    assert printed == "(<i>Baker v. Miller</i>, 1964; Lights Act, 1964)"
