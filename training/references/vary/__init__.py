"""Vary sources: other journals, newspapers, publishers and websites, and fields that are
missing.

The libraries are about few subjects. The model must not learn that a journal is called
"TUGboat".
"""

from __future__ import annotations

import random
from collections.abc import Sequence

from loccit.model import Name, Source
from loccit.model.source import Value
from training.references.names import lines
from training.references.sources import LEFT_OUT
from training.references.vary.books import other_book
from training.references.vary.conferences import other_conference
from training.references.vary.periodicals import other_periodical
from training.references.vary.reports import report
from training.references.vary.web_pages import web_page

_ONLY_VOLUME = 0.7
_OTHER_PLACE = 0.4


def varied(source: Source, people: Sequence[Name], choice: random.Random) -> Source:
    """Return a source as somebody else might have it.

    Args:
        people: those who may be editors and translators.
    """
    known = source.with_variables(_without_placeholders(source))
    shortened = known.with_variables(_left_out(choice))
    moved = _moved(_renumbered(shortened, choice), choice)
    if source.type in ("article-journal", "article-magazine"):
        return other_periodical(moved, choice)
    if source.type in ("book", "chapter"):
        return other_book(moved, people, choice)
    if source.type == "paper-conference":
        return other_conference(moved, choice)
    if source.type == "report":
        return moved.with_variables(report(choice))
    if source.type in ("webpage", "post", "post-weblog"):
        return web_page(moved, choice)
    return moved


def _left_out(choice: random.Random) -> dict[str, Value | None]:
    """Return the variables that somebody leaves out."""
    left_out: dict[str, Value | None] = {}
    for variable, share in LEFT_OUT.items():
        if choice.random() < share:
            left_out[variable] = None
    return left_out


def _renumbered(source: Source, choice: random.Random) -> Source:
    """Return an article whose only number is more often a volume."""
    issue = source.text("issue")
    if source.text("volume") or not issue or choice.random() > _ONLY_VOLUME:
        return source
    return source.with_variables({"volume": issue, "issue": None})


def _moved(source: Source, choice: random.Random) -> Source:
    """Return a source that was perhaps published somewhere else."""
    if not source.text("publisher-place") or choice.random() > _OTHER_PLACE:
        return source
    return source.with_variables({"publisher-place": choice.choice(lines("places"))})


def _without_placeholders(source: Source) -> dict[str, Value | None]:
    """Return the variables to remove because they say that nothing is known."""
    removed: dict[str, Value | None] = {}
    for variable, value in source.variables.items():
        if isinstance(value, str) and "????" in value:
            removed[variable] = None
    return removed
