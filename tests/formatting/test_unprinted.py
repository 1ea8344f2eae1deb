"""A citation of which the style prints nothing stays as it is typed, and is an error."""

from __future__ import annotations

import pytest

import loccit

PAGE = {"id": "page", "type": "webpage", "URL": "https://example.org"}
DOE = {"id": "doe", "type": "book", "title": "On it", "author": [{"family": "Doe"}]}


@pytest.mark.parametrize("cited", ["[@page]", "[@doe; @page]", "@page"])
@pytest.mark.parametrize(
    "style", ["modern-language-association", "chicago-notes-bibliography"]
)
def test_no_error_of_the_processor_gets_into_an_essay(style: str, cited: str) -> None:
    essay = loccit.read_essay(f"So {cited}, and [@doe].".encode(), "essay.md")
    library = loccit.open_library([], [PAGE, DOE])
    settings = loccit.Settings(csl=style, suppress_bibliography=True)
    result = loccit.format_essay(essay, library, settings)
    assert "CSL STYLE ERROR" not in result.text
    unprinted = [each for each in result.problems if each.rule == "no-printed-form"]
    for problem in unprinted:
        assert (str(problem.place), problem.severity) == ("essay.md:1:4", "error")
    stays = f"So {cited}, and " in result.text
    assert stays == bool(unprinted)


def test_mla_has_nothing_for_an_address() -> None:
    essay = loccit.read_essay(b"So [@page].", "essay.md")
    settings = loccit.Settings(csl="mla", suppress_bibliography=True)
    result = loccit.format_essay(essay, loccit.open_library([], [PAGE]), settings)
    assert result.data == essay.data
