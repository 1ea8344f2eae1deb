"""Check an essay against rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from loccit.lint.checked import CheckedEssay
from loccit.lint.checker import Finding
from loccit.lint.prose.rule import Mistake, ProseRule
from loccit.model import Fix, Problem


def check_prose(
    essay: CheckedEssay,
    rules: Sequence[ProseRule],
    pause: Callable[[], None] | None = None,
) -> list[Finding]:
    """Return the mistakes of an essay, in document order.

    Args:
        essay: the essay.
        rules: what to check.
        pause: called before each rule; it may raise an error to end the check.
    """
    found: list[Finding] = []
    for rule in rules:
        if pause:
            pause()
        if essay.is_apa or rule.in_every_style:
            found += [_finding(rule, each, essay) for each in rule.check(essay)]
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
