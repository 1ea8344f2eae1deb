from __future__ import annotations

import pytest

from loccit.model import BibliographyOptions, Mark, RichText
from loccit.output import Entry, Section, html, plain_text


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (Mark("font-style", "italic"), "<i>x</i>"),
        (Mark("font-weight", "bold"), "<b>x</b>"),
        (
            Mark("font-variant", "small-caps"),
            '<span style="font-variant:small-caps;">x</span>',
        ),
        (Mark("vertical-align", "sup"), "<sup>x</sup>"),
        (Mark("display", "left-margin"), '<div class="csl-left-margin">x</div>'),
        (
            Mark("link", "https://a.org/?b=1&c=2"),
            '<a href="https://a.org/?b=1&#38;c=2">x</a>',
        ),
        (
            Mark("link", "#ref-x"),
            '<a href="#ref-x" role="doc-biblioref">x</a>',
        ),
        (Mark("link", "javascript:alert(1)"), "x"),
    ],
)
def test_marks(mark: Mark, expected: str) -> None:
    assert html.render(RichText.of("x").marked(mark)) == expected


def test_text_is_escaped() -> None:
    assert html.render(RichText.of("<b> & co")) == "&#60;b&#62; &#38; co"
    assert (
        'id="ref-a&#34;b"'
        in html.entries([Entry('a"b', RichText.of("x"))], anchors=True)[0]
    )


def test_a_list_is_set_as_its_style_says() -> None:
    entries = html.entries(
        [Entry("a", RichText.of("x")), Entry("b", RichText.of('class="csl-entry">'))],
        anchors=False,
    )
    hanging = html.document(
        [Section(entries)], BibliographyOptions(hanging_indent=True, line_spacing=2)
    )
    assert hanging.count("text-indent") == 2
    assert (
        'class="csl-entry" style="margin-left: 0.5in; text-indent: -0.5in;"' in hanging
    )
    aligned = html.document(
        [Section(["x"])], BibliographyOptions(second_field_align="flush", max_offset=4)
    )
    assert "text-indent" not in aligned
    assert ".csl-right-inline { margin-left: calc(4ch + 0.5em); }" in aligned


def test_plain_text_sets_the_margin_beside_the_entry() -> None:
    number = RichText.of("[1]").marked(Mark("display", "left-margin"))
    entry = RichText.of("Doe").marked(Mark("display", "right-inline"))
    assert plain_text.render(number + entry) == "[1] Doe"
