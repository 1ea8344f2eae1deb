"""Adopt what is typed by hand in an essay: first a plan, then what somebody decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.editing.adopt.adopt import Adoptions
from loccit.editing.adopt.complete import Complete, Completed, leave_incomplete
from loccit.editing.adopt.plan import EssayPlan
from loccit.editing.adopt.questions import Decision, Question
from loccit.errors import InvalidChange
from loccit.essays import open_essay
from loccit.model import Place, Source
from loccit.text_files.file_change import FileChange
from loccit.workspace.settings import Settings


class AdoptionPlan(NamedTuple):
    """What would become of an essay, and what somebody may decide.

    Attributes:
        path: the essay.
        plan: what becomes of it if nobody decides.
        questions: by their ids: `c1`, `c2.1`, `e3`.
        settings, into, complete: with which it was planned.
    """

    path: Path
    plan: EssayPlan
    questions: Mapping[str, Question]
    settings: Settings
    into: Path | None
    complete: Complete


class Adopted(NamedTuple):
    """What was written.

    Attributes:
        changes: of the essay and of the library.
        new: the sources that are new in the library.
    """

    changes: Mapping[Path, FileChange]
    new: Sequence[Source]


def plan_adoption(
    path: Path,
    settings: Settings,
    into: Path | None = None,
    complete: Complete = leave_incomplete,
) -> AdoptionPlan:
    """Plan what becomes of an essay.

    Args:
        path: the essay.
        settings: over its own.
        into: the file for new sources; None for the library's own.
        complete: completes new sources.

    Raises:
        LoccitError: it, or its library, can't be read or changed.
    """
    questions: dict[str, Question] = {}

    def take_note(question: Question) -> None:
        questions[question.id] = question

    remembered = _Remembered(complete)
    adoptions = Adoptions(settings, into, take_note, remembered)
    plan = adoptions.plan(open_essay(path))
    return AdoptionPlan(path, plan, questions, settings, into, remembered)


def adopt(planned: AdoptionPlan, decisions: Mapping[str, Decision]) -> Adopted:
    """Write what was planned, as somebody has decided; the journal can undo it.

    Args:
        planned: the plan.
        decisions: by the ids of questions; the others are as planned.

    Raises:
        InvalidChange: the essay has changed since, or a decision is about nothing.
        LoccitError: a file can't be read or written; all are as they were.
    """
    for name in decisions:
        if name not in planned.questions:
            raise InvalidChange(f"Nothing has the id `{name}`.")
    essay = open_essay(planned.path)
    if essay.data != planned.plan.essay.data:
        raise InvalidChange(
            "The essay was changed in the meantime.",
            place=Place(str(planned.path)),
            advice="Look at the proposals again.",
        )

    def decide(question: Question) -> Decision | None:
        return decisions.get(question.id)

    adoptions = Adoptions(planned.settings, planned.into, decide, planned.complete)
    adoptions.plan(essay)
    [adoption] = adoptions
    return Adopted(adoption.write(), adoption.new_sources)


class _Remembered:
    """Asks for each source once: a decision must not ask the network again."""

    def __init__(self, complete: Complete) -> None:
        self._complete = complete
        self._known: list[tuple[Source, Completed]] = []

    def __call__(self, source: Source) -> Completed:
        for asked, completed in self._known:
            if asked == source:
                return completed
        completed = self._complete(source)
        self._known.append((source, completed))
        return completed
