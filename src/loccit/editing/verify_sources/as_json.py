"""The verdicts on works as JSON, in the shape that docs/verify.md describes."""

from __future__ import annotations

from collections.abc import Iterable

from loccit.editing.verify_sources.findings import findings_of
from loccit.editing.verify_sources.verified import Verified
from loccit.lint import Finding
from loccit.lookup import LookupResult
from loccit.lookup.verify import Difference, Verdict
from loccit.model.csl_json import source_to_csl_json
from loccit.model.problem_json import problem_as_json


def as_json(verified: Iterable[Verified]) -> dict[str, object]:
    """Return an object with each work, in order."""
    return {"sources": list(map(_work, verified))}


def _work(verified: Verified) -> dict[str, object]:
    cited, verdict, _ = verified
    return {
        "key": cited.key,
        "text": cited.work.text,
        "outcome": verdict.outcome,
        "found": _record(verdict.found),
        "differences": list(map(_difference, verdict.differences)),
        "candidates": list(map(_record, verdict.candidates)),
        **_identifiers(verdict),
        "searched": list(verdict.searched),
        "failures": list(verdict.failures),
        "findings": list(map(_finding, findings_of(verified))),
    }


def _record(found: LookupResult | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {"service": found.service, "item": source_to_csl_json(found.source)}


def _difference(difference: Difference) -> dict[str, object]:
    return {
        "variable": difference.variable,
        "stored": difference.stored,
        "found": difference.found,
    }


def _identifiers(verdict: Verdict) -> dict[str, object]:
    """Return what is wrong with identifiers."""
    other = None
    if verdict.other:
        record = _record(verdict.other.found) or {}
        other = {"identifier": str(verdict.other.identifier)} | record
    return {"other": other, "unknown": list(map(str, verdict.unknown))}


def _finding(finding: Finding) -> dict[str, object]:
    return problem_as_json(finding.problem) | {"fix": dict(finding.changes)}
