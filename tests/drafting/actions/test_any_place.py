"""Whatever is typed, wherever the cursor is: what is offered can be done, or is refused
in words, and what it changes can be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given as draw
from hypothesis import settings
from hypothesis import strategies as st

from loccit.bibliography.formats import editable
from loccit.drafting.acting.asked import Asked
from loccit.drafting.offers import edits_of, fetcher_of, offers_at
from loccit.drafting.opened.workspace import Workspace
from loccit.errors import LoccitError
from loccit.essays import read_essay
from loccit.model import Span, apply_edits

SOURCES = """\
@book{doe2001, author = {Doe, Jo}, title = {Emma}, date = {2001}}
@book{roe2002, author = {Roe, Al}, title = {Trust}, date = {2002}}
"""
#: What essays are made of, in several formats.
PIECES = [
    "[@doe2001, p. 3]",
    "[see @doe2001; @roe2002, ch. 4]",
    "@roe2002 [5]",
    "[-@doe2001]",
    "@nobody",
    "(Doe, 2001)",
    "10.1000/182",
    r"\parencite[3]{doe2001}",
    "#cite(<doe2001>)",
    "[cite:@doe2001]",
    ":cite:p:`doe2001`",
    "Doe, J. (2001). Emma. Ace.",
    " ",
    "\n",
    "\r\n",
    "😀",
    "]",
    "[",
]
ENTRIES = [
    "@book{",
    "doe2001",
    "doe2001,",
    " author = {Doe, Jo},",
    " title = {Emma},",
    ' title = "Emma"',
    " pages = {1-2},",
    " doi = {https://doi.org/10.1000/1},",
    "\n",
    "\r\n",
    "}",
    "\n}\n",
    "{",
    '"',
    "😀",
    "@string{np = {P}}",
]


@pytest.mark.parametrize("ending", [".md", ".tex", ".typ", ".org", ".rst", ".html"])
@settings(max_examples=15)
@draw(st.lists(st.sampled_from(PIECES), max_size=8), st.data())
def test_in_essays(ending: str, pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces)
    span = data.draw(spans(text))
    for path, after in changed(f"essay{ending}", text, span):
        if path.suffix == ending:
            read_essay(after.encode(), str(path)).citations({})


@settings(max_examples=80)
@draw(st.lists(st.sampled_from(ENTRIES), max_size=14), st.data())
def test_in_entries(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    span = data.draw(spans(text))
    before = editable(text, "a.bib", ".bib").keys
    for path, after in changed("bibliography/a.bib", text, span):
        if path.suffix == ".bib":
            # An action changes one key, or takes one entry away.
            keys = editable(after, "a.bib", ".bib").keys
            assert len(set(before) - set(keys)) <= 1


def spans(text: str) -> st.SearchStrategy[Span]:
    ends = st.integers(0, len(text))
    return st.tuples(ends, ends).map(lambda both: Span(*sorted(both)))


def changed(name: str, text: str, span: Span) -> Iterator[tuple[Path, str]]:
    """Do all that is offered, each by itself, and yield the texts that come of it."""
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        library = Path(folder, "bibliography", "sources.bib")
        library.parent.mkdir()
        library.write_text(SOURCES, "utf-8")
        workspace = Workspace([Path(folder)])
        workspace.open(path, text, 1)
        asked = Asked(workspace, path, span)
        for action, offer in offers_at(asked):
            if fetcher_of(action):
                continue
            try:
                edits = edits_of(action, asked, offer.argument)
            except LoccitError as error:
                assert error.message
                continue
            for file, each in edits.items():
                yield file, apply_edits(workspace.text(file), each)


@pytest.mark.parametrize("piece", ["A ", "A&", "A, ", "(2001 ", "A and y ", "Aa"])
def test_a_long_line_without_a_citation_takes_linear_time(piece: str) -> None:
    assert [*changed("essay.md", piece * 10_000, Span(9, 9))] == []
