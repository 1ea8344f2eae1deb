"""What one run of `loccit format` on a short essay is spent on.

    .venv/bin/python -m benchmarks.start_up [--runs 20] [--counts]

The essay has five citations, the library is the project's own, and the cache holds what
an earlier run left there.  Times are processor milliseconds, the least of several runs.

`--counts` prints what no other work on the machine can change: the modules that are
imported, and the instructions under valgrind's callgrind.  The tests hold these to
recorded figures (tests/test_start_up.py).
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from benchmarks.format_essay import ESSAY, ROOT
from benchmarks.measure import Command, least

#: Fixed work for Python itself.  Counts are given as multiples of it, so that they hold
#: for every build of one version of Python.
YARDSTICK = """
import argparse, email.message, json, unittest, xml.dom.minidom
words = {str(number): [number] * 3 for number in range(20_000)}
json.loads(json.dumps(words))
sorted(words, key=lambda word: word[::-1])
"""
_COLLECTED = re.compile(r"Collected : (\d+)")
_IMPORTED = re.compile(r"^import time:\s+(\d+) \|\s+\d+ \|\s*(\S+)$", re.MULTILINE)


@dataclass(frozen=True)
class Counts:
    """What a run takes, whatever the machine.

    Attributes:
        modules: how many modules are imported.
        instructions: the processor's instructions, as a multiple of the yardstick's.
    """

    modules: int
    instructions: float


class FiveCites:
    """A folder with the essay, its library and a cache, and the command that formats it."""

    def __init__(self, folder: Path) -> None:
        essay, library = folder / "essay.md", folder / "sources.bib"
        essay.write_text(ESSAY, "utf-8")
        shutil.copy(ROOT / "bibliography" / "sources.bib", library)
        self.folder = folder
        self.arguments = ("format", str(essay), "--bibliography", str(library))
        self.loccit = ("-m", "loccit", *self.arguments)
        self.environment = {
            **os.environ,
            "PYTHONHASHSEED": "0",  # the same order of every set in every run
            "XDG_CACHE_HOME": str(folder / "cache"),
        }
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for _ in range(2):  # modules are compiled, and the cache is filled
            self.run([sys.executable, *self.loccit])

    def run(self, command: Command) -> str:
        """Run a command in this environment, and return what it wrote to standard
        error.
        """
        done = subprocess.run(
            command,
            env=self.environment,
            cwd=self.folder,
            capture_output=True,
            check=True,
            text=True,
        )
        return done.stderr

    def imports(self, runs: int = 1) -> dict[str, int]:
        """The modules that a run imports after Python's own start, with the
        microseconds each took itself: the least of several runs.
        """
        of_python = self._imports("-c", "pass")
        least: dict[str, int] = {}
        for _ in range(runs):
            for module, microseconds in self._imports(*self.loccit).items():
                known = least.get(module, microseconds)
                least[module] = min(known, microseconds)
        return {each: least[each] for each in least if each not in of_python}

    def _imports(self, *arguments: str) -> dict[str, int]:
        """The modules that Python imports with these arguments."""
        errors = self.run([sys.executable, "-X", "importtime", *arguments])
        found = _IMPORTED.findall(errors)
        return {module: int(microseconds) for microseconds, module in found}

    def instructions(self, *arguments: str) -> int:
        """The instructions of Python with these arguments, as callgrind counts them."""
        callgrind = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        collected = _COLLECTED.search(
            self.run([*callgrind, sys.executable, *arguments])
        )
        assert collected, "callgrind says how much it collected"
        return int(collected[1])

    def counts(self) -> Counts:
        """The modules and instructions of one run, without Python's own start."""
        start = self.instructions("-c", "pass")
        yardstick = self.instructions("-c", YARDSTICK) - start
        run = self.instructions(*self.loccit) - start
        return Counts(len(self.imports()), round(run / yardstick, 3))


def room_of(module: str) -> str:
    """The package of a module; of our own, up to two folders under `loccit`."""
    package, *inner = module.split(".")
    if package == "loccit":
        return ".".join([package, *inner[:-1][:2]])
    return f"Python's {package}" if package in sys.stdlib_module_names else package


#: Formats the essay in a process that has imported all modules, and prints the seconds
#: that each function took itself, built-in functions that it called included.
_PROFILE = """
import cProfile, importlib, os, sys
from contextlib import redirect_stderr, redirect_stdout, suppress
for module in sys.argv.pop(1).split(","):
    importlib.import_module(module)
from loccit.__main__ import main
profile = cProfile.Profile()
with open(os.devnull, "w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
    with suppress(SystemExit):
        profile.runcall(main)
for entry in profile.getstats():
    if not isinstance(entry.code, str):
        built_in = [call for call in entry.calls or () if isinstance(call.code, str)]
        own = entry.inlinetime + sum(call.inlinetime for call in built_in)
        print(own, entry.code.co_filename, file=sys.stderr)
"""


def shares(run: FiveCites, modules: Iterable[str]) -> dict[str, float]:
    """The share of each room in what a run does after its imports."""
    ours = ",".join(module for module in modules if module.startswith("loccit."))
    printed = run.run([sys.executable, "-c", _PROFILE, ours, *run.arguments])
    found: dict[str, float] = defaultdict(float)
    for line in printed.splitlines():
        seconds, _, path = line.partition(" ")
        found[room_of(_module_in(path))] += float(seconds)
    whole = sum(found.values())
    return {room: seconds / whole for room, seconds in found.items()}


def _module_in(path: str) -> str:
    """The module that a file holds, as it is imported."""
    if path.startswith("<"):  # built into Python, or made while it runs
        return path.strip("<>")
    inner = Path(path).with_suffix("").parts
    for folder in ("src", "site-packages", f"python3.{sys.version_info.minor}"):
        if folder in inner:
            return ".".join(inner[inner.index(folder) + 1 :])
    return inner[-1] if inner else ""


def break_down(run: FiveCites, runs: int) -> None:
    """Print where the time of one run goes."""
    programs: dict[str, Command] = {
        "interpreter": [sys.executable, "-c", "pass"],
        "loccit": [sys.executable, *run.loccit],
    }
    found = least(programs, runs, run.environment)
    interpreter = found["interpreter"].processor * 1000
    whole = found["loccit"].processor * 1000
    imports: dict[str, float] = defaultdict(float)
    modules = run.imports(runs)
    for module, microseconds in modules.items():
        imports[room_of(module)] += microseconds / 1000
    work = max(whole - interpreter - sum(imports.values()), 0)
    by_room = {room: share * work for room, share in shares(run, modules).items()}
    print(f"{'one run':<32} {whole:>6.1f} ms, {len(modules)} modules")
    print(f"{'interpreter':<32} {interpreter:>6.1f} ms")
    _print("imports", imports)
    _print("work", by_room)


def _print(what: str, rooms: Mapping[str, float]) -> None:
    """Print the milliseconds of rooms, the largest first, down to half of one."""
    print(f"{what:<32} {sum(rooms.values()):>6.1f} ms")
    named = {room: ms for room, ms in rooms.items() if ms >= 0.5}
    for room, ms in sorted(named.items(), key=itemgetter(1), reverse=True):
        print(f"  {room:<30} {ms:>6.1f} ms")
    rest = sum(rooms.values()) - sum(named.values())
    print(f"  {'the rest':<30} {rest:>6.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--counts", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        run = FiveCites(Path(name))
        if given.counts:
            counts = run.counts()
            print(f"{counts.modules} modules")
            print(f"{counts.instructions:.3f} times the yardstick's instructions")
        else:
            break_down(run, given.runs)


if __name__ == "__main__":
    main()
