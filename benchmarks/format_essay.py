"""How long a whole run takes: `loccit format` beside pandoc, refkit and typst, on one
essay.

    .venv/bin/python -m benchmarks.format_essay [--runs 15]

An essay of five citations is formatted in APA, each program in a process of its own, in
turns; what is printed is the processor time of the quickest run, and loccit's share of
it.  refkit and typst are given what they read, as in `benchmarks.thesis`.  A Python that
does nothing is beside them, and so are loccit's shortest calls.  Then loccit and pandoc
format the essay against larger libraries.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.measure import Command, Run, least
from benchmarks.thesis import loccit_command, peers

ROOT = Path(__file__).resolve().parent.parent
ESSAY = """\
Solidarity is work [@alexander2010, pp. 46-47]. @jimenez2014 says so.

Others agree [see @crenshaw1991, p. 1299; also @pettit2004]. So does @davis2003 [chap. 6].
"""
#: the sources of the project's own bibliography
OWN = (ROOT / "bibliography" / "sources.bib").read_text("utf-8").count("\n@")
ENTRY = """\
@article{{filler{number},
  author = {{Author{number}, Ada and Writer, Bo}},
  title = {{A Study of the Number {number}}},
  journaltitle = {{Journal of Studies}},
  date = {{{year}}},
  volume = {{{volume}}},
  pages = {{{number}--{end}}},
}}
"""


def library(folder: Path, entries: int) -> Path:
    """The project's own bibliography, filled up to `entries` more."""
    path = folder / f"{entries}.bib"
    filler = (
        ENTRY.format(
            number=number, year=1900 + number % 120, volume=number % 90, end=number + 9
        )
        for number in range(entries)
    )
    path.write_text(
        (ROOT / "bibliography" / "sources.bib").read_text("utf-8")
        + "\n"
        + "\n".join(filler),
        "utf-8",
    )
    return path


def completion(words: Sequence[str]) -> Command:
    """The command that bash runs when the tab key is pressed after these words."""
    variables = f"_LOCCIT_COMPLETE=bash_complete COMP_CWORD={len(words) - 1}"
    line = f'{variables} COMP_WORDS="{" ".join(words)}" "{sys.executable}" -m loccit'
    return ["sh", "-c", f"exec env {line}"]


def show(found: Mapping[str, Run]) -> None:
    """Print what programs took, and loccit's share of it."""
    ours = found["loccit"].processor
    print(f"{'':<16} {'time':>8} {'loccit/it':>10} {'memory':>8}")
    for name, run in found.items():
        print(
            f"{name:<16} {run.processor * 1000:>5.0f} ms"
            f" {ours / run.processor:>9.2f}x {run.megabytes:>5.0f} MB"
        )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        essay = folder / "essay.md"
        essay.write_text(ESSAY, "utf-8")
        bib = library(folder, 0)
        commands: dict[str, Command] = {
            "loccit": loccit_command(essay, bib),
            **peers(folder, essay, bib),
            "python": [sys.executable, "-c", "pass"],
            "--version": [sys.executable, "-m", "loccit", "--version"],
            "--help": [sys.executable, "-m", "loccit", "--help"],
            "completion": completion(["loccit", "format", "--sty"]),
        }
        show(least(commands, runs))
        for entries in (1_000, 10_000):
            bib = library(folder, entries)
            loccit, pandoc = loccit_command(essay, bib), peers(folder, essay, bib)
            print(f"\n{entries + OWN:,} sources")
            show(least({"loccit": loccit, "pandoc": pandoc["pandoc"]}, runs))


if __name__ == "__main__":
    main()
