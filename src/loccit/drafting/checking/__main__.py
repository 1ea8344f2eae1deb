"""The process that checks.  It ends when the process that has started it does."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from queue import SimpleQueue
from threading import Thread

from loccit.drafting.checking.messages import Answer, Checked, Request, received, send
from loccit.drafting.opened.workspace import Workspace
from loccit.drafting.problems.of_essay import all_findings
from loccit.drafting.problems.of_library import library_findings
from loccit.errors import LoccitError


class _Checks:
    """Does one check after the other; a newer request ends a check."""

    def __init__(self) -> None:
        self._requests: SimpleQueue[Request] = SimpleQueue()
        self._workspace = Workspace()

    def take_requests(self) -> None:
        """Take requests as they come; end the process when no more will."""
        for request in received(sys.stdin.buffer):
            self._requests.put(request)
        os._exit(0)

    def answer(self) -> None:
        """Answer the requests."""
        output = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
        # What is printed by mistake would be read as an answer.
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        while True:
            send(self._answer(self._requests.get()), output)

    def _answer(self, request: Request) -> Answer:
        try:
            return Answer(request.number, self._checked(request))
        except LoccitError as error:
            return Answer(request.number, None, error)
        except Exception as error:  # an essay must not end the checks of all others
            traceback.print_exc()
            return Answer(
                request.number, None, LoccitError(f"The check failed: {error}")
            )

    def _checked(self, request: Request) -> Checked | None:
        workspace = self._open(request)
        if not workspace.is_essay(request.path):
            found = library_findings(workspace, request.path, self._is_stale)
            return None if found is None else Checked(found)
        essay = workspace.essay(request.path)
        found = all_findings(essay, self._is_stale)
        return None if found is None else Checked(found, essay.reading.cites)

    def _is_stale(self) -> bool:
        return not self._requests.empty()

    def _open(self, request: Request) -> Workspace:
        """Open what is open in the other process."""
        workspace = self._workspace
        workspace.folders, workspace.settings = [*request.folders], request.settings
        for path, settings in request.chosen.items():
            workspace.choose(path, settings)
        for path, buffer in request.buffers.items():
            if buffer:
                workspace.open(path, *buffer)
            else:
                workspace.close(path)
        return workspace


def main() -> None:
    """Answer until the other process has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the other one
    checks = _Checks()
    Thread(target=checks.take_requests, daemon=True).start()
    try:
        checks.answer()
    except OSError:  # the other process has ended
        os._exit(0)


if __name__ == "__main__":
    main()
