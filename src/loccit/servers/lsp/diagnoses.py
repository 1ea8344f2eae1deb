"""When to look for problems, and what is known of them.

At once after a change the keys are looked up; what a whole check found before moves with
the text.  When nothing has changed for a while, a thread of its own checks everything,
and the next change cancels it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import TypeAlias

from loccit._startup.dataclass import dataclass, field
from loccit.drafting.checking import CheckProcess
from loccit.drafting.opened.change import Change
from loccit.drafting.opened.workspace import Workspace
from loccit.drafting.problems.of_essay import quick_problems
from loccit.drafting.problems.placed import (
    PlacedProblem,
    placed,
    placed_in_essay,
    placed_in_file,
)
from loccit.errors import UnreadableFile
from loccit.model import Place, Problem, Span
from loccit.servers.lsp.worker import Worker

#: Seconds after a change before keys are looked up: what the client asks meanwhile,
#: such as completions, goes first.
_MOMENT = 0.01
#: The whole of a longer file takes seconds.
_SHORT = 100_000

#: Calls something after so many seconds.
Later: TypeAlias = Callable[[float, Callable[[], object]], None]
#: Is told that other problems than before may be known, and whether all is checked.
Show: TypeAlias = Callable[[bool], object]


@dataclass(slots=True)
class _Version:
    """What is known of a file at one version.

    Attributes:
        show: is called when other problems may be known.
        found: by the last whole check, moved with the text since then.
        is_checked: whether that check was of this version.
        is_stale: set when there is another version.
    """

    show: Show
    found: Sequence[PlacedProblem] = ()
    is_checked: bool = False
    is_stale: Event = field(default_factory=Event)


class Diagnoses:
    """The problems of the open files.

    Attributes:
        debounce: seconds without a change after which all is checked.
    """

    debounce = 0.5

    def __init__(self, drafts: Workspace, later: Later) -> None:
        """Args:
        drafts: has the files open.
        later: calls what it is given in the thread in which these methods are called.
        """
        self._drafts = drafts
        self._later = later
        self._versions: dict[Path, _Version] = {}
        self._checker = Worker("loccit-check")
        self._checks = CheckProcess()

    def opened(self, path: Path, show: Show) -> None:
        """Begin with a file; `show` is called in the thread of `later`."""
        self._begin(path, _Version(show))

    def changed(self, path: Path, change: Change | None = None) -> None:
        """Look at a file again.

        Args:
            path: the file.
            change: that of its text; None if something else has changed.
        """
        version = self._versions[path]
        version.is_stale.set()
        found = version.found
        if change:
            moved = [each.moved(change) for each in found]
            found = [each for each in moved if each]
        self._begin(path, _Version(version.show, found))

    def all_changed(self) -> None:
        """Look at all open files again: what they cite, or how, may have changed."""
        for path in [*self._versions]:
            self.changed(path)

    def closed(self, path: Path) -> None:
        """Forget a file."""
        version = self._versions.pop(path, None)
        if version:
            version.is_stale.set()

    def problems(self, path: Path) -> Sequence[PlacedProblem]:
        """Return what is known to be wrong with a file as it is now.

        Raises:
            UnreadableFile: it is not open, and can't be read.
        """
        version = self._versions.get(path)
        if version is None:
            return []
        problems = [*self._quick(path), *version.found]
        once = {(each.span, each.problem.message): each for each in problems}
        return sorted(once.values(), key=lambda each: each.span)

    def problems_now(self, path: Path) -> Sequence[PlacedProblem]:
        """Return what is wrong with a file as it is now; if it is not long, all of it is
        checked for that.

        Raises:
            LoccitError: it can't be read, or a settings file has a mistake.
        """
        version = self._versions.get(path)
        is_short = len(self._drafts.text(path)) < _SHORT
        if version is None:
            return self._all(path, _never) if is_short else []
        if is_short and not version.is_checked:
            _take(version, self._all(path, version.is_stale.is_set))
        return self.problems(path)

    def _begin(self, path: Path, version: _Version) -> None:
        self._versions[path] = version

        def show() -> None:
            if not version.is_stale.is_set():
                version.show(False)

        def check() -> None:
            if not version.is_stale.is_set():
                self._checker.do(lambda: self._check(path, version))

        self._later(_MOMENT, show)
        self._later(self.debounce, check)

    def _is_shown(self, path: Path) -> bool:
        """Whether a client can show places of a file."""
        return self._drafts.is_text(path) or self._drafts.is_library(path)

    def _quick(self, path: Path) -> Sequence[PlacedProblem]:
        """Return the problems that can be found at once."""
        if not self._drafts.is_text(path):
            return []
        try:
            essay = self._drafts.essay(path)
        except UnreadableFile as error:
            problem = Problem(
                "unreadable-file", error.message, Place(), "error", error.advice
            )
            return [PlacedProblem(problem, Span(0, 0))]
        problems = quick_problems(essay)
        return [*placed(problems, Path(essay.essay.path), essay.text)]

    def _check(self, path: Path, version: _Version) -> None:
        """Check all of a file, in the checker's thread."""
        found = self._all(path, version.is_stale.is_set)
        self._later(0, lambda: _take(version, found))

    def _all(
        self, path: Path, is_cancelled: Callable[[], bool]
    ) -> Sequence[PlacedProblem]:
        if is_cancelled() or not self._is_shown(path):
            return []
        checked = self._checks.check(self._drafts, path, is_cancelled)
        if checked is None or is_cancelled():
            return []
        if self._drafts.is_text(path):
            essay = self._drafts.essay(path)
            essay.settle(checked.cites)
            return [*placed_in_essay(essay, checked.findings)]
        return [*placed_in_file(checked.findings, path, self._drafts.text(path))]


def _take(version: _Version, found: Sequence[PlacedProblem]) -> None:
    if not version.is_stale.is_set():
        version.found = found
        version.is_checked = True
        version.show(True)


def _never() -> bool:
    return False
