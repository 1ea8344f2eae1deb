"""Sources that are looked up by what identifies them."""

from __future__ import annotations

from collections.abc import Iterable

from loccit._startup.dataclass import replace
from loccit.errors import LookupFailed
from loccit.lookup import Web, identify, look_up
from loccit.model import Place, Problem, Source


def looked_up(texts: Iterable[str], web: Web) -> tuple[list[Source], list[Problem]]:
    """Look up identifiers; one that can't be looked up is a problem."""
    sources: list[Source] = []
    problems: list[Problem] = []
    for text in dict.fromkeys(texts):
        identifier = identify(text)
        if identifier is None:
            message = "This is not a DOI, an ISBN, an arXiv or PubMed number or a web address."
            problems.append(Problem("no-identifier", message, Place(text), "error"))
            continue
        try:
            found = look_up(identifier, web)
        except LookupFailed as failure:
            place = Place(text)
            problems.append(
                Problem(
                    "lookup-failed", failure.message, place, "error", failure.advice
                )
            )
            continue
        sources.append(found.source)
        problems += (replace(problem, place=Place(text)) for problem in found.problems)
    return sources, problems
