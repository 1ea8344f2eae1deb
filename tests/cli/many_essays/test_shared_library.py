"""One library for many essays."""

from __future__ import annotations

from pathlib import Path

from loccit import read_essay
from loccit.cli.many_essays.shared_library import shared_library
from loccit.workspace.settings import Settings
from tests.cli.conftest import bib, folder

__all__ = ["bib", "folder"]  # fixtures


def test_a_library_is_shared_until_it_changes(folder: Path, bib: Path) -> None:
    first, second = (
        read_essay(b"[@alexander2010]", str(folder / name)) for name in ("a.md", "b.md")
    )
    library = shared_library(first, Settings())
    assert library
    assert shared_library(second, Settings()) is library
    with bib.open("a") as file:
        file.write("@book{doe, title = {A}}\n")
    changed = shared_library(first, Settings())
    assert changed and "doe" in changed


def test_an_essay_with_sources_of_its_own_shares_none(folder: Path) -> None:
    front = b"---\nreferences:\n- {id: doe, type: book}\n---\n[@doe]\n"
    essay = read_essay(front, str(folder / "a.md"))
    assert shared_library(essay, Settings()) is None
    named = Settings(bibliography=(folder / "none.bib",))
    assert shared_library(read_essay(b"[@doe]", "a.md"), named) is None


def test_an_essay_hears_nothing_of_the_sources_of_another(
    folder: Path, bib: Path
) -> None:
    with bib.open("a") as file:
        file.write("@book{doe, title = {A}, crossref = {roe}}\n")
    first, second = (
        read_essay(b"[@doe]", str(folder / name)) for name in ("a.md", "b.md")
    )
    library = shared_library(first, Settings())
    assert library
    of_files = library.problems
    reading = library.reading("doe")
    assert library.problems == (*of_files, *reading.problems) != of_files
    assert shared_library(second, Settings()) is library
    assert library.problems == of_files
    assert library.reading("doe") is reading  # it was not read again
