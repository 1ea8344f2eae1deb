"""Prefixes and suffixes in JSON; test_json_affixes.txt has the cases."""

from __future__ import annotations

from loccit.csl import render_json

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<citation><layout><text variable="title"/></layout></citation></style>"""


def test_affixes(given: str, expected: str) -> None:
    prefix, suffix = given.split("|")
    cite = {"id": "a", "prefix": prefix, "suffix": suffix}
    request = {
        "style": STYLE,
        "references": [{"id": "a", "type": "book", "title": "Tern"}],
        "citations": [{"citationItems": [cite]}],
    }
    assert render_json(request)["citations"] == [expected]
