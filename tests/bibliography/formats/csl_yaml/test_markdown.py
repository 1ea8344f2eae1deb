r"""Markdown in CSL-YAML, as pandoc has it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography import Library, open_library, write_sources
from loccit.bibliography.formats import csl_yaml
from loccit.bibliography.formats.csl_yaml.markdown import read_markdown, write_markdown
from loccit.model import Source

NOCASE = '<span class="nocase">US</span>'
TITLES = (
    "The new <i>Emma</i>",
    f"On {NOCASE} CO<sub>2</sub> and x<sup>2</sup>",
    '<b>Bold</b> and <span style="font-variant:small-caps;">small</span>',
    "5 * 3 * 2, a_b_c, _d_, __init__, ~5 and [brackets] {.nocase} C:\\temp $5",
    "1. Introduction",
    "A & B <c> -- ... @doe",
)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        (
            "*Emma* and **Emma** and __Emma__ and _Emma_",
            "<i>Emma</i> and <b>Emma</b> and <b>Emma</b> and <i>Emma</i>",
        ),
        ("a_b_c, 5 * 3 * 2, a ~ b, x ^ y", "a_b_c, 5 * 3 * 2, a ~ b, x ^ y"),
        ("*[US]{.nocase} law*", '<i><span class="nocase">US</span> law</i>'),
        (r"a\*b\*c \[x\] \~ D\'Arcy \\", r"a*b*c [x] ~ D'Arcy" + " \\"),
        ("a -- b --- c ...", "a – b — c …"),
        (
            "[a page](https://a.b/) and <https://c.d/e_f_>",
            "a page and https://c.d/e_f_",
        ),
        ("<i>Emma</i>, as in JSON", "<i>Emma</i>, as in JSON"),
    ],
)
def test_markdown_is_read(markdown: str, text: str) -> None:
    assert read_markdown(markdown) == text


@draw(
    st.text(alphabet="ab \\*_^~[]{}()<>/i.-$@&;1é\n")
    | st.text()
    | st.sampled_from(TITLES)
)
def test_what_is_written_is_read_again(text: str) -> None:
    assert read_markdown(write_markdown(text)) == text


def test_pandoc_reads_what_is_written_and_writes_what_is_read() -> None:
    pypandoc = pytest.importorskip("pypandoc")
    sources = [
        Source(f"a{number}", "book", {"title": title})
        for number, title in enumerate(TITLES)
    ]
    text = "---\n" + write_sources(sources, "csl-yaml") + "nocite: '@*'\n---\n"
    items = json.loads(pypandoc.convert_text(text, "csljson", "markdown-smart"))
    # pandoc writes no `nocase` into JSON, though it knows it.
    assert [item["title"] for item in items] == [
        title.replace(NOCASE, "US") for title in TITLES
    ]
    written = pypandoc.convert_text(
        write_sources(sources, "csl-json"), "markdown", "csljson", ["-s"]
    )
    assert [
        source.text("title") for source in Library([csl_yaml.read(written, "a.md")])
    ] == [*TITLES]


def test_items_in_front_matter_are_in_markdown_too() -> None:
    library = open_library(
        [], [{"id": "doe_a_", "title": "On *Emma*", "author": [{"family": r"D\'Arcy"}]}]
    )
    source = library.get("doe_a_")
    assert (
        source
        and source.text("title") == "On <i>Emma</i>"
        and source.names("author")[0].family == "D'Arcy"
    )
