"""Findings as lines for people."""

from __future__ import annotations

from loccit.lint import Finding
from loccit.model import Place, Problem
from loccit.report import Report, format_named, formats
from loccit.report.text import Part, summary, write

FOUND = Finding(Problem("et-al", "Names.", Place("a.bib", 1, 2), "note", "List all."))


def test_a_line_a_finding() -> None:
    line = "a.bib:1:2: note: Names. List all. [et-al]\n"
    assert write(Report(3, [FOUND, FOUND])) == line * 2


def test_each_part_can_have_a_style() -> None:
    def tagged(text: str, part: Part) -> str:
        return f"<{part}>{text}</>"

    assert write(Report(3, [FOUND]), tagged) == (
        "<place>a.bib:1:2:</> <note>note:</> Names. List all. <rule>[et-al]</>\n"
    )


def test_the_summary() -> None:
    assert summary(Report(1, [])) == "1 source checked: no problems."
    assert summary(Report(3, [FOUND, FOUND])) == "3 sources checked: 2 notes."


def test_the_folder_is_the_list() -> None:
    assert formats() == ["json", "text"]
    assert format_named("text").write(Report(0, [])) == ""
