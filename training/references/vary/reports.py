"""Reports by groups, with numbers."""

from __future__ import annotations

import random

from loccit.model import Name
from loccit.model.source import Value
from training.references.names import lines

_BY_GROUP = 0.4
_REPORTS = (
    "Working Paper",
    "Discussion Paper",
    "Research Report",
    "Technical Report",
    "Policy Brief",
    "Policy Research Working Paper",
    "White Paper",
    "Research Paper",
    "Arbeitspapier",
    "Document de travail",
    "Occasional Paper",
    "Report",
)


def report(choice: random.Random) -> dict[str, Value | None]:
    """Return who wrote a report, its kind and number."""
    values: dict[str, Value | None] = {}
    if choice.random() < _BY_GROUP:
        values["author"] = (some_group(choice),)
    if choice.random() < 0.5:
        values["publisher"] = choice.choice(lines("groups"))
    if choice.random() < 0.6:
        values["genre"] = choice.choice(_REPORTS)
    if choice.random() < 0.6:
        number = str(choice.randint(1, 2500))
        values["number"] = choice.choice(("", "", "2018-", "TR-", "99/")) + number
    return values


def some_group(choice: random.Random) -> Name:
    return Name(literal=choice.choice(lines("groups")))
