"""What people type in essays, and what becomes of it.

A case has an essay, what becomes of it above its reference list, the keys that are
listed (`list`), and each problem as `loccit format` reports it (`problems`).
"""

from __future__ import annotations

import pytest

from loccit import Library, Settings, format_essay, read_essay
from loccit.bibliography.formats import bibtex
from tests.cases import Case

LIBRARY = """
@book{moss2010, author = {Moss, Ada}, title = {Harbor Light}, date = {2010}, publisher = {P}}
@book{moss2012, author = {Moss, Ada}, title = {Harbor Night}, date = {2012}, publisher = {P}}
@book{zorn1935, author = {Zorn, Max}, title = {Lemma}, date = {1935}, publisher = {P}}
@book{mo, author = {莫, 言}, title = {红高粱家族}, date = {1987}, publisher = {P}}
@book{ports, title = {Ports: {A} History}, date = {2001}, publisher = {P}}
@book{fig-eaters, author = {Paz, Eva}, title = {Figs}, date = {2001}, publisher = {P}}
"""


@pytest.mark.cases("cross_references.txt")
def test_cross_references(case: Case) -> None:
    check(case)


@pytest.mark.cases("brackets.txt")
def test_brackets(case: Case) -> None:
    check(case)


@pytest.mark.cases("brackets.txt")
def test_fixed_brackets_are_right(given: str) -> None:
    library = Library([bibtex.read(LIBRARY, "library.bib")])
    essay = read_essay(given.encode(), "essay.md")
    problems = format_essay(essay, library).problems
    edits = [edit for each in problems if each.fix for edit in each.fix.edits]
    fixed = read_essay(essay.with_edits(edits), "essay.md")
    assert not [each for each in format_essay(fixed, library).problems if each.fix]


@pytest.mark.cases("metadata.txt")
def test_metadata(case: Case) -> None:
    check(case)


@pytest.mark.cases("list_places.txt")
def test_list_places(given: str, expected: str) -> None:
    library = Library([bibtex.read(LIBRARY, "library.bib")])
    result = format_essay(read_essay(given.encode(), "essay.md"), library)
    assert result.text.rstrip("\n") == expected
    assert not result.problems


@pytest.mark.cases("unspaced.txt")
def test_unspaced(case: Case) -> None:
    check(case)


@pytest.mark.cases("typed_locators.txt")
def test_typed_locators(given: str, expected: str) -> None:
    assert in_apa(f"[@moss2010, {given}]") == f"(Moss, 2010, {expected})"


@pytest.mark.cases("typed_locators_german.txt")
def test_typed_locators_in_german(given: str, expected: str) -> None:
    essay = f"[@moss2010, {given}]"
    assert in_apa(essay, Settings(lang="de")) == f"(Moss, 2010, {expected})"


def in_apa(essay: str, settings: Settings | None = None) -> str:
    """Return the first paragraph of an essay, formatted."""
    library = Library([bibtex.read(LIBRARY, "library.bib")])
    result = format_essay(read_essay(essay.encode()), library, settings)
    return result.text.partition("\n\n")[0]


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
