"""Have files checked by the other process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import IO, TYPE_CHECKING

from loccit.drafting.checking.messages import Answer, Checked, Request, received, send
from loccit.drafting.opened.buffer import Buffer
from loccit.drafting.opened.workspace import Workspace
from loccit.errors import LoccitError

if TYPE_CHECKING:
    pass

#: The folder that a program starts in is not searched for modules: `random.py` beside
#: an essay would be run.
_PROGRAM = (
    "import sys; del sys.path[0]; "
    "from loccit.drafting.checking.__main__ import main; main()"
)
#: Seconds between two looks at whether somebody still waits for an answer.
_PATIENCE = 0.05


class CheckProcess:
    """A process that checks files as they are open here.

    It is started with the first check, and ends with this one, however that ends.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: SimpleQueue[Answer | None] = SimpleQueue()
        self._known: dict[Path, Buffer] = {}
        self._last = 0

    def check(
        self, workspace: Workspace, path: Path, is_cancelled: Callable[[], bool]
    ) -> Checked | None:
        """Check an essay, or a file of sources.

        Args:
            workspace: has it open, or knows its folder.
            path: the file.
            is_cancelled: whether nobody waits any more.

        Returns:
            what it finds; None if the check was cancelled.

        Raises:
            LoccitError: the file can't be read, or the process has ended.
        """
        with self._lock:
            try:
                self._ask(workspace, path)
            except OSError as error:
                raise self._ended() from error
            return self._answer(is_cancelled)

    def close(self) -> None:
        """End the process."""
        if self._process:
            self._process.kill()
            self._process.wait()

    def _ask(self, workspace: Workspace, path: Path) -> None:
        stream = self._input()
        now = workspace.buffers
        changed: dict[Path, Buffer | None] = dict.fromkeys(self._known.keys() - now)
        changed |= {
            each: buffer
            for each, buffer in now.items()
            if self._known.get(each) is not buffer
        }
        self._known = now
        self._last += 1
        folders, settings = workspace.folders, workspace.settings
        chosen = workspace.chosen
        send(Request(self._last, folders, settings, chosen, changed, path), stream)

    def _answer(self, is_cancelled: Callable[[], bool]) -> Checked | None:
        while not is_cancelled():
            with suppress(Empty):
                answer = self._answers.get(timeout=_PATIENCE)
                if answer is None:
                    raise self._ended()
                if answer.number == self._last:
                    if answer.error:
                        raise answer.error
                    return answer.checked
        return None

    def _ended(self) -> LoccitError:
        """Return the error that the process has ended; the next check starts another."""
        self._process = None
        return LoccitError("The check was ended by another program.")

    def _input(self) -> IO[bytes]:
        """Return the input of the process, started if it is not there."""
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-c", _PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
            self._known = {}
            self._answers = SimpleQueue()
            arguments = self._process.stdout, self._answers
            Thread(target=_gather, args=arguments, daemon=True).start()
        assert self._process.stdin
        return self._process.stdin


def _gather(stream: IO[bytes], answers: SimpleQueue[Answer | None]) -> None:
    """Gather the answers of a process; None is its end."""
    for answer in received(stream):
        answers.put(answer)
    answers.put(None)
