"""How long essays take that cite by hand, and what others pay for that.

    .venv/bin/python -m benchmarks.typed_speed [--runs 5] [--only thesis]

A thesis of 2,000 typed citations and 800 entries, in Markdown and in plain text; an
essay of 20 citations and 15 entries; and one without any.  Each goes through `loccit
adopt --to json`, `loccit format`, and `loccit format --no-typed-citations`, without a
library, with one of 800 sources and with one of 10,000.  Every run is a process of its
own, and they run in turns; the medians are printed.  The time of the processor matters
little to what else the machine does.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import Command, measured, median
from benchmarks.typed_essays import write_library, write_prose, write_typed

ADOPT = ["adopt", "--to", "json"]
FORMAT = ["format"]
PLAIN = ["format", "--no-typed-citations"]
LIBRARIES = (0, 800, 10_000)
#: `adopt` exits with 1 if something stays that somebody has to look at.
FINISHED = (0, 1)


class Case(NamedTuple):
    """An essay with a library."""

    essay: Path
    sources: int
    library: Path

    def command(self, words: list[str]) -> Command:
        """The command that runs loccit on it."""
        options: list[str | Path] = ["--bibliography", self.library]
        return [sys.executable, "-m", "loccit", *words, self.essay, *options]


def cases(folder: Path, only: str) -> Iterator[Case]:
    """Write the essays and libraries."""
    essays = [
        write_typed(folder, "thesis.md", 2_000, 800),
        write_typed(folder, "thesis.txt", 2_000, 800),
        write_typed(folder, "ordinary.md", 20, 15),
        write_prose(folder, "uncited.md", 5_000),
    ]
    libraries = {count: write_library(folder, count) for count in LIBRARIES}
    for essay in essays:
        if only in essay.name:
            for count, library in libraries.items():
                yield Case(essay, count, library)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="", help="a part of the essay's name")
    given = parser.parse_args()
    commands = {"adopt": ADOPT, "format": FORMAT, "not typed": PLAIN}
    print(f"{'essay':<12} {'sources':>7}  {'':<9} {'time':>8} {'processor':>9} memory")
    with tempfile.TemporaryDirectory() as name:
        for case in cases(Path(name), given.only):
            programs = {each: case.command(words) for each, words in commands.items()}
            rounds = [
                {
                    each: measured(command, finished=FINISHED)
                    for each, command in programs.items()
                }
                for _ in range(given.runs + 1)
            ][1:]  # files are warm, and compiled
            for each in programs:
                run = median([one[each] for one in rounds])
                print(
                    f"{case.essay.name:<12} {case.sources:>7,}  {each:<9} {run.seconds:>6.2f} s"
                    f" {run.processor:>7.2f} s {run.megabytes:>3.0f} MB",
                    flush=True,
                )


if __name__ == "__main__":
    main()
