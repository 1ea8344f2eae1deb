"""Ask at the terminal what is doubtful in an adoption."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from textwrap import fill

import click

from loccit.editing.adopt.describe import work_in_words
from loccit.editing.adopt.questions import Decision, Option, Question

_HELP = {
    "n": "a new source",
    "t": "keep it as it is typed",
    "s": "skip it: decide another time",
}
#: After an answer, this gives the same one to all questions of the group.
_ALL = "a"
_INDENT = " " * 5


class Asker:
    """Asks, and remembers what was answered for a whole group."""

    def __init__(self) -> None:
        self._for_group: dict[tuple[str, str], str] = {}

    def __call__(self, question: Question) -> Decision | None:
        """Ask a question, if it is doubtful."""
        if not question.is_doubtful:
            return None
        choices = _choices(question)
        group = (question.kind, question.group)
        known = self._for_group.get(group)
        if known is not None and known in choices:
            return choices[known]
        _show(question)
        answer = _answer(question, list(choices))
        if answer not in choices:
            answer = answer.removesuffix(_ALL)
            self._for_group[group] = answer
        return choices[answer]


def _choices(question: Question) -> dict[str, Decision | None]:
    """Return the decision that each answer stands for."""
    choices: dict[str, Decision | None] = {
        str(number): Decision(option.key, "" if option.key else option.entry)
        for number, option in enumerate(question.options, 1)
    }
    if question.new:
        choices["n"] = Decision(new=True)
    return {**choices, "t": Decision(as_typed=True), "s": None}


def _show(question: Question) -> None:
    place = click.style(str(question.place), bold=True)
    click.echo(f"\n{place}: {' '.join(question.typed.split())}", err=True)
    said = {reason for option in question.options for reason in option.why}
    if why := [reason for reason in question.why if reason not in said]:
        click.echo(_indented("; ".join(why)), err=True)
    for number, option in enumerate(question.options, 1):
        click.echo(_answer_line(str(number), option.words), err=True)
        click.echo(_indented(_reasons(option)), err=True)
    if question.new:
        words = f"{_HELP['n']}: {work_in_words(question.new)}"
        click.echo(_answer_line("n", words), err=True)
    for letter in ("t", "s"):
        click.echo(_answer_line(letter, _HELP[letter]), err=True)


def _reasons(option: Option) -> str:
    where = f"@{option.key}" if option.key else "in the list"
    return f"{where}, {option.confidence:.0%}: {'; '.join(option.why)}".rstrip(": ")


def _answer_line(answer: str, words: str) -> str:
    return f"  {click.style(answer, bold=True)}  {words}"


def _indented(text: str) -> str:
    width, _ = shutil.get_terminal_size()
    return fill(text, width, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _answer(question: Question, choices: Sequence[str]) -> str:
    """Ask until the answer is one of the choices."""
    more = f"; with {_ALL}, for {question.group}" if question.group else ""
    for_all = [f"{choice}{_ALL}" for choice in choices if question.group]
    try:
        answer: str = click.prompt(
            f"  {', '.join(choices)}{more}",
            type=click.Choice([*choices, *for_all]),
            show_choices=False,
            err=True,
        )
    except click.Abort as error:
        raise KeyboardInterrupt from error
    return answer
