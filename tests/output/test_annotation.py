"""Annotated bibliographies: what is said of an entry stands below it, half an inch in
(APA 7, section 9.51).
"""

from __future__ import annotations

import pytest

from loccit.model import BibliographyOptions, Mark, RichText
from loccit.output import Section, load_output, outputs

PARAGRAPHS = (
    RichText.of("On ") + RichText.of("Emma").marked(Mark("font-style", "italic")),
    RichText.of("More."),
)
HANGING, PLAIN = (
    BibliographyOptions(hanging_indent=True, line_spacing=2),
    BibliographyOptions(),
)


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        (
            "html",
            HANGING,
            (
                '<div class="csl-annotation" style="text-indent: 0; margin-left: 0.5in;">On <i>Emma</i></div>\n'
                '<div class="csl-annotation" style="text-indent: 0.5in; margin-left: 0.5in;">More.</div>'
            ),
        ),
        (
            "html",
            PLAIN,
            (
                '<div class="csl-annotation" style="text-indent: 0; margin-left: 0.5in;">On <i>Emma</i></div>\n'
                '<div class="csl-annotation" style="text-indent: 0.5in; margin-left: 0.5in;">More.</div>'
            ),
        ),
        ("markdown", HANGING, "> On *Emma*\n>\n> More."),
        ("plain_text", HANGING, "    On Emma\n\n    More."),
        (
            "latex",
            HANGING,
            "\\par{ On \\textit{Emma}\\par\n\\hspace*{0.5in}More.\\par}",
        ),
        (
            "latex",
            PLAIN,
            "\\par{\\leftskip=0.5in On \\textit{Emma}\\par\n\\hspace*{0.5in}More.\\par}",
        ),
        (
            "rtf",
            HANGING,
            (
                "{\\pard\\li720\\sl480\\slmult1\\f0\\fs24 On {\\i Emma}\\par}\n"
                "{\\pard\\li720\\fi720\\sl480\\slmult1\\f0\\fs24 More.\\par}"
            ),
        ),
    ],
)
def test_an_annotation(name: str, options: BibliographyOptions, expected: str) -> None:
    assert load_output(name).annotation(PARAGRAPHS, options) == expected


@pytest.mark.parametrize("name", outputs())
def test_every_output_has_it(name: str) -> None:
    assert "Emma" in load_output(name).annotation(PARAGRAPHS, HANGING)


def test_typst_compiles_it() -> None:
    typst = pytest.importorskip("typst")
    output = load_output("typst")
    document = output.document(
        [Section(["Doe.", output.annotation(PARAGRAPHS, HANGING)])], HANGING
    )
    assert isinstance(document, str) and typst.compile(document.encode()).startswith(
        b"%PDF"
    )
