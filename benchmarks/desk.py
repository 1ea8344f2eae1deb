"""How quick the desk is on a thesis, in a real browser.

    .venv/bin/python -m benchmarks.desk [--keystrokes 200] [--edits 2000]

A thesis of 2,000 citations of 800 sources is opened at a desk, in Chromium. Measured are
the first paint of the page; the time until the thesis is there as it prints; each
keystroke in a citation, until what it prints now is on the screen; and what the page's
heap holds after these, and after many more edits. It needs node, Chromium, and the built page
(`python -m compiling.page`).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.essays import write_thesis
from tests.servers.desk.running_desk import running_desk

DRIVER = Path(__file__).with_name("desk_driver.mjs")
CITATIONS, SOURCES = 2_000, 800


class Measured(NamedTuple):
    """What the driver measured, in milliseconds and bytes.

    Attributes:
        paint: until the page painted anything.
        frame: until the desk was there, without an essay.
        whole: until the essay was there as it prints.
        times: each keystroke, until its citation was on the screen.
        before: the heap without garbage, before them.
        after: the same after them, after half of the edits, and after all.
    """

    paint: float
    frame: float
    whole: float
    times: list[float]
    before: int
    after: list[int]


def measure(keystrokes: int, edits: int) -> Measured:
    """Type in a thesis, and return what the driver measured."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _, library = write_thesis(folder, CITATIONS, SOURCES)
        (folder / "bibliography").mkdir()
        library.rename(folder / "bibliography" / library.name)
        with running_desk(folder) as desk:
            command = ["node", str(DRIVER), desk.address, str(keystrokes), str(edits)]
            run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(run.stderr)
    return Measured(**json.loads(run.stdout))


def rows(measured: Measured) -> Iterator[str]:
    """The table."""
    times = sorted(measured.times)
    yield f"first paint              {measured.paint:8.0f} ms"
    yield f"the desk is there        {measured.frame:8.0f} ms"
    yield f"the thesis is there      {measured.whole:8.0f} ms"
    yield f"keystroke, median        {times[len(times) // 2]:8.0f} ms"
    yield f"keystroke, p95           {times[len(times) * 95 // 100]:8.0f} ms"
    yield f"keystroke, longest       {times[-1]:8.0f} ms"
    yield f"heap before              {measured.before / 2**20:8.1f} MB"
    for when, size in zip(
        ("the keys", "half", "all edits"), measured.after, strict=True
    ):
        yield f"heap after {when:<14}{size / 2**20:8.1f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keystrokes", type=int, default=200)
    parser.add_argument("--edits", type=int, default=2000)
    given = parser.parse_args()
    print(*rows(measure(given.keystrokes, given.edits)), sep="\n")


if __name__ == "__main__":
    main()
