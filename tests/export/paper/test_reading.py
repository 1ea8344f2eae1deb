"""Essays of every text format become papers."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest

from loccit.errors import InvalidSettings, LoccitError
from tests.export.paper.essays import make
from tests.export.paper.test_docx import lines, paper


def read(text: str, path: str) -> list[tuple[str, str]]:
    return lines(docx.Document(BytesIO(make(text, path=Path(path)).data)))


def test_plain_text() -> None:
    text = "On Doors\n\nA paragraph\nover *lines* [@doe].\n\nReferences:\n"
    assert read(text, "essay.txt") == [
        ("Title", "On Doors"),
        ("Body Text", "A paragraph over *lines* (Doe, 2001)."),
        ("Section Label", "References"),
        ("Bibliography", "Doe, J. (2001). Doors. Norton."),
    ]


def test_the_list_of_a_plain_text_has_italics() -> None:
    made = make("[@doe]\n", path=Path("essay.txt")).data
    entry = docx.Document(BytesIO(made)).paragraphs[-1]
    assert [run.text for run in entry.runs if run.italic] == ["Doors"]


def test_front_matter_in_toml() -> None:
    text = '+++\ntitle = "Doors"\nauthor = ["Ana Ruiz"]\n+++\n\nText.\n'
    assert [text for _, text in lines(paper(text))] == [
        "Doors",
        "Ana Ruiz",
        "Doors",
        "Text.",
    ]


def test_tags_of_html_are_read() -> None:
    made = paper("H<sub>2</sub>O<br>x <!-- no --> <kbd>y</kbd>\n")
    runs = made.paragraphs[0].runs
    assert [run.text for run in runs if run.font.subscript] == ["2"]
    assert made.paragraphs[0].text == "H2O\nx  y"


def test_what_is_left_out_is_reported() -> None:
    made = make("# A\n\n<kbd>x</kbd>\n\n\\newpage\n")
    places = [(problem.rule, problem.place.line) for problem in made.problems]
    assert places == [("raw-markup", 3), ("raw-markup", 3), ("raw-markup", 5)]


@pytest.mark.parametrize(
    ("front_matter", "message"),
    [
        ("title: [a, b]", "essay.md:2:1: `title` should be text."),
        ("lang: en\nauthor: {family: Doe}", "essay.md:3:1: `author` should be a name"),
        (
            "paper: poster",
            "essay.md:2:1: `paper` should be one of student, professional",
        ),
        ("course: {a: b}", "essay.md:2:1: `course` should be text."),
    ],
)
def test_wrong_front_matter(front_matter: str, message: str) -> None:
    with pytest.raises(InvalidSettings) as error:
        make(f"---\n{front_matter}\n---\n\nText.\n")
    assert str(error.value).startswith(message)


def test_deep_nesting() -> None:
    with pytest.raises(LoccitError, match="nested too deeply"):
        make("> " * 2000 + "deep\n")


def test_an_essay_without_text() -> None:
    assert lines(paper("")) == []


def test_a_missing_title_is_reported() -> None:
    made = make("---\nauthor: Ana Ruiz\n---\n\nText.\n", "student")
    assert [problem.rule for problem in made.problems] == ["no-title"]
    assert [text for _, text in lines(docx.Document(BytesIO(made.data)))] == ["Text."]


def test_a_long_running_head_is_reported() -> None:
    essay = f"---\ntitle: {'Doors ' * 9}\nauthor: Ana Ruiz\n---\n\nText.\n"
    [problem] = make(essay, "professional").problems
    assert "53 characters; APA allows 50" in problem.message
    assert not make(essay, "student").problems


@pytest.mark.parametrize("ending", [".docx", ".odt", ".html", ".pdf"])
def test_math_that_is_not_converted_is_reported(ending: str) -> None:
    essay = "# A\n\nIt is $x^2$, and $\\foo{$ and $\\foo{$ again.\n"
    [problem] = make(essay, ending=ending).problems
    assert str(problem.place) == "essay.md:3:19"
    assert "`\\foo{`" in problem.message
