"""Many essays: over the processors of this computer, and on a cluster of workers.

    python -m benchmarks.at_scale --local         # 200 essays of 3,000 words
    python -m benchmarks.at_scale --rates 2000    # short ones, by 1, 2 and 4 workers
    python -m benchmarks.at_scale --kill 20000    # and one of two workers killed halfway

The scheduler and the workers are processes of this computer.  Seconds of processors are
what count where it has fewer of them than workers, or does something else meanwhile.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from subprocess import DEVNULL, Popen
from typing import NamedTuple

import psutil

from benchmarks.essays import write_essays
from benchmarks.local_cluster import LocalCluster
from benchmarks.measure import Command, Run, measured

_LOCCIT = (sys.executable, "-m", "loccit")
#: Words, citations and sources of the library, of short essays and of long ones.
_SHORT = (150, 3, 500)
_LONG = (3_000, 40, 800)
#: What a run may exit with: `check` finds something.
_FINISHED = (0, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--local", action="store_true", help="one computer")
    parser.add_argument("--rates", type=int, default=0, metavar="ESSAYS")
    parser.add_argument("--kill", type=int, default=0, metavar="ESSAYS")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="loccit-") as name:
        if options.local:
            measure_processors(Path(name) / "local")
        if options.rates:
            measure_workers(Path(name) / "rates", options.rates)
        if options.kill:
            kill_a_worker(Path(name) / "kill", options.kill)


def measure_processors(folder: Path) -> None:
    """Print what one and two processors take for 200 essays of 3,000 words."""
    write_essays(folder, 200, *_LONG)
    essays = folder / "essays"
    out = folder / "out"
    commands: dict[str, Command] = {
        "format": ("format", essays, "-o", out),
        "check": ("check", essays, "--to", "jsonl", "-o", out / "found.jsonl"),
        "export": ("export", "--cited-in", essays, "-o", out / "cited.bib"),
    }
    out.mkdir()
    print("200 essays of 3,000 words: seconds, and those of processors")
    for name, command in commands.items():
        one, two = (
            _best(("taskset", "-c", processors, *_LOCCIT, *command))
            for processors in ("0", "0,1")
        )
        more = two.processor / one.processor
        print(
            f"  {name}: 1 processor {one.seconds:.1f} ({one.processor:.1f}), "
            f"2 processors {two.seconds:.1f} ({two.processor:.1f}): "
            f"{one.seconds / two.seconds:.2f} times as fast, {more:.2f} of the work"
        )


def _best(command: Command) -> Run:
    runs = [measured(command, finished=_FINISHED) for _ in range(2)]
    return min(runs, key=lambda run: run.seconds)


def measure_workers(folder: Path, count: int) -> None:
    """Print how many essays 1, 2 and 4 workers do in a second."""
    write_essays(folder, count, *_SHORT)
    print(f"{count} short essays on a cluster")
    for workers in (1, 2, 4):
        with _Workers(folder / f"cluster-{workers}", workers) as cluster:
            out = folder / f"out-{workers}"
            cluster.format(folder / "essays", folder / "warm")
            before = cluster.processor_seconds()
            started = time.perf_counter()
            cluster.format(folder / "essays", out)
            seconds = time.perf_counter() - started
            used = cluster.processor_seconds().less(before)
        print(
            f"  {workers} workers: {count / seconds:.0f} essays a second, "
            f"{count / used.workers:.0f} a second of a worker's processor; "
            f"scheduler {1000 * used.scheduler / count:.2f} ms an essay"
        )


class _Seconds(NamedTuple):
    """Seconds of processors."""

    scheduler: float
    workers: float

    def less(self, other: _Seconds) -> _Seconds:
        return _Seconds(self.scheduler - other.scheduler, self.workers - other.workers)


class _Workers:
    """A scheduler with some workers."""

    def __init__(self, folder: Path, count: int) -> None:
        folder.mkdir(parents=True)
        self._cluster = LocalCluster(folder)
        self.workers = [self._cluster.add_worker() for _ in range(count)]
        self._cluster.wait_for_workers(count)

    def __enter__(self) -> _Workers:
        return self

    def __exit__(self, *_: object) -> None:
        self._cluster.end()

    def start_format(self, essays: Path, out: Path) -> Popen[bytes]:
        command = ("format", essays, "-o", out, "--cluster", self._cluster.address)
        return Popen([*_LOCCIT, *command], stderr=DEVNULL)

    def format(self, essays: Path, out: Path) -> None:
        client = self.start_format(essays, out)
        if client.wait() != 0:
            raise SystemExit(f"The client ended with {client.returncode}.")

    def processor_seconds(self) -> _Seconds:
        scheduler, *workers = (
            sum(psutil.Process(process.pid).cpu_times()[:2])
            for process in self._cluster.processes
        )
        return _Seconds(scheduler, sum(workers))


def kill_a_worker(folder: Path, count: int) -> None:
    """Kill one of two workers halfway, and compare what is written with what one
    computer's processes write.
    """
    write_essays(folder, count, *_SHORT)
    essays, out, serial = (folder / name for name in ("essays", "out", "serial"))
    with _Workers(folder / "cluster", 2) as cluster:
        seconds = _timed(lambda: _format_and_kill(cluster, essays, out, count))
    print(f"{count} essays, one of two workers killed halfway: {seconds:.0f} seconds")
    serial.mkdir()
    run = measured((*_LOCCIT, "format", essays, "-o", serial))
    print(
        f"  the same without a cluster: {run.seconds:.0f} seconds, "
        f"{1000 * run.processor / count:.1f} ms of a processor for an essay"
    )
    _compare(out, serial, count)


def _format_and_kill(cluster: _Workers, essays: Path, out: Path, count: int) -> None:
    client = cluster.start_format(essays, out)
    while client.poll() is None and len(_written(out)) < count // 2:
        time.sleep(0.5)
    cluster.workers[0].kill()
    print(f"  killed a worker when {len(_written(out))} were written")
    if client.wait() != 0:
        raise SystemExit(f"The client ended with {client.returncode}.")


def _timed(action: Callable[[], None]) -> float:
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def _written(out: Path) -> Sequence[Path]:
    return [*out.iterdir()] if out.exists() else []


def _compare(out: Path, serial: Path, count: int) -> None:
    written = {path.name: path for path in _written(out) if path.is_file()}
    expected = {path.name: path for path in _written(serial)}
    equal = sum(
        name in written and written[name].read_bytes() == path.read_bytes()
        for name, path in expected.items()
    )
    print(
        f"  {len(written)} files, {equal} of {count} equal to those without a cluster"
    )
    if not len(written) == len(expected) == equal == count:
        raise SystemExit("Something is missing, twice there, or different.")


if __name__ == "__main__":
    main()
