"""Names by which programs know a finding again in the next run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from loccit.cli.excerpts.excerpt import Excerpts

if TYPE_CHECKING:
    from loccit.cli.report import Report


def fingerprints(report: Report) -> Iterator[str]:
    """Yield the fingerprint of each finding.  It is made of the rule, the file, and the
    words that the finding is about, not of their place: that moves with each line that
    is written above it.
    """
    excerpts = {essay.path: Excerpts(essay) for essay in report.essays}
    seen: Counter[tuple[str, ...]] = Counter()
    for finding in report.findings:
        problem = finding.problem
        of_essay = excerpts.get(problem.place.path)
        excerpt = of_essay.of(finding) if of_essay else None
        words = excerpt.words if excerpt else finding.key
        known = (problem.rule, problem.place.path, problem.message, words)
        seen[known] += 1
        parts = "\0".join((*known, str(seen[known])))
        yield sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()
