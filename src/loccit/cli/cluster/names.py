"""What messages call files: a worker has them in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from loccit._startup.dataclass import replace
from loccit.lint import Finding
from loccit.model import Place, Problem
from loccit.workspace.folders import shown


class Names:
    """The names that files have for the user."""

    def __init__(self, folder: Path, names: Mapping[str, str]) -> None:
        """Args:
        folder: the worker's.
        names: what messages call each file, by its path in that folder.
        """
        # What the second begins with may be the end of the first.
        self._names = {
            f"{start}/{path}": name
            for start in (folder, shown(folder))
            for path, name in {**names, "": ""}.items()
        }

    def text(self, text: str) -> str:
        """Return a text with these names."""
        for path, name in self._names.items():
            text = text.replace(path, name)
        return text

    def problem(self, problem: Problem) -> Problem:
        """Return a problem with these names."""
        fix = problem.fix
        return replace(
            problem,
            message=self.text(problem.message),
            advice=self.text(problem.advice),
            place=self._place(problem.place),
            end=problem.end and self._place(problem.end),
            fix=fix and replace(fix, path=self.text(fix.path)),
        )

    def findings(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return findings with these names."""
        return [replace(each, problem=self.problem(each.problem)) for each in findings]

    def _place(self, place: Place) -> Place:
        return replace(place, path=self.text(place.path))
