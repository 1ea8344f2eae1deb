"""Make the index of a very large library in a process of its own.

The process outlives the command that starts it, so that nobody waits for the index who
does not need it.  One at a time makes the index of a library: the others find it made.
A process that is killed leaves the library without an index, and says nothing later.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from loccit.bibliography.search.kept_index import KeptIndex
from loccit.text_files.cache import keep

_MODULE = "loccit.bibliography.search.build"


class Building:
    """The process that makes the index of a library."""

    def __init__(self, kept: KeptIndex, paths: Sequence[Path]) -> None:
        """Take the index, and the files and folders of its library."""
        self._kept = kept
        self._paths = paths
        #: What the cache has until the index is made.
        self._begun = kept.file.with_suffix(".begun")

    def begin(self, digests: Sequence[str]) -> bool:
        """Have the index made, unless it is being made; return whether it will be.

        It will not be if a process has failed before to make it of the same files, or
        if the cache can't be written to: then only who waits gets an answer.

        Args:
            digests: of the library's files.
        """
        if self._is_going_on():
            return True
        content = json.dumps(digests).encode()
        if self._content() == content:
            return False
        keep(self._begun, content)
        return self._content() == content and self._start() is not None

    def wait(self) -> None:
        """Have the index made, and wait until it is, or can't be."""
        if process := self._start():
            process.wait()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Do not make an index while another process makes the same.

        Raises:
            OSError: the cache can't be written to.
        """
        from filelock import FileLock  # for very large libraries only

        self._kept.file.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(self._lock()):
            yield
            if self._kept.is_current():
                with suppress(OSError):
                    self._begun.unlink(missing_ok=True)

    def _is_going_on(self) -> bool:
        from filelock import FileLock, Timeout

        try:
            with FileLock(self._lock(), timeout=0):
                return False
        except Timeout:
            return True
        except OSError:
            return False

    def _lock(self) -> str:
        return str(self._kept.file.with_suffix(".lock"))

    def _content(self) -> bytes:
        try:
            return self._begun.read_bytes()
        except OSError:
            return b""

    def _start(self) -> subprocess.Popen[bytes] | None:
        """Start the process; its folder is the cache, so that it holds no other one."""
        paths = [str(path.absolute()) for path in self._paths]
        if not sys.executable or getattr(sys, "frozen", False):
            return None
        try:
            return subprocess.Popen(
                [sys.executable, "-m", _MODULE, *paths],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=self._kept.file.parent,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            return None
