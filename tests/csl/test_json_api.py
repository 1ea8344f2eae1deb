from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from loccit.csl import render_json
from loccit.errors import InvalidRequest, LoccitError
from tests.paths import ROOT

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="%s" version="1.0">
<citation><sort><key variable="title"/></sort><layout delimiter="; ">%s</layout></citation>
<bibliography><sort><key variable="title"/></sort><layout><text variable="title" form="short"/></layout></bibliography>
</style>"""
ITEMS = [
    {"id": "b", "type": "book", "title": "Beta"},
    {"id": "a", "type": "book", "title": "Alpha & Co."},
]


def ask(
    layout: str,
    citations: list[dict[str, Any]],
    class_: str = "in-text",
    more: dict[str, Any] | None = None,
) -> dict[str, Any]:
    request = {
        "style": STYLE % (class_, layout),
        "references": ITEMS,
        "citations": citations,
    }
    return render_json({**request, **(more or {})})


def cites(*items: dict[str, Any], **properties: Any) -> dict[str, Any]:
    return {"citationItems": list(items), "properties": {"noteIndex": 0, **properties}}


def test_citations_and_bibliography() -> None:
    answer = ask(
        '<text variable="title"/>',
        [cites({"id": "b"}, {"id": "a", "prefix": "<i>see</i> "})],
    )
    assert answer["citations"] == ["Beta; <i>see</i> Alpha &#38; Co."]
    assert answer["bibliography"] == [["a", "Alpha &#38; Co."], ["b", "Beta"]]


def test_the_bibliography_may_stay_unsorted() -> None:
    answer = ask('<text variable="title"/>', [], more={"sort-bibliography": False})
    assert [key for key, _ in answer["bibliography"]] == ["b", "a"]


def test_abbreviations() -> None:
    answer = ask(
        '<text variable="title"/>',
        [],
        more={"abbreviations": {"default": {"title": {"Beta": "B."}}}},
    )
    assert dict(answer["bibliography"])["b"] == "B."


def test_a_given_position_is_kept() -> None:
    layout = '<choose><if position="ibid"><text term="ibid"/></if><else><text variable="title"/></else></choose>'
    answer = ask(
        layout,
        [cites({"id": "a", "position": 2}), cites({"id": "a", "position": 0})],
        "note",
    )
    assert answer["citations"] == ["Ibid.", "Alpha &#38; Co."]


def test_first_reference_note_number() -> None:
    layout = '<text variable="first-reference-note-number" prefix="n. "/><text variable="title" prefix=" "/>'
    answer = ask(
        layout,
        [cites({"id": "a", "position": 1, "first-reference-note-number": 4})],
        "note",
    )
    assert answer["citations"] == ["n. 4 Alpha &#38; Co."]


@pytest.mark.parametrize(
    ("format_", "expected"),
    [
        ("html", "<i>Alpha &#38; Co.</i>"),
        ("latex", r"\textit{Alpha \& Co.}"),
        ("markdown", "*Alpha & Co.*"),
        ("rtf", r"{\i Alpha & Co.}"),
        ("text", "Alpha & Co."),
        ("typst", '#text(style: "italic")[Alpha & Co.];'),
    ],
)
def test_formats(format_: str, expected: str) -> None:
    layout = '<text variable="title" font-style="italic"/>'
    assert ask(layout, [cites({"id": "a"})], more={"format": format_})["citations"] == [
        expected
    ]


@pytest.mark.parametrize(
    "style",
    ["apa", "http://www.zotero.org/styles/apa", "apa.csl", "accounting-history-review"],
)
def test_a_style_by_id_or_address(style: str) -> None:
    assert (
        render_json({"style": style, "references": ITEMS})["bibliography"][0][0] == "a"
    )


def test_a_path_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "own.csl"
    path.write_text(STYLE % ("in-text", '<text variable="title"/>'), "utf-8")
    with pytest.raises(LoccitError, match="There is no style"):
        render_json({"style": str(path), "references": ITEMS})


SCHEMA = json.loads((ROOT / "docs" / "csl.schema.json").read_text("utf-8"))
ANSWER = {**SCHEMA, "$ref": "#/$defs/answer"}
CITE = {
    "id": "a",
    "locator": 3,
    "label": "chapter",
    "prefix": "see ",
    "near-note": True,
    "position": 1,
}

REQUESTS: list[dict[str, Any]] = [
    {"style": "apa"},
    {
        "style": "apa",
        "references": None,
        "citations": None,
        "lang": None,
        "format": None,
        "abbreviations": None,
    },
    {
        "style": "ieee",
        "references": [{"id": 7}],
        "citations": [{"citationItems": [{"id": "7"}], "properties": None}],
    },
    {
        "style": "apa",
        "references": ITEMS,
        "citations": [cites(CITE, mode="composite")],
        "sort-bibliography": 0,
    },
    {
        "style": "apa",
        "references": ITEMS,
        "citations": [{}, {"citationItems": []}],
        "unknown": 1,
    },
    {
        "style": "apa",
        "references": [{"id": "a", "author": 3, "issued": []}],
        "abbreviations": {"x": None},
    },
]


@pytest.mark.parametrize("request_", REQUESTS)
def test_the_schema_allows_each_answer(request_: dict[str, Any]) -> None:
    jsonschema.validate(request_, SCHEMA)
    jsonschema.validate(render_json(request_), ANSWER)


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ([], "The request must be an object."),
        ("apa", "The request must be an object."),
        ({}, "`style` is missing."),
        ({"style": ""}, "`style` is missing."),
        ({"style": ["apa"]}, "`style` must be a string."),
        ({"style": "apa", "references": {}}, "`references` must be an array."),
        (
            {"style": "apa", "references": [{"id": "a"}, {"type": "book"}]},
            "`references[1].id` is missing.",
        ),
        ({"style": "apa", "citations": [["a"]]}, "`citations[0]` must be an object."),
        (
            {"style": "apa", "citations": [{"citationItems": ["a"]}]},
            "`citations[0].citationItems[0]` must be an object.",
        ),
        (
            {
                "style": "apa",
                "references": ITEMS,
                "citations": [cites({"id": "a"}), cites({"id": "a", "position": 4})],
            },
            "`citations[1].citationItems[0].position` must be a whole number from 0 to 3.",
        ),
        (
            {
                "style": "apa",
                "references": ITEMS,
                "citations": [cites({"id": "a", "prefix": []})],
            },
            "`citations[0].citationItems[0].prefix` must be a string.",
        ),
        (
            {"style": "apa", "citations": [{"properties": {"noteIndex": -1}}]},
            "`citations[0].properties.noteIndex` must be a whole number from 0.",
        ),
        (
            {"style": "apa", "citations": [{"properties": {"mode": "loud"}}]},
            (
                "`citations[0].properties.mode` must be one of `parenthetical`, `composite`, `author-only`, "
                "`suppress-author`."
            ),
        ),
        (
            {"style": "apa", "abbreviations": {"x": {"title": "a"}}},
            "`abbreviations.x.title` must be an object.",
        ),
        (
            {"style": "apa", "format": "word"},
            "`format` must be one of `docx`, `html`, `latex`, `markdown`, `org`, `text`, `rst`, `rtf`, `typst`.",
        ),
    ],
)
def test_an_error_names_its_place(request_: Any, message: str) -> None:
    with pytest.raises(InvalidRequest) as raised:
        render_json(request_)
    assert raised.value.message == message
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(request_, SCHEMA)


def test_a_cite_without_its_reference_is_an_error() -> None:
    with pytest.raises(
        InvalidRequest,
        match=r"`citations\[0\].citationItems\[0\].id`: no reference has the id `c`",
    ):
        ask('<text variable="title"/>', [cites({"id": "c"})])
