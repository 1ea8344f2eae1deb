"""A paper has all words of its essay, in their order; pandoc reads both."""

from __future__ import annotations

import re

import pytest

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
