"""Fixes change the fields that differ, and no other byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.bibliography import Library
from loccit.editing.fix_sources import fix_sources
from loccit.editing.verify_sources import Verifier, Verifying
from loccit.lookup import Web
from tests.lookup.conftest import Server, reply, server

__all__ = ["server"]  # the fixture

RECORD = {
    "DOI": "10.1000/juc.1",
    "type": "journal-article",
    "title": ["What Neighbors Owe"],
    "subtitle": ["On DNA & Walls"],
    "container-title": ["Journal of Urban Commons"],
    "author": [
        {"given": "Ada", "family": "Moss"},
        {"given": "José", "family": "García"},
    ],
    "issued": {"date-parts": [[2019, 6]]},
    "volume": "12",
    "issue": "3",
    "page": "201-219",
}
WRONG_BIB = """\
% kept
@Article{moss , Author = "Moss, A. and Garcoa, J.",
  title = {What Neighbors Owe}, subtitle={On Walls},  keywords={a, b},
  journaltitle = {Suburbs}, date = {2018-05},
  volume = 21, pages={20--21}, doi = {10.1000/JUC.1}
} kept, too
"""
RIGHT_BIB = """\
% kept
@Article{moss , Author = "Moss, A. and García, José",
  title = {What Neighbors Owe: On DNA \\& Walls},  keywords={a, b},
  journaltitle = {Journal of Urban Commons}, date = {2019},
  volume = 12, pages={201--219}, doi = {10.1000/JUC.1}, number = 3
} kept, too
"""
WRONG_JSON = """\
[ {"id": "moss", "type":"article-journal",
   "title": "What Neighbors Owe: On DNA & Walls", "volume" : "21", "custom": {"a": 1},
   "author": [{"family": "Moss", "given": "A."}, {"family": "García", "given": "J."}],
   "container-title": "Journal of Urban Commons", "issued": {"date-parts": [[2018, 5]]},
   "DOI": "10.1000/juc.1" } ]
"""
RIGHT_JSON = (
    WRONG_JSON.replace('"21"', '"12"')
    .replace("[2018, 5]", "[2019]")
    .replace(
        '"DOI": "10.1000/juc.1"',
        '"DOI": "10.1000/juc.1",\n   "issue": "3",\n   "page": "201-219"',
    )
)
WRONG_YAML = """\
# kept
references:
- id: moss
  type: article-journal
  title: 'What Neighbors Owe: On DNA & Walls'
  author: [{family: Moss, given: A.}, {family: García, given: J.}]
  container-title: Journal of Urban Commons
  issued: 2019
  volume: 21   # kept
  issue: 3
  page: 201-219
  DOI: 10.1000/juc.1
"""


def fixed(path: Path, text: str, *, unsafe: bool = True) -> str:
    path.write_text(text, "utf-8")
    verifying = Verifying(Web())

    def verifier(library: Library) -> Verifier:
        return Verifier(library, verifying)

    fix_sources([path], verifier, unsafe=unsafe)
    return path.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "wrong", "right"),
    [
        ("a.bib", WRONG_BIB, RIGHT_BIB),
        ("a.json", WRONG_JSON, RIGHT_JSON),
        ("a.yaml", WRONG_YAML, WRONG_YAML.replace("volume: 21", "volume: '12'")),
    ],
)
def test_only_what_differs_changes(
    tmp_path: Path, server: Server, name: str, wrong: str, right: str
) -> None:
    for doi in ("10.1000%2FJUC.1", "10.1000%2Fjuc.1"):
        server.answers(f"/works/{doi}", reply({"message": RECORD}))
    assert fixed(tmp_path / name, wrong) == right
    assert fixed(tmp_path / name, right) == right
    assert fixed(tmp_path / name, wrong, unsafe=False) == wrong


def test_what_is_missing_is_added_safely(tmp_path: Path, server: Server) -> None:
    server.answers("/works/10.1000%2Fjuc.1", reply({"message": RECORD}))
    right = RIGHT_JSON
    short = right.replace(',\n   "issue": "3",\n   "page": "201-219"', "")
    assert fixed(tmp_path / "a.json", short, unsafe=False) == right
