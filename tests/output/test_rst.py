"""reStructuredText must read back, with pandoc, as the text and marks that were meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit.model import BibliographyOptions, Mark, RichText
from loccit.output import Entry, Section, rst
from tests.output.conftest import SIGNS
from tests.output.pandoc import blocks, words

ITALIC = Mark("font-style", "italic")
BOLD = Mark("font-weight", "bold")
HARD = st.text(st.sampled_from(SIGNS), min_size=1, max_size=30).map(
    lambda text: " ".join(("x" + text + "x").split())
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a*b", r"a\*b"),
        ("snake_case a_", r"snake_case a\_"),
        ("|x| `y`", r"\|x\| \`y\`"),
        (r"\alpha", r"\\alpha"),
        ("[1]_", r"[1]\_"),
    ],
)
def test_escapes(text: str, expected: str) -> None:
    assert rst.render(RichText.of(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "1. One",
        "(2) two",
        "A. Doe",
        "iv. x",
        "- One",
        ".. x",
        ":x: y",
        "-a x",
        "#. x",
        "Doe, J. (2001).",
        "[1] One",
    ],
)
def test_entries_stay_paragraphs(text: str) -> None:
    [entry] = rst.entries([Entry("k", RichText.of(text))], anchors=False)
    [block] = blocks(entry, "rst")
    assert (block["t"], words(block["c"])) == ("Para", text)


def test_markup_beside_words_and_in_markup() -> None:
    volume = RichText.of("3").marked(ITALIC)
    assert rst.render(RichText.of("x") + volume + RichText.of("(2)")) == r"x\ *3*\ (2)"
    both = RichText.of("a ") + RichText.of("b").marked(BOLD)
    assert rst.render(both.marked(ITALIC)) == "*a* **b**"


def test_anchors_are_targets() -> None:
    [entry] = rst.entries([Entry("doe", RichText.of("Doe"))], anchors=True)
    assert entry == ".. _ref-doe:\n\nDoe"
    link = RichText.of("Doe").marked(Mark("link", "#ref-doe"))
    assert rst.render(link) == "`Doe <ref-doe_>`__"


def test_a_list_of_its_own() -> None:
    sections = [Section(["Doe."], "Books", 2)]
    assert rst.document(sections, BibliographyOptions()) == "Books\n-----\n\nDoe."


@given(st.lists(st.tuples(HARD, st.booleans()), min_size=1, max_size=4))
@settings(deadline=None, max_examples=60)
def test_pandoc_reads_what_is_written(parts: list[tuple[str, bool]]) -> None:
    text = RichText()
    for part, is_italic in parts:
        one = RichText.of(part)
        text += (one.marked(ITALIC) if is_italic else one) + RichText.of(" ")
    [block] = blocks(rst.paragraph(rst.render(text)), "rst")
    assert words(block["c"]) == " ".join(text.plain.split())


def test_a_number_before_an_entry() -> None:
    number = RichText.of("[1]").marked(Mark("display", "left-margin"))
    text = number + RichText.of("Doe").marked(Mark("display", "right-inline"))
    assert rst.entries([Entry("doe", text)], anchors=False) == ["[1] Doe"]
