"""Check essays while they are written: after a pause, the newest version."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Thread

from loccit.drafting.checking import CheckProcess
from loccit.drafting.opened.workspace import Workspace
from loccit.errors import LoccitError
from loccit.servers.desk.desk_essay import DeskEssay, Findings

#: Seconds without a change after which an essay is checked.
_PAUSE = 0.6


class Checking:
    """Checks the essays that somebody asks for, one after the other."""

    def __init__(
        self,
        workspace: Workspace,
        found: Callable[[DeskEssay], None],
        reprinted: Callable[[DeskEssay], None],
    ) -> None:
        """Args:
        workspace: has the essays open.
        found: called when an essay was checked.
        reprinted: called when it prints something else than was said of it: only what
            changed had been read.
        """
        self._workspace = workspace
        self._found = found
        self._reprinted = reprinted
        self._process = CheckProcess()
        self._changed = Condition()
        self._waiting: set[DeskEssay] = set()
        self._ends = False

    def __enter__(self) -> None:
        Thread(target=self._work, name="checking", daemon=True).start()

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._ends = True
            self._changed.notify()
        self._process.close()

    def ask(self, essay: DeskEssay) -> None:
        """Ask for a check of an essay; it begins when nobody has asked for a moment."""
        with self._changed:
            self._waiting.add(essay)
            self._changed.notify()

    def _work(self) -> None:
        while (essay := self._next()) is not None:
            try:
                is_done = self.check(essay)
            except LoccitError:
                continue  # whoever opens the essay is told why it can't be read
            if is_done:
                self._found(essay)

    def _next(self) -> DeskEssay | None:
        """Wait for an essay, and for a pause; None at the end."""
        with self._changed:
            while not self._waiting and not self._ends:
                self._changed.wait()
            while self._changed.wait(_PAUSE) and not self._ends:
                pass  # somebody is still typing
            return None if self._ends else self._waiting.pop()

    def check(self, essay: DeskEssay) -> bool:
        """Check the newest version of an essay; return whether it still is when it is
        done.

        Raises:
            LoccitError: it can't be read.
        """
        version = essay.version
        checked = self._process.check(
            self._workspace, essay.path, lambda: self._ends or essay.version != version
        )
        if checked is None:
            return False
        essay.findings = Findings(version, tuple(checked.findings))
        if essay.version == version and essay.opened.settle(checked.cites):
            self._reprinted(essay)
        return True
