"""Findings in CSL-JSON and CSL-YAML stand where the variable does."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.bibliography import open_library
from loccit.lint import Checker

JSON = """\
{"references": [
  {"id": "a", "custom": {"DOI": "x", "URL": ["{"]}, "type": "book",
   "title": "ÄÖ", "DOI": "wrong 1"},
  {"type": "webpage", "id": "b", "URL": "wrong", "title": "A"}
]}
"""
YAML = """\
# a list
references:
- id: a
  type: book
  custom:
    DOI: no
  # DOI: no
  "DOI": wrong 1
- type: webpage
  id: b
  title: >
    URL: no
  URL: wrong
- {id: c, type: webpage, URL: wrong}
"""


def places(path: Path) -> list[str]:
    """Where the findings of two rules stand."""
    found = Checker(
        open_library(path), select=["malformed-doi", "malformed-url"]
    ).findings()
    return [
        f"{finding.key} {finding.problem.place.line}:{finding.problem.place.column}"
        for finding in found
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_json(tmp_path: Path, newline: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(JSON.replace("\n", newline).encode("utf-8-sig"))
    assert places(path) == ["a 3:19", "b 4:34"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_yaml(tmp_path: Path, newline: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(YAML.replace("\n", newline).encode())
    assert places(path) == ["a 8:3", "b 13:3", "c 14:3"]


def test_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"id":"a","type":"book","DOI":"wrong 1"}]', "utf-8")
    assert places(path) == ["a 1:26"]
