"""How long a whole run takes: `loccit format` beside `pandoc --citeproc`, on one essay,
in one run.

    .venv/bin/python -m benchmarks.format_essay [--runs 5]

An essay of five citations is formatted against libraries of three sizes, each program
in a process of its own, in turns; what is printed is the median wall time and loccit's
share of pandoc's.  Both use the same `apa.csl`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import pypandoc

from benchmarks.measure import Command, medians
from loccit.csl.locales.installed import style_path

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


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    style = style_path("apa")
    assert style is not None, "the styles package has APA"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        essay = folder / "essay.md"
        essay.write_text(ESSAY, "utf-8")
        print(f"{'sources':>8} {'loccit':>10} {'pandoc':>10} {'loccit/pandoc':>14}")
        for entries in (0, 1_000, 10_000):
            bib = library(folder, entries)
            loccit: Command = [
                sys.executable,
                "-m",
                "loccit",
                "format",
                essay,
                "--bibliography",
                bib,
            ]
            pandoc: Command = [
                *(pypandoc.get_pandoc_path(), "--citeproc", "--csl", style),
                *("--bibliography", bib, "-t", "markdown", essay),
            ]
            found = medians({"loccit": loccit, "pandoc": pandoc}, runs)
            ours, theirs = found["loccit"].seconds, found["pandoc"].seconds
            print(
                f"{entries + OWN:>8} {ours * 1000:>7.0f} ms {theirs * 1000:>7.0f} ms {ours / theirs:>13.2f}x"
            )


if __name__ == "__main__":
    main()
