"""What the terminal asks about doubtful citations and entries."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from loccit.cli.adoption.ask import Asker
from loccit.editing.adopt.questions import Decision, Option, Question
from loccit.model import Name, Place, Source

WORKS = (
    Option("moss2001a", "", "Moss (2001): On Harbors", 0.5, ("the name is Moss",)),
    Option("", "e2", "Moss (2001): On Walls", 0.4),
)
BOOK = Source("", "book", {"title": "On Harbors", "author": (Name("Moss"),)})
CITE = Question(
    "c1", "cite", "(Moss, 2001)", True, "all “Moss”", Place("essay.md", 3, 8), WORKS
)
ENTRY = Question(
    "e1",
    "entry",
    "Moss. On Harbors.",
    True,
    "all like it",
    Place("essay.md", 9, 1),
    new=BOOK,
)


def ask(questions: list[Question], answers: str) -> tuple[list[Decision | None], str]:
    """The decisions, and what the terminal shows."""
    runner = CliRunner()
    with runner.isolation(input=answers.encode()) as (_, errors, _both):
        decide = Asker()
        decisions = [decide(question) for question in questions]
        return decisions, errors.getvalue().decode()


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (CITE, "1", Decision(key="moss2001a")),
        (CITE, "2", Decision(entry="e2")),
        (CITE, "t", Decision(as_typed=True)),
        (CITE, "s", None),
        (ENTRY, "n", Decision(new=True)),
    ],
)
def test_an_answer(question: Question, answer: str, expected: Decision | None) -> None:
    assert ask([question], f"{answer}\n")[0] == [expected]


def test_what_is_shown() -> None:
    shown = ask([CITE, ENTRY], "1\nn\n")[1]
    assert "essay.md:3:8: (Moss, 2001)\n  1  Moss (2001): On Harbors\n" in shown
    assert "     @moss2001a, 50%: the name is Moss\n" in shown
    assert "     in the list, 40%\n" in shown
    assert "  n  a new source: Moss: On Harbors\n" in shown


def test_an_answer_for_all() -> None:
    decisions, shown = ask([CITE, CITE, ENTRY], "2a\nn\n")
    assert decisions == [Decision(entry="e2"), Decision(entry="e2"), Decision(new=True)]
    assert shown.count("(Moss, 2001)") == 1


def test_an_answer_that_is_not_one() -> None:
    decisions, shown = ask([CITE], "7\nn\n1\n")
    assert decisions == [Decision(key="moss2001a")]
    assert shown.count("is not one of") == 2


def test_what_is_sure_is_not_asked() -> None:
    sure = Question(
        "c1", "cite", "(Moss, 2001)", False, "", Place("essay.md", 3, 8), WORKS
    )
    assert ask([sure], "") == ([None], "")


def test_the_end_of_input_stops() -> None:
    with pytest.raises(KeyboardInterrupt):
        ask([CITE], "")
