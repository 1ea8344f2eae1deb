"""What is offered at a place of an essay, and the line as it is with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.drafting.completion import Completions, complete
from loccit.drafting.opened.workspace import Workspace
from loccit.model import Edit, apply_edits
from tests.cases import Case
from tests.drafting.cursor import with_cursor

LIBRARY = """\
@book{alexander2010,
  author = {Alexander, Michelle},
  title = {The New {Jim Crow}},
  date = {2010},
}
@book{davis2003, author = {Davis, Angela Y.}, title = {Are Prisons Obsolete?}, date = {2003}}
@article{roe2018,
  author = {Roe, Jane and Doe, John},
  title = {Trust in Courts},
  date = {2018},
}
@misc{garcía:99, author = {García, Ana}, title = {Ñandú}, date = {1999}}
@misc{roe--x, author = {Zed, Ann}, title = {Odd}, date = {1999}}
"""
#: How many a case lists.
_SHOWN = 3


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bibliography").mkdir()
    (tmp_path / "bibliography" / "sources.bib").write_text(LIBRARY, "utf-8")
    return tmp_path


def completed(folder: Path, text: str, ending: str = "md") -> Completions | None:
    """What is offered at the cursor of a text."""
    given, offset = with_cursor(text)
    workspace = Workspace([folder])
    path = folder / f"essay.{ending}"
    workspace.open(path, given)
    return complete(workspace.essay(path), offset)


def test_complete(folder: Path, case: Case) -> None:
    ending = case.sections.get("ending", "md")
    found = completed(folder, case.given, ending)
    assert (_shown(case.given, found) if found else "nothing") == case.expected


def _shown(given: str, found: Completions) -> str:
    """The first items, each with the line of the cursor as it is with it."""
    text, offset = with_cursor(given)
    line = text.count("\n", 0, offset)
    lines = []
    for item in found.items[:_SHOWN]:
        after = apply_edits(text, [Edit(found.span, item.new)])
        lines.append(f"{item.label}: {after.splitlines()[line]}")
    return "\n".join(lines) or "none"


def test_all_of_a_small_library_is_offered_at_once(folder: Path) -> None:
    found = completed(folder, "So [@|")
    assert found and found.is_complete and len(found.items) == 5


def test_what_is_typed_leaves_others_out(folder: Path) -> None:
    found = completed(folder, "So [@dav|")
    assert found and not found.is_complete and found.typed == "dav"


def test_an_item_says_which_source_it_is(folder: Path) -> None:
    found = completed(folder, "So [@alex|")
    assert found
    assert found.items[0].detail == "Alexander 2010: The New Jim Crow"
    assert found.items[0].words == "alexander2010 Alexander 2010 The New Jim Crow"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en-US", ["p.", "pp.", "page", "pages"]),
        ("de-DE", ["S.", "Seite", "Seiten"]),
        ("fr-FR", ["p.", "page", "pages"]),
    ],
)
def test_locators_are_in_the_language(
    folder: Path, lang: str, words: list[str]
) -> None:
    found = completed(folder, f"---\nlang: {lang}\n---\nSo [@doe, |]")
    assert found
    assert [item.label for item in found.items][: len(words)] == words


def test_every_locator_with_a_word_is_offered(folder: Path) -> None:
    """CSL 1.0.2, appendix III; times have none."""
    found = completed(folder, "So [@doe, |]")
    assert found
    assert len({item.words for item in found.items}) == 29


def test_many_styles_are_not_offered_at_once(folder: Path) -> None:
    found = completed(folder, "---\ncsl: |\n---\n")
    assert found and not found.is_complete and len(found.items) == 100
