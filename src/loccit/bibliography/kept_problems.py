"""Keep the problems of a file in its index, and make them from it again."""

from __future__ import annotations

from collections.abc import Iterable

from loccit.bibliography.source_file import KeptIndex
from loccit.model import Place, Problem


def keep_problems(problems: Iterable[Problem]) -> list[object]:
    """Return problems as JSON has them, without the path: files are moved."""
    return [
        (
            problem.rule,
            problem.message,
            problem.place.line,
            problem.place.column,
            problem.severity,
            problem.advice,
        )
        for problem in problems
    ]


def kept_problems(index: KeptIndex) -> list[Problem]:
    """Return the problems that an index has kept.

    Raises:
        LookupError, TypeError, ValueError: the index is damaged.
    """
    return [
        Problem(rule, message, Place(index.path, line, column), severity, advice)
        for rule, message, line, column, severity, advice in index.head["problems"]
    ]
