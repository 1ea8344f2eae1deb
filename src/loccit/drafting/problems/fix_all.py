"""Fix what a check of an essay finds and that is right beyond doubt."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.editing.check import EssayCheck, check_draft, fix_essay
from loccit.editing.fix_sources import fix_sources
from loccit.essays import Essay
from loccit.formatting.draft import draft_of
from loccit.lint import Checker, Finding
from loccit.text_files.file_change import FileChange


class FixedText(NamedTuple):
    """An essay after its fixes.

    Attributes:
        text: its characters.
        fixed: the findings that were fixed.
        of_sources: those of the sources that it cites, which can be fixed too.
    """

    text: str
    fixed: Sequence[Finding]
    of_sources: Sequence[Finding]


def fix_text(essay: OpenEssay) -> FixedText:
    """Return the text of an essay with all safe fixes; nothing is written.

    Raises:
        UnwritableFile: its encoding lacks a character of a fix.
    """
    result = fix_essay(essay.essay, partial(_check, essay))
    text = result.left.essay.text
    return FixedText(text, result.fixed, _of_sources(result.left))


def fix_cited(
    files: Sequence[Path], findings: Sequence[Finding], *, unsafe: bool = False
) -> Mapping[Path, FileChange]:
    """Fix sources in their files, and return the changes, which are written.

    Args:
        files: the library's.
        findings: what to fix; their rules are checked again.
        unsafe: whether to apply unsafe fixes too.

    Raises:
        LoccitError: a file can't be read or written.  Nothing is changed then.
    """
    rules: Collection[str] = {finding.problem.rule for finding in findings}
    keys = {finding.key for finding in findings}
    check = partial(Checker, select=rules)
    return fix_sources(files, check, keys, unsafe=unsafe).changes


def _check(opened: OpenEssay, essay: Essay) -> EssayCheck:
    settings = replace(opened.settings, typed_citations=False)
    library = opened.draft.resolved.library
    return check_draft(draft_of(essay, library, settings, is_style_given=False))


def _of_sources(left: EssayCheck) -> Sequence[Finding]:
    return [
        finding
        for finding in left.findings
        if finding.key
        and (fix := finding.problem.fix)
        and fix.path != left.essay.path
        and fix.safety == "safe"
    ]
