"""Decisions that a program made, from a JSON file (docs/json.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from loccit.editing.adopt.questions import Decision, Question
from loccit.errors import UnreadableFile
from loccit.model import Place

_SHAPE = (
    'Write a list such as [{"id": "c1", "key": "doe2001"}, {"id": "e2", "new": true}].'
)
_ANSWERS = ("key", "entry", "new", "as_typed")


class Decisions:
    """Answers questions with the decisions of a file."""

    def __init__(self, items: Sequence[Mapping[str, object]], name: str) -> None:
        self._items = items
        self._name = name
        self._used: list[Mapping[str, object]] = []

    def __call__(self, question: Question) -> Decision | None:
        """Answer a question; None if there is no decision.

        Raises:
            UnreadableFile: the decision is about another text, or is no answer to the
                question.
        """
        for item in self._items:
            if self._is_about(item, question):
                self._used.append(item)
                return self._decision(item, question)
        return None

    def require_all_used(self) -> None:
        """Refuse decisions about nothing.

        Raises:
            UnreadableFile: one is about nothing that was recognized.
        """
        for item in self._items:
            if item not in self._used:
                raise self._error(f"Nothing has the id `{item['id']}`.")

    def _is_about(self, item: Mapping[str, object], question: Question) -> bool:
        if item.get("id") != question.id:
            return False
        file = item.get("file")
        if file is not None and Path(str(file)) != Path(question.place.path):
            return False
        if item.get("text", question.typed) != question.typed:
            raise self._error(
                f"`{question.id}` is about `{item['text']}`, but the essay has "
                f"`{question.typed}` there."
            )
        return True

    def _decision(self, item: Mapping[str, object], question: Question) -> Decision:
        given = [name for name in _ANSWERS if item.get(name)]
        allowed = _ANSWERS_TO[question.kind]
        if len(given) != 1 or given[0] not in allowed:
            names = ", ".join(f"`{name}`" for name in allowed)
            raise self._error(f"`{question.id}` needs exactly one of {names}.")
        return Decision(
            key=str(item.get("key") or ""),
            entry=str(item.get("entry") or ""),
            new=bool(item.get("new")),
            as_typed=bool(item.get("as_typed")),
        )

    def _error(self, message: str) -> UnreadableFile:
        return UnreadableFile(message, place=Place(self._name))


_ANSWERS_TO: Mapping[str, Sequence[str]] = {
    "cite": ("key", "entry", "as_typed"),
    "entry": ("key", "new", "as_typed"),
}


def read_decisions(data: bytes, name: str) -> Decisions:
    """Read a file of decisions.

    Args:
        data: its bytes.
        name: its name, for errors.

    Raises:
        UnreadableFile: it is not a list of decisions.
    """
    try:
        items = json.loads(data)
    except (ValueError, RecursionError) as error:
        message = f"This is not JSON: {error}."
        raise UnreadableFile(message, place=Place(name), advice=_SHAPE) from error
    if not isinstance(items, list) or not all(map(_is_decision, items)):
        message = "This is not a list of decisions."
        raise UnreadableFile(message, place=Place(name), advice=_SHAPE)
    return Decisions(items, name)


def _is_decision(item: object) -> bool:
    return isinstance(item, dict) and isinstance(item.get("id"), str)
