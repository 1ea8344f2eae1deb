"""Apply the fixes of a check to an essay; every other byte stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit.editing.check.check_essay import EssayCheck
from loccit.essays import Essay, read_essay
from loccit.lint import Finding
from loccit.model import Fix, Span

#: A fix may bring about another; after so many rounds they go in circles.
_ROUNDS = 10


class FixedEssay(NamedTuple):
    """An essay after its fixes.

    Attributes:
        data: its bytes.
        fixed: the findings that were fixed.
        left: what a check finds now.
    """

    data: bytes
    fixed: Sequence[Finding]
    left: EssayCheck


def fix_essay(
    essay: Essay,
    check: Callable[[Essay], EssayCheck],
    *,
    unsafe: bool = False,
) -> FixedEssay:
    """Apply the fixes of an essay's findings, again and again until none is left.

    Args:
        essay: the essay; its file is not written.
        check: finds what is wrong with it.
        unsafe: whether to apply unsafe fixes too.

    Raises:
        UnwritableFile: the essay's encoding lacks a character of a fix.
    """
    fixed: list[Finding] = []
    checked = check(essay)
    for _ in range(_ROUNDS):
        chosen = [*_apart(checked, unsafe=unsafe)]
        if not chosen:
            break
        edits = [edit for finding in chosen for edit in _fix(finding).edits]
        data = essay.with_edits(edits)
        if data == essay.data:
            break
        essay = read_essay(data, essay.path, essay.format)
        fixed += chosen
        checked = check(essay)
    return FixedEssay(essay.data, fixed, checked)


def _fix(finding: Finding) -> Fix:
    assert finding.problem.fix
    return finding.problem.fix


def _apart(checked: EssayCheck, *, unsafe: bool) -> Iterator[Finding]:
    """Yield the findings to fix at once: one whose fix touches that of another waits for
    the next round.
    """
    taken: dict[str, list[Span]] = {}
    for finding in checked.findings:
        fix = finding.problem.fix
        if not fix or fix.path != checked.essay.path:
            continue
        if fix.safety != "safe" and not unsafe:
            continue
        spans = [(edit.part, edit.span) for edit in fix.edits]
        if any(_touches(span, taken.get(part, ())) for part, span in spans):
            continue
        for part, span in spans:
            taken.setdefault(part, []).append(span)
        yield finding


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start <= each.end and each.start <= span.end for each in others)
