"""LaTeX must read back, with pandoc, as the text and marks that were meant."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings

from loccit.model import BibliographyOptions, Mark, RichText
from loccit.output import Entry, Section, latex
from tests.output.conftest import TEXTS
from tests.output.pandoc import blocks, words

READER = "latex-smart"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R&D 100% #1 $5 a_b", r"R\&D 100\% \#1 \$5 a\_b"),
        ("{a} \\b", r"\{a\} \textbackslash{}b"),
        ("a--b", "a-{}-b"),
        ("it's", r"it\textquotesingle{}s"),
        ("p.\u00a03", "p.~3"),
        ("1241–1299 é ’", "1241–1299 é ’"),
        ("one\n\ntwo", "one two"),
    ],
)
def test_escapes(text: str, expected: str) -> None:
    assert latex.render(RichText.of(text)) == expected


@pytest.mark.parametrize(
    ("address", "text", "expected"),
    [
        ("https://doi.org/10.1/a_b", "", r"\url{https://doi.org/10.1/a_b}"),
        ("https://x.org/a%20b#c&d", "", r"\url{https://x.org/a\%20b\#c\&d}"),
        (
            "https://x.org/{a}\\",
            "",
            r"\href{https://x.org/\%7Ba\%7D\%5C}{https://x.org/\{a\}\textbackslash{}}",
        ),
        ("https://x.org/é", "Doe", r"\href{https://x.org/\%C3\%A9}{Doe}"),
        ("#ref-a%b", "Doe", r"\hyperlink{ref-a=25b}{Doe}"),
    ],
)
def test_links(address: str, text: str, expected: str) -> None:
    assert (
        latex.render(RichText.of(text or address).marked(Mark("link", address)))
        == expected
    )


def test_pandoc_reads_the_address_of_a_link() -> None:
    address = "https://x.org/a%20b?c=d&e=f#g_h~i"
    for text in (address, "text"):
        [block] = blocks(
            latex.render(RichText.of(text).marked(Mark("link", address))), READER
        )
        [link] = block["c"]
        assert link["t"] == "Link"
        assert link["c"][2][0] == address


def test_marks(mark: Mark) -> None:
    [block] = blocks("x" + latex.render(RichText.of("y").marked(mark)), READER)
    names = {
        "italic": "Emph", "bold": "Strong", "small-caps": "SmallCaps", "underline": "Underline",
        "sup": "Superscript", "sub": "Subscript",
    }  # fmt: skip
    assert block["c"][1]["t"] == names[mark.value]


def test_an_entry_that_begins_with_a_bracket_is_no_label() -> None:
    assert latex.entries([Entry("k", RichText.of("[Film]"))], anchors=False) == [
        r"\item {}[Film]"
    ]


def test_a_number_is_the_label_of_its_item() -> None:
    number = RichText.of("[1]").marked(Mark("display", "left-margin"))
    entry = number + RichText.of("Doe").marked(Mark("display", "right-inline"))
    assert latex.entries([Entry("k", entry)], anchors=False) == [r"\item[{[1]}] Doe"]


@pytest.mark.skipif(
    not shutil.which("pdflatex"), reason="LaTeX (`pdflatex`) is not installed"
)
@pytest.mark.parametrize(
    "options",
    [
        BibliographyOptions(hanging_indent=True),
        BibliographyOptions(second_field_align="flush", max_offset=3),
    ],
)
def test_latex_sets_the_list(options: BibliographyOptions, tmp_path: Path) -> None:
    address = "https://x.org/a%20b?c=d&e=f#g_h~i^{j}"
    number = RichText.of("[1]").marked(Mark("display", "left-margin"))
    texts = [
        RichText.of(
            "[Film] R&D 100% #1 $5 a_b {c} \\d ~ ^ ` ' -- << \" – é “ß” \u00a0\u2009"
        ),
        RichText.of("Links ").marked(Mark("font-style", "italic"))
        + RichText.of(address).marked(Mark("link", address)),
        number + RichText.of("Doe").marked(Mark("link", "#ref-é%")),
    ]
    made = latex.document(
        [Section(latex.entries([Entry("é%", text) for text in texts], anchors=True))],
        options,
    )
    packages = (
        "\\usepackage[T1]{fontenc}\\usepackage[utf8]{inputenc}\\usepackage{hyperref}"
    )
    (tmp_path / "list.tex").write_text(
        f"\\documentclass{{article}}{packages}\\begin{{document}}\n{made}\n\\end{{document}}\n",
        "utf-8",
    )
    run = subprocess.run(
        ["pdflatex", "-halt-on-error", "-interaction=nonstopmode", "list.tex"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout.decode("utf-8", "replace")


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_pandoc_reads_back_what_was_meant(texts: list[str]) -> None:
    # pandoc writes \textasciigrave and does not read it; it takes <1> behind a command
    # for an overlay of Beamer
    texts = [
        " ".join(re.sub(r"`|(?<![A-Za-z0-9\s])`*<", "", text).split()) for text in texts
    ]
    document = "\n\n".join(latex.render(RichText.of(text)) for text in texts)
    assert [words(block["c"]) for block in blocks(document, READER)] == texts
