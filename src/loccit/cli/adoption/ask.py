"""Ask at the terminal what is doubtful in an adoption."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from loccit.editing.adopt.describe import work_in_words
from loccit.editing.adopt.questions import Decision, Option, Question

_HELP = {
    "n": "a new source",
    "t": "keep it as it is typed",
    "s": "skip it: decide another time",
}
#: After an answer, this gives the same one to all questions about that name.
_ALL = "a"


class Asker:
    """Asks, and remembers what was answered for all of a name."""

    def __init__(self) -> None:
        self._for_name: dict[tuple[str, str], str] = {}

    def __call__(self, question: Question) -> Decision | None:
        """Ask a question."""
        choices = _choices(question)
        name = (question.kind, question.name)
        known = self._for_name.get(name)
        if known is not None and known in choices:
            return choices[known]
        _show(question)
        answer = _answer(question, choices)
        if answer.endswith(_ALL) and answer not in choices:
            answer = answer.removesuffix(_ALL)
            self._for_name[name] = answer
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
    if question.why:
        click.echo(f"  {'; '.join(question.why)}", err=True)
    for number, option in enumerate(question.options, 1):
        click.echo(f"  {number}  {_described(option)}", err=True)
    if question.new:
        click.echo(f"  n  {_HELP['n']}: {work_in_words(question.new)}", err=True)
    for letter in ("t", "s"):
        click.echo(f"  {letter}  {_HELP[letter]}", err=True)


def _described(option: Option) -> str:
    name = option.key or f"the list's {option.entry}"
    why = f": {', '.join(option.why)}" if option.why else ""
    return f"{name}, {option.words} ({option.confidence:.0%}{why})"


def _answer(question: Question, choices: dict[str, Decision | None]) -> str:
    """Ask until the answer is one of the choices."""
    allowed = [*choices, *_for_all(question, choices)]
    letters = ", ".join(choices)
    more = f"; with {_ALL}, for all “{question.name}”" if question.name else ""
    try:
        answer: str = click.prompt(
            f"  {letters}{more}",
            type=click.Choice(allowed),
            show_choices=False,
            err=True,
        )
    except click.Abort as error:
        raise KeyboardInterrupt from error
    return answer


def _for_all(
    question: Question, choices: Sequence[str] | dict[str, Decision | None]
) -> Iterator[str]:
    if question.name:
        yield from (f"{choice}{_ALL}" for choice in choices)
