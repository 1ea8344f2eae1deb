"""Check an essay against rules."""

from __future__ import annotations

from collections.abc import Sequence

from loccit.lint.checked import CheckedEssay
from loccit.lint.checker import Finding
from loccit.lint.prose.rule import Mistake, ProseRule
from loccit.model import Fix, Problem


def check_prose(essay: CheckedEssay, rules: Sequence[ProseRule]) -> list[Finding]:
    """Return the mistakes of an essay, in document order."""
    found = [
        _finding(rule, mistake, essay)
        for rule in rules
        if essay.is_apa or rule.in_every_style
        for mistake in rule.check(essay)
    ]
    return sorted(found, key=lambda each: (each.problem.place, each.problem.rule))


def _finding(rule: ProseRule, mistake: Mistake, essay: CheckedEssay) -> Finding:
    mapped = mistake.mapped
    span = mapped.span(mistake.start, mistake.end)
    start, end = essay.essay.range_of(span, mapped.part)
    fix = None
    if mistake.edits:
        safety = mistake.safety or rule.fix_safety or "unsafe"
        fix = Fix(essay.essay.path, mistake.edits, safety)
    problem = Problem(
        rule.code,
        mistake.message,
        start,
        mistake.severity or rule.severity,
        mistake.advice,
        end,
        fix,
    )
    return Finding(problem, span=span, part=mapped.part)
