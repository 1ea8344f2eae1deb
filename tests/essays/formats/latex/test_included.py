"""Files that a LaTeX essay includes, and the notes that LaTeX takes of one."""

from __future__ import annotations

from pathlib import Path

import pytest

import loccit
from loccit.formatting.draft import cited_sources

SOURCES = "@book{doe, title={A}}@book{roe, title={B}}@book{lee, title={C}}"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    inner = tmp_path / "paper"
    inner.mkdir()
    monkeypatch.chdir(inner)
    Path("refs.bib").write_text(SOURCES)
    return inner


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)


def listed() -> list[str]:
    return sorted(cited_sources("paper.tex").sources)


@pytest.mark.parametrize(
    "command",
    [
        r"\input{in/one}",
        r"\input{in/one.tex}",
        r"\input in/one",
        r"\include{in/one}",
        r"\subfile{in/one}",
        r"\import{in/}{one}",
    ],
)
def test_sources_of_included_files_are_listed(command: str) -> None:
    write("paper.tex", rf"\bibliography{{refs}} \cite{{doe}} {command}")
    write("in/one.tex", r"\cite{roe} \input{in/two}")
    write("in/two.tex", r"\nocite{lee} \input{paper} \input{in/one}")
    assert listed() == ["doe", "lee", "roe"]


@pytest.mark.parametrize(
    "command",
    [
        r"\input{../outside}",
        r"\input{/etc/passwd}",
        r"\input{missing}",
        "\\input{a\0b}".replace("\0", "?" * 300),
        r"% \input{in/one}",
        r"\input{in}",
        r"\input{link}",
        r"\input",
    ],
)
def test_other_files_are_not_read(command: str) -> None:
    write("paper.tex", rf"\bibliography{{refs}} \cite{{doe}} {command}")
    write("../outside.tex", r"\cite{roe}")
    write("in/one.tex", r"\cite{roe}")
    Path("link.tex").symlink_to("../outside.tex")
    assert listed() == ["doe"]


def test_included_files_stay_and_are_said() -> None:
    write("paper.tex", r"\bibliography{refs} \cite{doe} \input{in/one} \input{in/two}")
    write("in/one.tex", r"\cite{roe} \cite{doe}")
    write("in/two.tex", "Nothing.")
    [problem] = loccit.format_essay("paper.tex").problems
    assert (problem.rule, problem.severity) == ("included-file", "note")
    assert "`in/one.tex` has 2 citations" in problem.message
    assert Path("in/one.tex").read_text() == r"\cite{roe} \cite{doe}"


def test_what_latex_noted() -> None:
    write("paper.aux", "\\relax\n\\citation{doe}\n\\bibdata{refs}\n\\@input{one.aux}\n")
    write("one.aux", "\\relax\n\\abx@aux@cite{0}{roe}\n")
    assert sorted(cited_sources("paper.aux").sources) == ["doe", "roe"]
