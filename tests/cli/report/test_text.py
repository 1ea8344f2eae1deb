"""Findings as lines for people."""

from __future__ import annotations

import pytest

from loccit._startup.dataclass import replace
from loccit.cli.report import Report, format_named, formats
from loccit.cli.report.text import Part, summary, write
from loccit.lint import Finding
from loccit.model import Edit, Fix, Place, Problem, Safety, Span
from tests.cli.report.essays import document, report

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


@pytest.mark.parametrize(
    ("safeties", "expected"),
    [
        (["safe", "safe"], "2 notes. 2 can be fixed with --fix."),
        (["unsafe"], "1 note. 1 can be fixed with --fix --unsafe-fixes."),
        (
            ["safe", "unsafe"],
            "2 notes. 1 can be fixed with --fix, 1 more with --unsafe-fixes.",
        ),
    ],
)
def test_the_summary_says_what_can_be_fixed(
    safeties: list[Safety], expected: str
) -> None:
    fixes = [Fix("a.bib", (Edit(Span(1, 2), ""),), safety) for safety in safeties]
    findings = [Finding(replace(FOUND.problem, fix=fix)) for fix in fixes]
    assert summary(Report(1, findings)) == f"1 source checked: {expected}"


def test_the_folder_is_the_list() -> None:
    assert "text" in formats()
    assert "sarif" in formats()
    assert format_named("text").write(Report(0, [])) == ""


def test_the_words_of_an_essay_are_below() -> None:
    lines = write(report("So it is\n(Doe 2001).\n")).splitlines()
    assert lines[1:] == ["    (Doe 2001).", "        ^"]


def test_the_words_of_a_document_are_those_of_its_paragraph() -> None:
    found = report(document("One.", "So it is (Doe 2001)."), names=["a.docx"])
    said, text, carets = write(found).splitlines()
    assert said.startswith("a.docx: paragraph 2: warning: No comma")
    assert (text, carets) == ("    So it is (Doe 2001).", "                 ^")
