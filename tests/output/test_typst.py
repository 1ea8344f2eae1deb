"""Typst's own compiler must find in what is written the text and marks that were meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typst as compiler
from hypothesis import HealthCheck, example, given, settings

from loccit.model import BibliographyOptions, Mark, RichText
from loccit.output import Entry, Section, typst
from tests.output.conftest import TEXTS

#: What content says, in Typst: text as it is, marks by what is in them, and anything
#: else by its name.
SAYS = """
#let says(it) = {
  if it == [ ] { " " }
  else if it.has("children") { it.children.map(says).join("") }
  else if it.has("child") { says(it.child) }
  else if it.func() in (emph, strong, list.item, enum.item, heading, smartquote, raw) { repr(it) }
  else if it.has("text") { it.text }  // of letters, of escaped signs
  else if it.has("body") { says(it.body) }
  else { repr(it) }
}
"""


def said(markups: list[str], folder: Path) -> list[str]:
    """What each of `markups` says to Typst."""
    path = folder / "texts.typ"
    path.write_text(
        SAYS + "\n".join(f"#metadata(says([{markup}])) <said>" for markup in markups),
        "utf-8",
    )
    found: list[str] = json.loads(compiler.query(str(path), "<said>", field="value"))
    return found


def compiled(text: str, folder: Path) -> bytes:
    path = folder / "list.typ"
    path.write_text(text, "utf-8")
    pdf = compiler.compile(str(path))
    assert isinstance(pdf, bytes)
    return pdf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#1 $5 a_b *c* <d> @e", r"\#1 \$5 a\_b \*c\* \<d\> \@e"),
        ("https://x.org", r"https:\/\/x.org"),
        ("T.-N. well-known 1-2", r"T.\-N. well-known 1\-2"),
        ("1. One", r"1\. One"),
        ("= One", r"\= One"),
        ("wait...", r"wait\..."),
    ],
)
def test_escapes(text: str, expected: str) -> None:
    assert typst.render(RichText.of(text)) == expected


@pytest.mark.parametrize("after", ["(a)", "[b]", ".first()", ";", "; c", ""])
def test_what_follows_a_call_is_text(after: str, tmp_path: Path) -> None:
    text = RichText.of("x").marked(Mark("font-style", "italic")) + RichText.of(after)
    assert said([typst.render(text)], tmp_path) == [f"x{after}"]


def test_links(tmp_path: Path) -> None:
    address = 'https://x.org/a%20b?c="d"&{e}\\f'
    markup = typst.render(RichText.of("Doe").marked(Mark("link", address)))
    path = tmp_path / "link.typ"
    path.write_text(f"#metadata([{markup}].dest) <address>", "utf-8")
    assert json.loads(compiler.query(str(path), "<address>", field="value")) == [
        address
    ]


def test_marks_compile(mark: Mark, tmp_path: Path) -> None:
    assert said(
        [typst.render(RichText.of("x ") + RichText.of("y").marked(mark))], tmp_path
    ) == ["x y"]


def test_upright_within_italics() -> None:
    inner = RichText.of("Hamlet").marked(Mark("font-style", "normal"))
    written = typst.render(
        (RichText.of("On ") + inner).marked(Mark("font-style", "italic"))
    )
    assert written == '#text(style: "italic")[On #text(style: "normal")[Hamlet];];'


@pytest.mark.parametrize(
    "options",
    [
        BibliographyOptions(hanging_indent=True, line_spacing=2),
        BibliographyOptions(second_field_align="flush", max_offset=3),
    ],
)
def test_a_list_compiles_and_its_links_lead_somewhere(
    options: BibliographyOptions, tmp_path: Path
) -> None:
    number = RichText.of("[1]").marked(Mark("display", "left-margin"))
    body = (
        RichText.of("Doe").marked(Mark("display", "right-inline"))
        if options.second_field_align
        else RichText.of("A")
    )
    entry = Entry("a:b", number + body if options.second_field_align else body)
    link = typst.render(RichText.of("Doe").marked(Mark("link", "#ref-a:b")))
    document = typst.document(
        [Section([*typst.entries([entry], anchors=True), link])], options
    )
    assert compiled(document, tmp_path).startswith(b"%PDF")


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(TEXTS)
@example(
    [
        "= a",
        "- a",
        "+ a",
        "/ a: b",
        "1. a",
        "12.b",
        "/* a",
        "// a",
        "a//b",
        "--",
        "-5",
        "...",
        "#a;",
        "\\u{41}",
    ]
)
def test_typst_reads_back_what_was_meant(tmp_path: Path, texts: list[str]) -> None:
    bare = [text.strip("x") or "x" for text in texts] + texts
    assert said([typst.render(RichText.of(text)) for text in bare], tmp_path) == bare
