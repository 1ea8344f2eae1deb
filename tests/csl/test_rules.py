"""Rules of CSL, each in the smallest style that shows it.

The layout of the citation is given.
"""

from __future__ import annotations

from typing import Any

import pytest

from loccit.csl import render_json

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" %s>
<citation et-al-min="3" et-al-use-first="1"><layout>%s</layout></citation></style>"""
ITEM = {
    "id": "a",
    "type": "book",
    "author": [
        {"family": "Doe", "given": "Jo", "suffix": "Jr."},
        {"family": "Roe", "given": "Al"},
    ],
    "editor": [{"family": name} for name in ("Ash", "Bay", "Elm")],
    "issued": {"literal": "before the war"},
    "volume": "3-4",
    "publisher": "istanbul",
}


def printed(
    layout: str, item: dict[str, Any] | None = None, options: str = "", **cite: str
) -> str:
    request = {
        "style": STYLE % (options, layout),
        "references": [{**ITEM, **(item or {})}],
        "citations": [{"citationItems": [{"id": "a", **cite}]}],
    }
    return str(render_json(request)["citations"][0]).replace("&#38;", "&")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            '<name form="short" and="symbol" font-style="italic"/>',
            "<i>Doe</i> & <i>Roe</i>",
        ),
        ('<name form="short" delimiter="; " suffix="!"/>', "Doe!; Roe!"),
        ('<name initialize-with="" delimiter="; "/>', "J Doe Jr; A Roe"),
        ('<name initialize-with=". " delimiter="; "/>', "J. Doe Jr.; A. Roe"),
    ],
)
def test_name_formats_each_name(name: str, expected: str) -> None:
    assert printed(f'<names variable="author">{name}</names>') == expected


def test_et_al_is_formatted_as_the_names() -> None:
    assert (
        printed(
            '<names variable="editor"><name form="short" font-style="italic"/></names>'
        )
        == "<i>Ash et al.</i>"
    )


def test_within_substitute_a_branch_lists_alternatives() -> None:
    layout = """<names variable="director"><name form="short"/><substitute><choose><if type="book">
        <names variable="translator"/><names variable="author"/><names variable="editor"/></if></choose></substitute>
        </names>"""
    assert printed(layout) == "Doe, Roe"


def test_a_date_in_words_is_printed_once() -> None:
    date = '<date variable="issued"><date-part name="%s"/></date>'
    assert printed(date % "year" + date % "month") == "before the war"


def test_page_range_format_is_for_pages() -> None:
    layout, options = '<text variable="locator"/>', 'page-range-format="expanded"'
    assert printed(layout, options=options, locator="101-7", label="page") == "101–107"
    assert printed(layout, options=options, locator="101-7", label="line") == "101–7"


def test_a_hyphen_between_numbers_becomes_the_locale_s_dash() -> None:
    assert printed('<number variable="volume"/>') == "3–4"
    assert (
        printed('<number variable="volume"/>', options='default-locale="fr-FR"')
        == "3‑4"
    )


def test_turkish_keeps_the_dot_of_its_i() -> None:
    layout = '<text variable="publisher" text-case="capitalize-first"/>'
    assert printed(layout, options='default-locale="tr-TR"') == "İstanbul"
    assert printed(layout) == "Istanbul"


def test_french_keeps_a_particle_with_its_surname() -> None:
    layout, item = (
        '<names variable="author"/>',
        {"author": [{"family": "de Vries", "given": "Jan"}]},
    )
    assert printed(layout, item, 'default-locale="fr-FR"') == "Jan de\u00a0Vries"
    assert printed(layout, item) == "Jan de Vries"


def test_an_entry_begins_with_a_capital() -> None:
    style = STYLE.replace("</style>", "") % ("", "<text value='x'/>") + (
        '<bibliography><layout><text term="no date"/><text term="in" prefix=" "/></layout></bibliography></style>'
    )
    assert render_json({"style": style, "references": [ITEM]})["bibliography"] == [
        ["a", "No date in"]
    ]
