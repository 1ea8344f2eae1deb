"""A library and the essays that cite from it, counted."""

from __future__ import annotations

from pathlib import Path

from loccit.bibliography import open_library
from loccit.workspace.project import Project
from loccit.workspace.settings import Settings
from loccit.workspace.statistics import Statistics, statistics_of

LIBRARY = """\
@book{a, title = {A}, year = 1990, langid = {german}}
@book{b, title = {B}, year = {n.d.}}
@article{c, title = {C \\unheard}, year = {1990--1992}}
@misc{d, title = {D}, date = {-0043}}
"""


def library(folder: Path) -> Path:
    path = folder / "sources.bib"
    path.write_text(LIBRARY, "utf-8")
    return path


def count(library: Path, essays: Path) -> Statistics:
    project = Project(Settings(), [library], [essays])
    opened = project.library()
    return statistics_of(opened, project.usage(opened))


def essays(folder: Path, **texts: str) -> Path:
    (folder / "essays" / "deep").mkdir(parents=True)
    for name, text in texts.items():
        (folder / "essays" / "deep" / f"{name}.md").write_text(text, "utf-8")
    return folder / "essays"


def test_years_types_languages_problems(tmp_path: Path) -> None:
    counted = statistics_of(open_library(library(tmp_path)), None)
    assert counted.sources == 4
    assert counted.years == {1990: 2, None: 1, -44: 1}
    assert counted.types == {"book": 2, "article-journal": 1, "document": 1}
    assert counted.languages == {"de-DE": 1, "": 3}
    assert (counted.problems, counted.with_problems) == (
        {"missing-field": 3, "unknown-command": 1},
        3,
    )
    assert (counted.essays, counted.cited, counted.unused) == (None, {}, ())


def test_citations(tmp_path: Path) -> None:
    folder = essays(
        tmp_path,
        one="---\nnocite: '@d'\n---\n@c and [@a; @c, p. 3].\n",
        two="As @c [p. 3] or @nobody.\n",
    )
    counted = count(library(tmp_path), folder)
    assert counted.essays == 2
    assert list(counted.cited.items()) == [("c", 3), ("a", 1)]
    assert counted.unused == ("b",)


def test_what_lists_all_leaves_none_unused(tmp_path: Path) -> None:
    folder = essays(tmp_path, one="---\nnocite: '@*'\n---\nText\n")
    assert count(library(tmp_path), folder).unused == ()


def test_essays_that_can_not_be_read(tmp_path: Path) -> None:
    folder = essays(tmp_path, one="---\nnocite: [\n---\nSo @a.\n")
    (folder / "two.md").write_bytes(b"\x00\xff\xfe\x00@b")
    counted = count(library(tmp_path), folder)
    assert counted.cited["a"] == 1


def test_as_json(tmp_path: Path) -> None:
    values = count(library(tmp_path), essays(tmp_path)).as_json()
    assert values["years"] == {"-44": 1, "1990": 2}
    assert (values["undated"], values["essays"], values["unused"]) == (
        1,
        0,
        ["a", "b", "c", "d"],
    )
