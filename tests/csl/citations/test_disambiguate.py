from __future__ import annotations

import re
from typing import Any

from loccit.csl import render_json

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation %s><layout delimiter="; "><group delimiter=" ">
<names variable="author"><name form="short" and="symbol" initialize-with=". " delimiter=", "
  delimiter-precedes-last="never"/></names>
<date variable="issued" prefix="(" suffix=")"><date-part name="year"/></date>
%s
</group></layout></citation>
<bibliography><sort><key variable="title"/></sort><layout><text variable="title"/></layout></bibliography></style>"""
CITE = re.compile(r"(?P<authors>.+?) (?P<year>\d{4})(?: (?P<title>\w+))?")


def item(number: int, text: str) -> dict[str, Any]:
    match = CITE.fullmatch(text.strip())
    assert match is not None, text
    authors = [name.rsplit(" ", 1) for name in match["authors"].split(" + ")]
    return {
        "id": str(number),
        "type": "book",
        "title": match["title"] or "",
        "author": [{"given": given, "family": family} for given, family in authors],
        "issued": {"date-parts": [[match["year"]]]},
    }


def cited(attributes: str, document: str, more: str = "") -> str:
    items = [item(number, text) for number, text in enumerate(document.split(" / "))]
    citations = [
        {"citationItems": [{"id": one["id"]}], "properties": {"noteIndex": 0}}
        for one in items
    ]
    answer = render_json(
        {
            "style": STYLE % (attributes, more),
            "references": items,
            "citations": citations,
        }
    )
    return " / ".join(answer["citations"]).replace("&#38;", "&")


def test_disambiguation(title: str, given: str, expected: str) -> None:
    assert cited(title, given) == expected


TITLE_AND_YEAR = (
    '<choose><if disambiguate="true"><text variable="title"/></if></choose>'
    '<choose><if disambiguate="true"><text value="!"/></if></choose>'
)


def test_conditions_hold_one_by_one_and_only_for_the_ambiguous() -> None:
    document = "J Doe 1980 A / J Doe 1980 B / J Roe 1980 C"
    assert (
        cited("", document, TITLE_AND_YEAR)
        == "Doe (1980) A / Doe (1980) B / Roe (1980)"
    )


def test_letters_follow_the_order_of_the_bibliography() -> None:
    document = " / ".join(f"J Doe 1980 T{number:02}" for number in range(28, 0, -1))
    letters = re.findall(
        r"1980(\w+)", cited('disambiguate-add-year-suffix="true"', document)
    )
    assert letters[0] == "ab"
    assert letters[-1] == "a"
