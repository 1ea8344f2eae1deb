"""A paper has all words of its essay, in their order; pandoc reads both."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loccit.export.paper.pandoc import run
from tests.export.paper.essays import make
from tests.paths import ROOT

PAGES = ["start", "styles", "footnotes", "architecture"]


def words(data: bytes, format_: str) -> list[str]:
    arguments = ["--from", format_, "--to", "plain", "--wrap", "none"]
    if format_ == "docx":
        arguments.append("--standalone")  # the title is metadata for pandoc
    return re.findall(r"\w+", run(arguments, data).decode())


@pytest.mark.parametrize("ending", [".docx", ".odt", ".html"])
@pytest.mark.parametrize("page", PAGES)
def test_all_words_are_there(page: str, ending: str) -> None:
    text = (ROOT / "docs" / f"{page}.md").read_text("utf-8")
    text = re.sub(r"@(?=\w)", "", text)  # nothing is cited
    made = make(text, ending=ending).data
    assert words(made, ending[1:]) == words(text.encode(), "markdown-smart")


#: Blocks of Markdown; their words are all different.
BLOCKS = [
    "Alpha *beta* [gamma](#nowhere).\n",
    "## Delta\n",
    "#### Epsilon.\n",
    "> Zeta\n>\n> eta\n",
    "- theta\n\n  iota\n\n- kappa\n",
    "| lambda | mu |\n|---|---|\n| nu | xi |\n",
    "```\nomicron\n```\n",
    "Pi <br> rho <i>sigma</i> <b>tau\n",
    "Upsilon\n: phi\n",
    "::: {.chi}\nPsi\n:::\n",
    "*Note.* Omega\n",
]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(BLOCKS), max_size=8), st.sampled_from([".odt", ".html"])
)
def test_all_words_of_any_blocks_are_there(blocks: list[str], ending: str) -> None:
    text = "\n".join(blocks)
    made = make(text, ending=ending).data
    assert words(made, ending[1:]) == words(text.encode(), "markdown-smart")
