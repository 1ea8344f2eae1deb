"""A scheduler of Dask and its workers, in processes of their own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

_QUIET = "--no-dashboard"


class LocalCluster:
    """A scheduler and workers on this computer."""

    def __init__(self, folder: Path) -> None:
        """Start a scheduler, which keeps what it needs in a folder."""
        self.folder = folder
        self.processes: list[subprocess.Popen[bytes]] = []
        file = folder / "scheduler.json"
        options = ["--host", "127.0.0.1", "--port", "0", _QUIET]
        self._start("dask_scheduler", *options, "--scheduler-file", str(file))
        self.address = _address(file)

    def add_worker(self) -> subprocess.Popen[bytes]:
        """Start one more worker, without a nanny that would start it again."""
        own = self.folder / f"worker-{len(self.processes)}"
        options = ["--nthreads", "1", "--no-nanny", _QUIET]
        return self._start(
            "dask_worker", self.address, *options, "--local-directory", str(own)
        )

    def wait_for_workers(self, count: int) -> None:
        """Wait until so many workers have come."""
        from distributed import Client

        with Client(self.address, set_as_default=False) as client:
            client.wait_for_workers(count, timeout=60)

    def end(self) -> None:
        """End all processes."""
        for process in self.processes:
            process.kill()
            process.wait()

    def _start(self, module: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.{module}", *options]
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.processes.append(process)
        return process


def _address(file: Path) -> str:
    """The address that a scheduler writes to its file once it has started."""
    for _ in range(1_200):
        if file.exists() and file.read_text():
            return str(json.loads(file.read_text())["address"])
        time.sleep(0.05)
    raise AssertionError("The scheduler did not start.")
