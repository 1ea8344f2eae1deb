r"""What can be done at the cursor, and what it changes.

A case's given text is `essay.md`, and its sections whose names have a dot and no space
are files; one of them has a cursor `|`, or two for a selection.  `offers` lists the
titles of what can be done, in any order; a section with such a title has the text that
comes of it, and the texts of other files that change, each after a line `== name`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from loccit.drafting.acting.asked import Asked
from loccit.drafting.offers import NamedOffer, edits_of, offers_at
from loccit.drafting.opened.workspace import Workspace
from loccit.drafting.problems.of_essay import all_findings
from loccit.drafting.problems.of_library import library_findings
from loccit.drafting.problems.placed import (
    PlacedProblem,
    placed_in_essay,
    placed_in_file,
)
from loccit.errors import LoccitError
from loccit.model import Span, apply_edits
from tests.cases import Case, read_cases

SOURCES = """\
@book{doe2001,
  author = {Doe, Jo},
  title = {Emma},
  date = {2001},
  publisher = {Ace},
}
@article{roe2002, author = {Roe, Al}, title = {Trust}, journal = {Names}, volume = {1}, date = {2002}}
"""
FILES = sorted(Path(__file__).parent.glob("*.txt"))
CASES = [
    pytest.param(case, id=f"{file.stem}: {case.title}")
    for file in FILES
    for case in read_cases(file)
]


class Desk(NamedTuple):
    """A folder with the files of a case, and where somebody asks."""

    folder: Path
    workspace: Workspace
    asked: Asked


def desk_of(case: Case, folder: Path) -> Desk:
    """Write the files of a case, and open the one with the cursor."""
    workspace = Workspace([folder])
    asked = None
    for name, given in files_of(case).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = given.replace("␍\n", "\r\n")
        pieces = text.split("|")
        path.write_text("".join(pieces), "utf-8", newline="")
        if len(pieces) > 1:
            workspace.open(path, "".join(pieces), 1)
            start = len(pieces[0])
            span = Span(start, start + (len(pieces[1]) if len(pieces) > 2 else 0))
            asked = Asked(workspace, path, span)
    assert asked, "no cursor"
    asked.problems = problems_of(asked)
    return Desk(folder, workspace, asked)


def problems_of(asked: Asked) -> Sequence[PlacedProblem]:
    if asked.essay:
        findings = all_findings(asked.essay, lambda: False)
        return [*placed_in_essay(asked.essay, findings or ())]
    found = library_findings(asked.workspace, asked.path, lambda: False)
    return [*placed_in_file(found or (), asked.path, asked.text)]


def files_of(case: Case) -> Mapping[str, str]:
    files = {
        name: text + "\n"
        for name, text in case.sections.items()
        if "." in name and " " not in name
    }
    if not any(name.startswith("bibliography/") for name in files):
        files["bibliography/sources.bib"] = SOURCES
    return {"essay.md": case.given + "\n", **files} if case.given else files


@pytest.mark.parametrize("case", CASES)
def test_actions(case: Case, tmp_path: Path) -> None:
    desk = desk_of(case, tmp_path)
    offered = {each.offer.title: each for each in offers_at(desk.asked)}
    wanted = {
        name: text for name, text in case.sections.items() if name not in files_of(case)
    }
    assert wanted
    if "offers" in wanted:
        assert sorted(offered) == sorted(wanted.pop("offers").splitlines())
    for title, result in wanted.items():
        assert title in offered
        assert done(desk, offered[title]) == result


def done(desk: Desk, named: NamedOffer) -> str:
    """Return the texts that an action changes, or why it does not."""
    try:
        edits = edits_of(named.action, desk.asked, named.offer.argument)
    except LoccitError as error:
        return f"{error.message} {error.advice}".strip()
    shown = []
    for path, each in sorted(
        edits.items(), key=lambda item: item[0] != desk.asked.path
    ):
        before = desk.workspace.text(path) if path.exists() else ""
        after = apply_edits(before, each).replace("\r\n", "␍\n").strip()
        name = path.relative_to(desk.folder).as_posix()
        shown.append(after if path == desk.asked.path else f"== {name}\n{after}")
    return "\n".join(shown)
