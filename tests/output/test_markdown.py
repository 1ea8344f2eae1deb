"""Markdown must read back, with pandoc, as the text and marks that were meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit.model import BibliographyOptions, Mark, RichText
from loccit.output import Entry, Section, markdown
from tests.output.pandoc import blocks, words

ITALIC = Mark("font-style", "italic")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a*b", r"a\*b"),
        ("snake_case", "snake_case"),
        ("_x_", r"\_x\_"),
        ("[Film]", "[Film]"),
        ("[Film](x)", r"\[Film](x)"),
        ("[@handle]", r"[\@handle]"),
        ("x@1@x, a@b.c", r"x\@1@x, a@b.c"),
        ("me@home.org", "me@home.org"),
        ("-@x", r"-\@x"),
        ("cost $5", r"cost \$5"),
        ("R&D", "R&D"),
        ("&amp;", r"\&amp;"),
        ("a < b", "a < b"),
        ("a <b>", r"a \<b>"),
        ("a <é>", r"a \<é>"),
    ],
)
def test_escapes(text: str, expected: str) -> None:
    assert markdown.render(RichText.of(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. One", r"1\. One"),
        ("7.", r"7\."),
        ("[1] One", "[1] One"),
        ("# One", r"\# One"),
        ("- One", r"\- One"),
        ("Alexander, M. (2010).", "Alexander, M. (2010)."),
        ("Anonymous. (2010).", "Anonymous. (2010)."),
        ("(2) two", r"\(2) two"),
    ],
)
def test_entries_stay_paragraphs(text: str, expected: str) -> None:
    assert markdown.entries([Entry("k", RichText.of(text))], anchors=False) == [
        expected
    ]
    assert [block["t"] for block in blocks(expected, "markdown-smart")] == ["Para"]


def test_emphasis_keeps_spaces_outside() -> None:
    assert (
        markdown.render(RichText(("see", *RichText.of(" it ").marked(ITALIC).nodes)))
        == "see *it* "
    )


def test_upright_within_italics() -> None:
    inner = RichText.of("Hamlet").marked(Mark("font-style", "normal"))
    title = RichText(("The ", *inner.nodes, " Letters")).marked(ITALIC)
    assert markdown.render(title) == "*The* Hamlet *Letters*"


def test_a_number_stands_before_its_entry() -> None:
    number = RichText.of("[1]").marked(Mark("display", "left-margin"))
    assert (
        markdown.render(
            number + RichText.of("Doe").marked(Mark("display", "right-inline"))
        )
        == "[1] Doe"
    )


def test_addresses() -> None:
    address = "https://doi.org/10.1/a_b"
    assert (
        markdown.render(RichText.of(address).marked(Mark("link", address)))
        == f"<{address}>"
    )
    assert (
        markdown.render(RichText.of("Doe").marked(Mark("link", "#ref-doe")))
        == "[Doe](#ref-doe)"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RichText.of("[1]"), r"^\[1\]^"),
        (RichText.of("[1, 3]"), r"^\[1,\ 3\]^"),
        (RichText.of("1").marked(Mark("link", "#ref-a")), "^<!---->[1](#ref-a)^"),
        (
            RichText.of("[") + RichText.of("1").marked(Mark("link", "#ref-a")),
            r"^\[[1](#ref-a)^",
        ),
    ],
)
def test_raised_brackets_begin_no_footnote(text: RichText, expected: str) -> None:
    assert markdown.render(text.marked(Mark("vertical-align", "sup"))) == expected


TEXT = st.text(
    st.sampled_from("ab1 .,;:*_`[](){}<>@#$~^&\\!-|'\"/é–"), min_size=1, max_size=30
)


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXT, min_size=20, max_size=20))
def test_pandoc_reads_back_what_was_meant(texts: list[str]) -> None:
    meant = [" ".join(("x" + text + "x").split()) for text in texts]
    document = markdown.document(
        [
            Section(
                markdown.entries(
                    [Entry("k", RichText.of(text)) for text in meant], anchors=False
                )
            )
        ],
        BibliographyOptions(),
    )
    assert [words(block["c"]) for block in blocks(document, "markdown-smart")] == meant
