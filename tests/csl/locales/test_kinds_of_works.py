"""Kinds of works in the essay's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.bibliography import open_library
from loccit.csl import load_style, process
from loccit.csl.locales.kinds_of_works import kind_in
from loccit.output import markdown
from tests.cases import Case


def test_kinds_of_works(case: Case, tmp_path: Path) -> None:
    """The title is the language; each entry's reference in APA is expected."""
    path = tmp_path / "case.bib"
    path.write_text(case.given, "utf-8")
    sources = {source.key: source for source in open_library(path)}
    language = case.title.partition(":")[0]
    processed = process(
        load_style("apa"), sources, [], uncited=list(sources), locale=language
    )
    lines = [markdown.render(entry.text) for entry in processed.bibliography]
    assert "\n".join(lines) == case.expected


@pytest.mark.parametrize("language", ["de", "no", "nn", "pt"])
def test_words_for_a_thesis(language: str) -> None:
    assert kind_in("Master's thesis", language)


@pytest.mark.parametrize(
    ("english", "language"), [("Doctoral dissertation", "fi"), ("Zine", "de")]
)
def test_unknown_words(english: str, language: str) -> None:
    assert kind_in(english, language) == ""
