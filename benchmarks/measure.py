"""Whole processes, measured from outside: wall time, time of the processor, and the
most memory they held.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Command = Sequence["str | Path"]


@dataclass(frozen=True)
class Run:
    """One run of a program, or the medians of several.

    `processor` is the seconds that it was at work, whatever else the machine did
    meanwhile.
    """

    seconds: float
    processor: float
    megabytes: float


def measured(
    command: Command,
    variables: Mapping[str, str] | None = None,
    finished: Collection[int] = (0,),
) -> Run:
    """One run, in this environment with `variables`.

    Args:
        command: the program and its arguments.
        variables: what the environment has besides.
        finished: the exit statuses that are no failure.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    # An installed package is compiled once; without this variable a clone is as well.
    environment = {
        name: value
        for name, value in os.environ.items()
        if name != "PYTHONDONTWRITEBYTECODE"
    }
    environment |= variables or {}
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=errors, env=environment
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        if process.returncode not in finished:
            raise subprocess.CalledProcessError(
                process.returncode, command, stderr=errors.read().decode()
            )
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def in_turns(
    programs: Mapping[str, Command],
    runs: int,
    variables: Mapping[str, str] | None = None,
) -> dict[str, list[Run]]:
    """Every program's runs; they take turns, so that whatever else the machine does
    falls on all of them.
    """
    for command in programs.values():
        measured(command, variables)  # files are warm, and compiled
    rounds = [
        {name: measured(command, variables) for name, command in programs.items()}
        for _ in range(runs)
    ]
    return {name: [one[name] for one in rounds] for name in programs}


def medians(programs: Mapping[str, Command], runs: int) -> dict[str, Run]:
    """Every program's medians of several runs in turns."""
    return {name: median(found) for name, found in in_turns(programs, runs).items()}


def least(
    programs: Mapping[str, Command],
    runs: int,
    variables: Mapping[str, str] | None = None,
) -> dict[str, Run]:
    """Every program's smallest figures of several runs in turns: what it costs where
    nothing else is in its way.
    """
    found = in_turns(programs, runs, variables)
    return {
        name: Run(
            min(run.seconds for run in each),
            min(run.processor for run in each),
            min(run.megabytes for run in each),
        )
        for name, each in found.items()
    }


def median(runs: Sequence[Run]) -> Run:
    """The medians of several runs."""
    return Run(
        statistics.median(run.seconds for run in runs),
        statistics.median(run.processor for run in runs),
        statistics.median(run.megabytes for run in runs),
    )
