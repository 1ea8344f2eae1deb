"""Problems and findings as the page reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from loccit.lint import Finding
from loccit.lint.prose import prose_rule_names
from loccit.model import Edit, Fix, Place, Problem
from loccit.servers.desk.desk_essay import DeskEssay
from loccit.text_files.positions import Positions

#: How a path is named on the page.
NameOf = Callable[[Path], str]


def findings_as_json(essay: DeskEssay, name_of: NameOf) -> dict[str, object]:
    """Return what the last check of an essay found."""
    found = essay.findings
    return {
        "path": name_of(essay.path),
        "version": found.version,
        "findings": list(ProblemWriter(essay, name_of).findings(found.findings)),
    }


class ProblemWriter:
    """Writes the problems of an essay, with their places as the page counts them."""

    def __init__(self, essay: DeskEssay, name_of: NameOf) -> None:
        self._path = str(essay.path)
        self._is_text = essay.is_text
        self._name_of = name_of
        self._page = essay.page
        self._positions = Positions(essay.text)

    def findings(self, findings: Iterable[Finding]) -> Iterator[dict[str, object]]:
        """Yield findings; the number in an id is their index."""
        for number, finding in enumerate(findings):
            yield self.problem(finding.problem, f"f{number}", finding.key)

    def problems(self, problems: Iterable[Problem]) -> Iterator[dict[str, object]]:
        """Yield problems that were noticed at once; a check offers their fixes."""
        for number, problem in enumerate(problems):
            yield self.problem(problem, f"p{number}") | {"fixes": []}

    def problem(self, problem: Problem, name: str, key: str = "") -> dict[str, object]:
        """Return a problem as JSON.

        Args:
            name: its id.
            key: of the source that it is about.
        """
        names = prose_rule_names()
        path = problem.place.path
        return {
            "id": name,
            **self._range(problem),
            "severity": problem.severity,
            "rule": names.get(problem.rule, problem.rule),
            "code": problem.rule if problem.rule in names else None,
            "message": problem.message,
            "advice": problem.advice,
            "file": self._name_of(Path(path)) if path else None,
            "line": problem.place.line or None,
            "key": key or None,
            "fixes": [fix_as_json(problem.fix)] if problem.fix else [],
        }

    def _range(self, problem: Problem) -> dict[str, object]:
        place = problem.place
        if not self._is_text or place.path != self._path or not place.line:
            return {"start": None, "end": None}
        start = self._offset(place)
        end = self._offset(problem.end) if problem.end else start
        return {"start": start, "end": max(start, end)}

    def _offset(self, place: Place) -> int:
        return self._page.to_page(
            self._positions.offset(place.line, max(place.column, 1))
        )


def fix_as_json(fix: Fix) -> dict[str, object]:
    """Return a fix as the page offers it."""
    return {"title": _title(fix.edits), "safe": fix.safety == "safe"}


def _title(edits: Sequence[Edit]) -> str:
    """Return what edits do, in words.

    >>> from loccit.model import Span
    >>> [_title([Edit(Span(0, 1), new)]) for new in ("p. 3", " ", "")]
    ['Write `p. 3`', 'Add a space', 'Remove it']
    """
    written = [edit.new for edit in edits if edit.new]
    words = " … ".join(new for new in written if new.strip())
    if words:
        return f"Write `{words}`"
    return "Add a space" if written else "Remove it"
