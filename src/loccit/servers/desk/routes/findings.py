"""What a check finds, and its fixes."""

from __future__ import annotations

from collections.abc import Sequence

from loccit.drafting.problems.fix_all import FixedText, fix_cited, fix_text
from loccit.lint import Finding
from loccit.servers.desk.asked import Asked
from loccit.servers.desk.desk import Desk
from loccit.servers.desk.desk_essay import DeskEssay
from loccit.servers.desk.essay_json import printed_as_json
from loccit.servers.desk.library_in_use import library_in_use, written
from loccit.servers.desk.problems_json import findings_as_json
from loccit.servers.desk.refusals import Refusal
from loccit.servers.desk.route import get, post


def findings(desk: Desk, asked: Asked) -> dict[str, object]:
    """Check an essay, and return what is found."""
    essay = desk.essay(asked.text("path"))
    while essay.findings.version != essay.version:
        desk.checking.check(essay)
    return findings_as_json(essay, desk.name)


def fix(desk: Desk, asked: Asked) -> dict[str, object]:
    """Fix one finding, or all whose fix is right beyond doubt."""
    essay = desk.essay(asked.text("path"))
    base = asked.number("version")
    _require_version(essay, base)
    if asked.text_or("all", "") == "safe":
        result = fix_text(essay.opened)  # it takes long, and nobody waits for it
        with desk.lock:
            _require_version(essay, base)
            fixed = _fix_all(desk, essay, asked, result)
    else:
        with desk.lock:
            _require_version(essay, base)
            fixed = _fix_some(desk, essay, asked)
    with desk.lock:
        return printed_as_json(desk, essay, base) | {"fixed": fixed}


def _require_version(essay: DeskEssay, version: int) -> None:
    if version != essay.version:
        raise Refusal("conflict", "The text was changed in the meantime.")


def _fix_all(desk: Desk, essay: DeskEssay, asked: Asked, result: FixedText) -> int:
    if result.fixed and essay.is_text:
        desk.report(essay, essay.replace(result.text), asked.text_or("tab", ""))
    _fix_sources(desk, asked, result.of_sources, unsafe=False)
    of_essay = len(result.fixed) if essay.is_text else 0
    return of_essay + len(result.of_sources)


def _fix_some(desk: Desk, essay: DeskEssay, asked: Asked) -> int:
    chosen = [_finding(essay, name) for name in asked.texts("ids")]
    own = [each for each in chosen if _is_own(each, essay)]
    if own and not essay.is_text:
        raise Refusal("invalid", "A document is not edited here.")
    edits = [
        edit for finding in own if (fix := finding.problem.fix) for edit in fix.edits
    ]
    if edits:
        desk.report(essay, essay.change(edits), asked.text_or("tab", ""))
    others = [each for each in chosen if not _is_own(each, essay)]
    _fix_sources(desk, asked, others, unsafe=True)
    return len(chosen)


def _finding(essay: DeskEssay, name: str) -> Finding:
    """Return the finding with an id, which has a fix.

    Raises:
        Refusal: there is none, or it is of another version.
    """
    found = essay.findings
    number = int(name[1:]) if name[:1] == "f" and name[1:5].isdigit() else -1
    _require_version(essay, found.version)
    if not 0 <= number < len(found.findings) or not found.findings[number].problem.fix:
        raise Refusal("invalid", f"No finding `{name}` can be fixed.")
    return found.findings[number]


def _is_own(finding: Finding, essay: DeskEssay) -> bool:
    fix = finding.problem.fix
    return fix is not None and fix.path == str(essay.path)


def _fix_sources(
    desk: Desk, asked: Asked, found: Sequence[Finding], *, unsafe: bool
) -> None:
    if found:
        files = library_in_use(desk, asked.about_essay()).files
        changes = fix_cited(files, found, unsafe=unsafe)
        written(desk, f"Fix {', '.join(sorted({each.key for each in found}))}", changes)


ROUTES = [
    get("findings", findings),
    post("findings/fix", fix),
]
