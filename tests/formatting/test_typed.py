"""What people type in essays, and what becomes of it.

A case has an essay, what becomes of it above its reference list, the keys that are
listed (`list`), and each problem as `loccit format` reports it (`problems`).
"""

from __future__ import annotations

import pytest

from loccit import Library, format_essay, read_essay
from loccit.bibliography.formats import bibtex
from tests.cases import Case

LIBRARY = """
@book{moss2010, author = {Moss, Ada}, title = {Harbor Light}, date = {2010}, publisher = {P}}
@book{moss2012, author = {Moss, Ada}, title = {Harbor Night}, date = {2012}, publisher = {P}}
@book{zorn1935, author = {Zorn, Max}, title = {Lemma}, date = {1935}, publisher = {P}}
@book{fig-eaters, author = {Paz, Eva}, title = {Figs}, date = {2001}, publisher = {P}}
"""


@pytest.mark.cases("cross_references.txt")
def test_cross_references(case: Case) -> None:
    check(case)


def check(case: Case) -> None:
    library = Library([bibtex.read(LIBRARY, "library.bib")])
    result = format_essay(read_essay(case.given.encode(), "essay.md"), library)
    text, _, _ = result.text.partition("\n\n# References")
    assert text.rstrip("\n") == case.expected
    if "list" in case.sections:
        listed = " ".join(entry.key for entry in result.bibliography)
        assert listed == case.sections["list"]
    problems = "\n".join(str(problem) for problem in result.problems)
    assert problems == case.sections.get("problems", "")
