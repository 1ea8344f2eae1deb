"""Say in words what was found of a work, each finding with its place and its fix.

The words are careful: a work that no service has may well exist.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.dataclass import replace
from loccit.editing.verify_sources.cited_work import CitedWork
from loccit.editing.verify_sources.fields import fields_of
from loccit.editing.verify_sources.verified import Verified
from loccit.editing.verify_sources.wording import (
    candidate,
    differs,
    enumerated,
    found_at,
    is_further,
    other_work,
    variable_of,
)
from loccit.lint import Finding
from loccit.lookup.look_up import nobody_knows
from loccit.lookup.verify import Difference, Outcome, Verdict
from loccit.lookup.verify.asked_work import Record
from loccit.model import Fix, Problem, Severity

_NO_PROOF = (
    "That proves nothing: look for it in a library's catalog, or where you found it."
)
_NOT_SEARCHED = (
    "This was not looked up: no service lists works of its kind, or it lacks a title or an "
    "author."
)
_WORDS: dict[Outcome, str] = {
    "same": "found at {}, with the same data",
    "different": "found at {}, with differences",
    "other-work": "an identifier is of another work",
    "candidates": "not found; there are similar works",
    "not-found": "not found",
    "not-asked": "could not be asked",
    "not-searched": "not looked up",
}


def in_words(verified: Verified) -> str:
    """Say in a few words what became of a work."""
    _, verdict, notices = verified
    service = verdict.found.service if verdict.found else ""
    words = _WORDS[verdict.outcome].format(service)
    is_retracted = any(notice.rule == "retracted" for notice in notices)
    return f"{words}; retracted" if is_retracted else words


def findings_of(verified: Verified) -> Iterator[Finding]:
    """Yield the findings about a work, the gravest first."""
    cited, verdict, notices = verified
    for notice in notices:
        yield _placed(notice, cited)
    yield from _of_identifiers(cited, verdict)
    if problem := _of_search(verdict) or _of_preprint(cited, verdict):
        yield _placed(problem, cited)
    for difference in verdict.differences:
        yield _of_difference(difference, cited, verdict)


def _placed(problem: Problem, cited: CitedWork, variable: str = "") -> Finding:
    start, end = cited.range_of(variable) if variable else cited.place
    return Finding(replace(problem, place=start, end=end), cited.key)


def _of_identifiers(cited: CitedWork, verdict: Verdict) -> Iterator[Finding]:
    """Yield findings about identifiers that lead elsewhere, or nowhere."""
    advice = "Check it for a typo, and where it is from."
    if verdict.found:
        advice = f"This work is {found_at(verdict.found)}."
    if other := verdict.other:
        problem = Problem("other-work", other_work(cited.work, other), advice=advice)
        yield _placed(problem, cited, variable_of(other.identifier))
    for identifier in verdict.unknown:
        message = f"{nobody_knows(identifier)}."
        problem = Problem("unknown-identifier", message, advice=advice)
        yield _placed(problem, cited, variable_of(identifier))


def _of_search(verdict: Verdict) -> Problem | None:
    """Return the problem of a work that was not found, or not for certain."""
    if verdict.found:
        return None
    if verdict.outcome == "not-searched":
        return Problem("not-searched", _NOT_SEARCHED, severity="note")
    if verdict.outcome == "not-asked":
        message = f"This could not be looked up: {' '.join(verdict.failures)}"
        advice = "Try again later; what was answered is kept."
        return Problem("not-asked", message, severity="error", advice=advice)
    if verdict.candidates:
        similar = "; ".join(map(candidate, verdict.candidates))
        message = f"{_searched(verdict)} not this work, but similar ones: {similar}."
        return Problem("similar-works", message, advice="Compare them with yours.")
    if verdict.searched and not verdict.failures:
        message = f"{_searched(verdict)} no such work."
        return Problem("not-found", message, advice=_NO_PROOF)
    return None


def _of_preprint(cited: CitedWork, verdict: Verdict) -> Problem | None:
    """Return a note that only a preprint of a published work was found."""
    found = verdict.found
    if not found or not Record(found).is_preprint_of(cited.work.compared()):
        return None
    message = (
        f"{found.service} has a preprint of this; where it was published could not be "
        "compared."
    )
    return Problem("preprint", message, severity="note")


def _searched(verdict: Verdict) -> str:
    """Name the services that were searched, with the verb."""
    verb = "has" if len(verdict.searched) == 1 else "have"
    return f"{enumerated(verdict.searched)} {verb}"


def _of_difference(
    difference: Difference, cited: CitedWork, verdict: Verdict
) -> Finding:
    """Return the finding about a variable.

    Its fix is safe if it only adds what is missing, and nothing else differs.
    """
    service = verdict.found.service if verdict.found else ""
    rule, severity = "different-data", _severity(difference)
    message = differs(difference, service)
    if difference.is_addition:
        rule, message = "missing-data", is_further(difference, service)
    is_safe = difference.is_addition and verdict.outcome == "same"
    found = _placed(
        Problem(rule, message, severity=severity), cited, difference.variable
    )
    if cited.entry is None:
        return found
    fields = fields_of(difference, cited)
    edits = cited.entry.edits(fields)
    if not edits:
        return found
    fix = Fix(cited.place.start.path, edits, "safe" if is_safe else "unsafe")
    return Finding(replace(found.problem, fix=fix), cited.key, fields)


def _severity(difference: Difference) -> Severity:
    return "note" if difference.is_addition else "warning"
