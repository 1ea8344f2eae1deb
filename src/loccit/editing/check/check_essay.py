"""Check an essay: its citations, its quotations, its list, and the sources it cites."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from loccit._startup.dataclass import dataclass, replace
from loccit.bibliography import Library, open_library
from loccit.editing.check.inline_comments import without_ignored
from loccit.errors import NoBibliography
from loccit.essays import Essay
from loccit.formatting.cited_sources import problems_in_print
from loccit.formatting.draft import Draft, read_draft
from loccit.formatting.resolve import listed_keys
from loccit.lint import Finding
from loccit.lint.check_prose import check_prose
from loccit.lint.checked import CheckedEssay
from loccit.lint.noticed import NOTICED
from loccit.lint.prose import prose_rules
from loccit.lint.prose.rule import ProseRule
from loccit.lint.selection import EVERYTHING, Selection
from loccit.model import Place, Problem
from loccit.workspace.settings import Settings

#: A key that no source has is a cite without an entry, and is reported as such.
_UNKNOWN_KEY = "unknown-key"
_NOT_LISTED = "T01"


@dataclass(frozen=True, slots=True)
class EssayCheck:
    """The findings of a check of an essay.

    Attributes:
        essay: the essay.
        findings: those of the essay in document order, then those of the sources.
        citations: how many citations it has.
        missing: how many works it cites whose key no source has.
        unlisted: how many works it cites that its list lacks.
        uncited: how many entries of its list nothing cites.
    """

    essay: Essay
    findings: tuple[Finding, ...]
    citations: int = 0
    missing: int = 0
    unlisted: int = 0
    uncited: int = 0


def check_essay(
    essay: Essay,
    library: Library | None = None,
    settings: Settings | None = None,
    rules: Sequence[ProseRule] | None = None,
    selection: Selection = EVERYTHING,
    sources: Path | None = None,
) -> EssayCheck:
    """Check an essay.

    Args:
        essay: the essay.
        library: where keys are looked up; None opens what the settings say, else the
            nearest `bibliography/` folder.
        settings: style and language, over what the essay and `loccit.toml` say.
        rules: those for essays to check; those of the selection if None.
        selection: which rules are checked.
        sources: a folder with the files of sources, in which, and in those that the
            library names, quotations are looked up; they are not if None.

    Raises:
        UnreadableFile, UnknownStyle, InvalidStyle, InvalidSettings: as
            `loccit.formatting.format_essay`.

    >>> from loccit import open_library, read_essay
    >>> checked = check_essay(read_essay(b"So it is (Doe 2001)."), open_library([]))
    >>> [finding.problem.rule for finding in checked.findings if finding.problem.fix]
    ['C01']
    """
    return check_draft(_draft(essay, library, settings), rules, selection, sources)


def check_draft(
    draft: Draft,
    rules: Sequence[ProseRule] | None = None,
    selection: Selection = EVERYTHING,
    sources: Path | None = None,
    pause: Callable[[], None] | None = None,
) -> EssayCheck:
    """Check an essay whose citations by key were looked up.

    Args:
        draft: the essay, with nothing recognized that is typed by hand.
        rules, selection, sources: as for `check_essay`.
        pause: called before each rule; it may raise an error to end the check.
    """
    essay = draft.essay
    checked = checked_essay(draft, sources)
    are_all = rules is None and selection == EVERYTHING and checked.is_apa
    if rules is None:
        rules = _selected(selection)
    of_sources = problems_in_print(draft.resolved.library, [*draft.resolved.sources])
    others = [
        *(Finding(problem) for problem in _noticed(draft, rules)),
        *(_placed(finding, essay.path) for finding in of_sources),
    ]
    findings = [
        *check_prose(checked, rules, pause),
        *(finding for finding in others if selection.has(finding.problem.rule)),
    ]
    names = _names(checked, rules, selection)
    kept = without_ignored(essay, findings, names, are_all=are_all)
    once = {finding.problem: finding for finding in kept}
    ordered = in_order(once.values(), essay.path)
    return EssayCheck(
        essay,
        tuple(ordered),
        len(checked.citations),
        len({key for each in draft.resolved.citations for key in each.missing}),
        checked.cross_check.works_unlisted,
        len(checked.cross_check.uncited),
    )


def _selected(selection: Selection) -> Sequence[ProseRule]:
    """Return the rules of a selection; those that are off have to be named in it."""
    return [
        rule for rule in prose_rules() if selection.has(rule.code, is_off=rule.is_off)
    ]


def _names(
    checked: CheckedEssay, rules: Iterable[ProseRule], selection: Selection
) -> Sequence[str]:
    """Return the codes and names of what an essay was checked for."""
    codes = [rule.code for rule in rules if checked.is_apa or rule.in_every_style]
    return [*codes, *(name for name in NOTICED if selection.has(name))]


def checked_essay(draft: Draft, sources: Path | None = None) -> CheckedEssay:
    """Return an essay as rules see it; `sources` is as for `check_essay`."""
    citations = [each.citation for each in draft.resolved.citations]
    library = draft.resolved.library
    nocite = listed_keys(draft.settings.nocite, library)
    return CheckedEssay(
        draft.essay, library, draft.style, draft.lang, citations, nocite, sources
    )


def _draft(essay: Essay, library: Library | None, settings: Settings | None) -> Draft:
    """Look up what is cited by key; what is typed is recognized by `CheckedEssay`."""
    settings = replace(settings or Settings(), typed_citations=False)
    try:
        return read_draft(essay, library, settings)
    except NoBibliography as error:
        return _without_library(essay, settings, error)


def _without_library(essay: Essay, settings: Settings, error: NoBibliography) -> Draft:
    """Read an essay that cites by key where there is no library: what is typed by hand
    can be checked all the same, and one finding says why the keys are not.
    """
    draft = read_draft(essay, open_library([]), settings)
    kept = [each for each in draft.resolved.problems if each.rule != _UNKNOWN_KEY]
    problem = Problem(
        "no-bibliography", error.message, Place(essay.path), "error", error.advice
    )
    return draft._replace(
        resolved=replace(draft.resolved, problems=tuple(kept)),
        problems=(*draft.problems, problem),
    )


def _noticed(draft: Draft, rules: Sequence[ProseRule]) -> Iterator[Problem]:
    """Yield what was noticed before any rule is checked."""
    yield from draft.essay.problems
    yield from draft.problems
    for problem in draft.resolved.problems:
        if problem.rule != _UNKNOWN_KEY:
            yield problem
        elif any(rule.code == _NOT_LISTED for rule in rules):
            yield replace(problem, rule=_NOT_LISTED)


def _placed(finding: Finding, path: str) -> Finding:
    """Return a finding that says where it is: sources in the essay itself have no place
    of their own.
    """
    problem = finding.problem
    if problem.place.path:
        return finding
    message = f"In the source `{finding.key}`: {problem.message}"
    return replace(
        finding, problem=replace(problem, place=Place(path), message=message)
    )


def in_order(findings: Iterable[Finding], path: str) -> list[Finding]:
    """Sort findings: the essay's, then those of its sources."""

    def order(finding: Finding) -> tuple[bool, Place]:
        place = finding.problem.place
        return bool(finding.key) or place.path != path, place

    return sorted(findings, key=order)
