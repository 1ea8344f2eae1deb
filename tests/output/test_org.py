"""Org must read back, with pandoc, as the text and marks that were meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit.model import BibliographyOptions, Mark, RichText
from loccit.output import Entry, Section, org
from tests.output.pandoc import blocks, words

ITALIC = Mark("font-style", "italic")
#: Without signs whose entities pandoc does not know, or on which it fails.
SIGNS = "ab1 .,;:*[]()<>@#$&%!?-|'\"/é–“’ß漢😀"
HARD = st.text(st.sampled_from(SIGNS), min_size=1, max_size=30).map(
    lambda text: " ".join(("x" + text + "x").split())
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a*b", r"a\ast{}b"),
        ("*b*", r"\ast{}b\ast{}"),
        ("snake_case", r"snake\under{}case"),
        ("and/or 5/6", "and/or 5/6"),
        ("/b/", r"\slash{}b\slash{}"),
        ("cost $5", r"cost \dollar{}5"),
        ("[[x]]", "[\u200b[x]]"),
        ("[Film]", "[Film]"),
        (r"\alpha", "\\\u200balpha"),
        ("a--b ...", "a-\u200b-b .\u200b.."),
        ("https://x.org/a_b--c", "https://x.org/a_b--c"),
    ],
)
def test_escapes(text: str, expected: str) -> None:
    assert org.render(RichText.of(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. One", "1\u200b. One"),
        ("[1] One", "\u200b[1] One"),
        ("* One", r"\ast{} One"),
        ("- One", "\u200b- One"),
        ("A. Doe", "A. Doe"),
    ],
)
def test_entries_stay_paragraphs(text: str, expected: str) -> None:
    assert org.entries([Entry("k", RichText.of(text))], anchors=False) == [expected]
    assert [block["t"] for block in blocks(expected, "org")] == ["Para"]


def test_emphasis_beside_words() -> None:
    volume = RichText.of("3").marked(ITALIC)
    text = RichText.of("x") + volume + RichText.of("(2)")
    assert org.render(text) == "x\u200b/3/\u200b(2)"


def test_anchors_are_targets() -> None:
    [entry] = org.entries([Entry("doe", RichText.of("Doe"))], anchors=True)
    assert entry == "<<ref-doe>>Doe"
    link = RichText.of("Doe").marked(Mark("link", "#ref-doe"))
    assert org.render(link) == "[[ref-doe][Doe]]"


def test_a_list_of_its_own() -> None:
    sections = [Section(["Doe."], "Books", 2)]
    assert org.document(sections, BibliographyOptions()) == "** Books\n\nDoe."


@given(st.lists(st.tuples(HARD, st.booleans()), min_size=1, max_size=4))
@settings(deadline=None, max_examples=60)
def test_pandoc_reads_what_is_written(parts: list[tuple[str, bool]]) -> None:
    text = RichText()
    for part, is_italic in parts:
        one = RichText.of(part)
        text += (one.marked(ITALIC) if is_italic else one) + RichText.of(" ")
    [block] = blocks(org.paragraph(org.render(text)), "org")
    read = words(block["c"]).replace("\u200b", "")
    assert read == " ".join(text.plain.split())
