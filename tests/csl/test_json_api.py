from __future__ import annotations

from typing import Any

from loccit.csl import render_json

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="%s" version="1.0">
<citation><sort><key variable="title"/></sort><layout delimiter="; ">%s</layout></citation>
<bibliography><sort><key variable="title"/></sort><layout><text variable="title" form="short"/></layout></bibliography>
</style>"""
ITEMS = [{"id": "b", "type": "book", "title": "Beta"}, {"id": "a", "type": "book", "title": "Alpha & Co."}]


def ask(
    layout: str, citations: list[dict[str, Any]], class_: str = "in-text", more: dict[str, Any] | None = None
) -> dict[str, Any]:
    request = {"style": STYLE % (class_, layout), "references": ITEMS, "citations": citations}
    return render_json({**request, **(more or {})})


def cites(*items: dict[str, Any], **properties: Any) -> dict[str, Any]:
    return {"citationItems": list(items), "properties": {"noteIndex": 0, **properties}}


def test_citations_and_bibliography() -> None:
    answer = ask('<text variable="title"/>', [cites({"id": "b"}, {"id": "a", "prefix": "<i>see</i> "})])
    assert answer["citations"] == ["Beta; <i>see</i> Alpha &#38; Co."]
    assert answer["bibliography"] == [["a", "Alpha &#38; Co."], ["b", "Beta"]]


def test_the_bibliography_may_stay_as_it_was() -> None:
    answer = ask('<text variable="title"/>', [], more={"sort-bibliography": False})
    assert [key for key, _ in answer["bibliography"]] == ["b", "a"]


def test_abbreviations() -> None:
    answer = ask('<text variable="title"/>', [], more={"abbreviations": {"default": {"title": {"Beta": "B."}}}})
    assert dict(answer["bibliography"])["b"] == "B."


def test_a_position_that_is_given_is_kept() -> None:
    layout = '<choose><if position="ibid"><text term="ibid"/></if><else><text variable="title"/></else></choose>'
    answer = ask(layout, [cites({"id": "a", "position": 2}), cites({"id": "a", "position": 0})], "note")
    assert answer["citations"] == ["Ibid.", "Alpha &#38; Co."]


def test_first_reference_note_number() -> None:
    layout = '<text variable="first-reference-note-number" prefix="n. "/><text variable="title" prefix=" "/>'
    answer = ask(layout, [cites({"id": "a", "position": 1, "first-reference-note-number": 4})], "note")
    assert answer["citations"] == ["n. 4 Alpha &#38; Co."]
