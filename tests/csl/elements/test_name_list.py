"""The text between the names of a list."""

from __future__ import annotations

import pytest

from loccit.csl import process
from loccit.csl.styles.parse import parse_style
from loccit.model import Citation, Cite, Name, Source
from loccit.output import plain_text

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation><layout>
  <names variable="author"><name form="short" %s/>%s</names></layout></citation></style>"""


def printed(attributes: str, names: str, et_al: str = "") -> str:
    authors = tuple(
        Name(literal=name) if name == "others" else Name(family=name)
        for name in names.split()
    )
    style = parse_style((STYLE % (attributes, et_al)).encode(), "names.csl")
    processed = process(
        style, {"a": Source("a", "book", {"author": authors})}, [Citation((Cite("a"),))]
    )
    return plain_text.render(processed.citations[0])


@pytest.mark.parametrize(
    ("attributes", "two", "three"),
    [
        ("", "Ash, Bay", "Ash, Bay, Elm"),
        ('and="text"', "Ash and Bay", "Ash, Bay, and Elm"),
        ('and="symbol" delimiter-precedes-last="never"', "Ash & Bay", "Ash, Bay & Elm"),
        (
            'and="symbol" delimiter-precedes-last="always" delimiter="; "',
            "Ash; & Bay",
            "Ash; Bay; & Elm",
        ),
        ('et-al-min="3" et-al-use-first="1" and="text"', "Ash and Bay", "Ash et al."),
        (
            'et-al-min="2" et-al-use-first="1" delimiter-precedes-et-al="always"',
            "Ash, et al.",
            "Ash, et al.",
        ),
        (
            'et-al-min="3" et-al-use-first="1" et-al-use-last="true"',
            "Ash, Bay",
            "Ash, … Elm",
        ),
        (
            'et-al-min="3" et-al-use-first="2" and="text"',
            "Ash and Bay",
            "Ash, Bay, et al.",
        ),
    ],
)
def test_between_names(attributes: str, two: str, three: str) -> None:
    assert (printed(attributes, "Ash Bay"), printed(attributes, "Ash Bay Elm")) == (
        two,
        three,
    )


def test_others_at_the_end_become_et_al() -> None:
    assert printed('and="text"', "Ash Bay others") == "Ash, Bay, et al."
    assert (
        printed('and="text"', "Ash others", '<et-al term="and others"/>')
        == "Ash and others"
    )
