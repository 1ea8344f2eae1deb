"""Files as programs and databases export them, and the references that APA 7 makes of
them.  The first line of a case is the name of the file.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given as draw

from loccit.bibliography import open_library
from loccit.bibliography.exporters import undo_habits
from loccit.csl import load_style, process
from loccit.model import Citation, Cite, Source
from loccit.output import markdown
from tests.bibliography.described import any_sources


@pytest.mark.cases("groups.txt")
def test_groups_and_people(given: str, expected: str, tmp_path: Path) -> None:
    assert _references(given, tmp_path) == expected


@pytest.mark.cases("people.txt")
def test_people_and_their_roles(given: str, expected: str, tmp_path: Path) -> None:
    assert _references(given, tmp_path) == expected


@pytest.mark.cases("databases.txt")
def test_databases_and_catalogues(given: str, expected: str, tmp_path: Path) -> None:
    assert _references(given, tmp_path) == expected


@pytest.mark.cases("kinds.txt")
def test_works_of_many_kinds(given: str, expected: str, tmp_path: Path) -> None:
    assert _references(given, tmp_path) == expected


@draw(any_sources(["webpage", "report", "post"], ["title", "publisher", "URL"]))
def test_undoing_habits_again_changes_nothing(source: Source) -> None:
    once = undo_habits(source)
    assert undo_habits(once) == once


def _references(given: str, folder: Path) -> str:
    """Return the references for a file's sources, in the file's order."""
    name, _, content = given.partition("\n")
    path = folder / name
    path.write_text(content, "utf-8")
    library = open_library(path)
    references = map(_reference, library)
    return "\n".join(references)


def _reference(source: Source) -> str:
    citation = Citation((Cite(source.key),))
    processed = process(load_style("apa"), {source.key: source}, [citation])
    return markdown.render(processed.bibliography[0].text)
