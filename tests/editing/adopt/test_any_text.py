"""Whatever an essay says, adopting it does no harm."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loccit.editing.adopt.adopt import Adoptions
from loccit.essays import read_essay
from loccit.workspace.settings import Settings

LIBRARY = """\
@book{doe2001, author = {Doe, Jane}, title = {On Harbors}, date = {2001}}
@book{roe2010, author = {Roe, Jo and Moss, Ada}, title = {On Walls}, date = {2010}}
"""
#: Pieces of typed essays, so that texts of them cite now and then.
PIECES = st.sampled_from(
    [
        "Doe (2001) ",
        "(Doe, 2001, p. 3) ",
        "(Roe & Moss, 2010; Doe 2001) ",
        "(p. 12) ",
        "[1] ",
        "[@doe2001] ",
        "word^2^ ",
        "*so* ",
        "`code` ",
        "[x](y) ",
        "\n\n",
        "\n> ",
        "\n- ",
        "\r\n",
        "# References\n\n",
        "Sources:\n\n",
        "Doe, J. (2001). *On harbors*. Press.\n\n",
        "On Walls by Jo Roe and Ada Moss\n\n",
        "1. ",
        "(",
        "]",
        "\\",
        "\N{NO-BREAK SPACE}",
        "\ufeff",
    ]
)
#: Of an entry with several numbers each adoption takes one away, as of one with one.
MARKERS = re.compile(rb"^(?:\[?\d+[\]. )]*)+", re.MULTILINE)
OTHER = st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=4)
TEXTS = st.lists(PIECES | OTHER, max_size=25).map("".join)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "sources.bib"
    path.write_text(LIBRARY)
    return path


def test_an_entry_that_cites_by_key_stays(library: Path, tmp_path: Path) -> None:
    cites = "(p. 12) [@doe2001, p. 3] Doe, J. (2001). *On harbors*. Press.\n\n"
    text = f"{cites}Doe, J. (2001). *On harbors*.\n\n"
    essay = read_essay(text.encode(), str(tmp_path / "essay.md"))
    plan = Adoptions(Settings(bibliography=(library,))).plan(essay)
    assert plan.essay.with_edits(plan.edits).startswith(cites.encode())


@pytest.mark.parametrize("name", ["essay.md", "essay.txt"])
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=TEXTS)
def test_twice_is_once(library: Path, tmp_path: Path, name: str, text: str) -> None:
    path = str(tmp_path / name)
    here = Settings(bibliography=(library,))
    first = Adoptions(here).plan(read_essay(text.encode(), path))
    adopted = first.essay.with_edits(first.edits)
    second = Adoptions(here).plan(read_essay(adopted, path))
    # A list without a heading may be seen only once the text around it has keys.
    is_seen = first.recognized.list or not second.recognized.list
    if is_seen and not [*first.new_sources]:
        again = second.essay.with_edits(second.edits)
        assert MARKERS.sub(b"", again) == MARKERS.sub(b"", adopted)


@pytest.mark.parametrize("name", ["essay.md", "essay.txt"])
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=TEXTS)
def test_without_sources_nothing_changes(tmp_path: Path, name: str, text: str) -> None:
    essay = read_essay(text.encode(), str(tmp_path / name))
    plan = Adoptions(Settings()).plan(essay)
    if not [*plan.new_sources]:
        assert plan.edits == ()
