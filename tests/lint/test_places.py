"""A finding begins and ends where its field or variable does."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.bibliography import open_library
from loccit.lint import Checker
from loccit.model import Problem

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


BIB = """\
@article{a,
  author = {Doe, Jane},
  doi = "wrong
  1" ,
  url = {wrong}
}
"""


def places(path: Path) -> list[str]:
    """The key and the range of each finding of two rules."""
    found = Checker(
        open_library(path), select=["malformed-doi", "malformed-url"]
    ).findings()
    return [f"{finding.key} {shown(finding.problem)}" for finding in found]


def shown(problem: Problem) -> str:
    start, end = problem.place, problem.end
    assert end and end.path == start.path
    return f"{start.line}:{start.column}-{end.line}:{end.column}"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("large", [0, 1_000_000])
def test_json(
    tmp_path: Path, newline: str, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("loccit.bibliography.files._LARGE", large)
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name: tmp_path / name)
    path = tmp_path / "a.json"
    path.write_bytes(JSON.replace("\n", newline).encode("utf-8-sig"))
    assert places(path) == ["a 3:19-3:35", "b 4:34-4:48"]
    assert places(path) == ["a 3:19-3:35", "b 4:34-4:48"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_yaml(tmp_path: Path, newline: str) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(YAML.replace("\n", newline).encode())
    assert places(path) == ["a 8:3-8:17", "b 13:3-13:13", "c 14:26-14:36"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_bib(tmp_path: Path, newline: str) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(BIB.replace("\n", newline).encode())
    assert places(path) == ["a 3:3-4:5", "a 5:3-5:16"]


def test_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"id":"a","type":"book","DOI":"wrong 1"}]', "utf-8")
    assert places(path) == ["a 1:26-1:41"]


def test_an_entry_as_a_whole_is_its_type_and_key(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@book {doe ,\n  title = {A}}\n", "utf-8")
    (found,) = Checker(open_library(path), select=["missing-field"]).findings()
    assert shown(found.problem) == "1:1-1:11"


@pytest.mark.parametrize(
    ("entry", "rule", "part"),
    [
        (r"@book{a, title = {On \foo{all}}}", "unknown-command", r"\foo"),
        ("@book{a, publisher = {The } # tnp}", "unknown-string", "tnp"),
        ("@book{a, title = {A}, Title = {B}}", "duplicate-field", "Title"),
        ("@book{a, title = {A} year = 2010}", "missing-comma", "year"),
        ("@book{a, crossref = {b}, year = 1}", "unknown-crossref", "crossref = {b}"),
        ("@book{a, title = {A}}, year = 2010}", "extra-brace", "@book{a"),
        ("@book{ , title = {A}}", "missing-key", "@book{"),
    ],
)
def test_what_readers_find_ends_too(
    tmp_path: Path, entry: str, rule: str, part: str
) -> None:
    path = tmp_path / "a.bib"
    path.write_text(entry, "utf-8")
    (found,) = Checker(open_library(path), select=[rule]).findings()
    start = entry.index(part) + 1
    assert shown(found.problem) == f"1:{start}-1:{start + len(part)}"
