"""Libraries of 1,000, 10,000 and 100,000 entries: converting them, formatting against
them, finding something in them.

    .venv/bin/python -m benchmarks.library [--peers PYTHON] [--runs 3] [--sizes 1000
    10000 100000] [--formats]

Every program is a process of its own, start-up included, and they run in turns; medians
are printed.  Ratios are of the time of the processor, for which it matters little what
else the machine does.  loccit and pandoc convert BibTeX to CSL-JSON; pybtex,
bibtexparser, refkit and citerra only parse it.  They are looked for in PYTHON, a Python
that has them installed (its default is this one); who is missing, or fails, is said and
left out.

loccit keeps what it has found out of a large library in the user's cache folder.
"Cold" is with an empty one, "again" with what the cold run left there; here the folder
is a temporary one (by `XDG_CACHE_HOME`, so on Linux).

A search in a pipe waits for the index of words, whose processes are measured with it.
On a terminal it answers at once: that and the first search of a changed library are
measured once each, at the end.

With `--formats` the libraries are measured in every format that loccit writes, in place
of BibTeX.
"""

from __future__ import annotations

import argparse
import os
import pty
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pypandoc

from benchmarks.measure import Command, Run, measured, median
from benchmarks.parser_floors import bare_parser
from loccit.bibliography.formats import Format, iterate

SIZES = (1_000, 10_000, 100_000)
#: The entries of a library that takes no time to read.
FEW = 5
#: pandoc holds some 90 KB of an entry: of the largest library nine gigabytes.
PANDOC_AT_MOST = 10_000
#: What pandoc calls the formats that it reads too.
PANDOC_READS = {"csl-json": "csljson", "ris": "ris", "endnote-xml": "endnotexml"}
#: What each parser is told to do with the file that its first argument names.
PARSERS = {
    "pybtex": "from pybtex.database import parse_file; parse_file(sys.argv[1], 'bibtex')",
    "bibtexparser": "import bibtexparser; bibtexparser.parse_file(sys.argv[1])",
    "refkit": "import refkit; refkit.Library.read(sys.argv[1])",
    "citerra": "import citerra; citerra.parse_file(sys.argv[1])",
}
#: Some formats make keys of their own.  Not asked for here: what this process holds, `wait4` counts to all it starts.
_FIVE_KEYS = """
import sys
from loccit.bibliography import open_library
keys = open_library(sys.argv[1]).keys()
print("; ".join(f"@{{{key}}}" for key in keys[:: len(keys) // 4][:5]), end="")
"""
LOCCIT = (sys.executable, "-m", "loccit")

_WORDS = """
aid archive border care city coalition community culture democracy economy education empire energy environment family
farming gender health history housing identity inequality justice labor language law literature memory migration
mobility movement music nation nature neighborhood organizing policy politics poverty power prison protest race reform
religion resistance rights school science solidarity state strike technology union violence welfare work youth
""".split()  # noqa: SIM905  # a list of as many lines as words is no easier to read
_SMALL = ("and", "for", "in", "of", "on", "the", "to")
_ACRONYMS = ("{AIDS}", "{NAACP}", "{UNESCO}", "{US}", "{New York}", "{Black Panthers}")
_FAMILIES = (
    "Adeyemi",
    "Chen",
    "Davis",
    r"Garc{\'i}a",
    "Garcia",
    "Kim",
    r"M{\"u}ller",
    "Novak",
    "O'Brien",
    "Park",
)
_GIVEN = (
    "Ada",
    "B. K.",
    "Carmen",
    "Diego",
    "E.",
    r"Fran{\c c}oise",
    "Grace",
    "Hanna",
    "I.",
    "Joy Ann",
)
_TYPES = (
    ("article", "journal"),
    ("article", "journal"),
    ("book", "series"),
    ("incollection", "booktitle"),
)


def write_library(folder: Path, entries: int) -> Path:
    """A .bib file of entries that are drawn by lot, always the same, some 800 bytes
    each.
    """
    draw = random.Random(entries)
    path = folder / f"{entries}.bib"
    with path.open("w", encoding="utf-8") as file:
        for number in range(entries):
            file.write(_entry(draw, number))
    return path


def _entry(draw: random.Random, number: int) -> str:
    kind, container = draw.choice(_TYPES)
    names = (
        f"{draw.choice(_FAMILIES)}, {draw.choice(_GIVEN)}"
        for _ in range(draw.randint(1, 4))
    )
    page = draw.randint(1, 900)
    fields = {
        "author": " and ".join(names),
        "title": f"{_headline(draw, 6)}: {draw.choice(_ACRONYMS)} {draw.choice(_SMALL)} {_headline(draw, 5)}",
        container: f"{_headline(draw, 3)}",
        "year": str(draw.randint(1900, 2025)),
        "volume": str(draw.randint(1, 90)),
        "pages": f"{page}--{page + draw.randint(1, 40)}",
        "publisher": f"{draw.choice(_WORDS).title()} Press",
        "doi": f"10.5555/{number}.{draw.randint(1, 10**6)}",
        "abstract": f"{' '.join(draw.choices(_WORDS + list(_SMALL), k=60)).capitalize()}.",
        "keywords": ", ".join(draw.sample(_WORDS, 4)),
    }
    lines = "".join(f"  {name:<9} = {{{value}}},\n" for name, value in fields.items())
    return f"@{kind}{{key{number},\n{lines}}}\n\n"


def _headline(draw: random.Random, words: int) -> str:
    return " ".join(
        draw.choice(_SMALL) if place % 3 == 1 else draw.choice(_WORDS).title()
        for place in range(words)
    )


def parsers(python: str) -> dict[str, Command]:
    """The parsers that are installed, but for the file that is parsed; of the others it
    is said that they are not.
    """
    found: dict[str, Command] = {}
    for name, code in PARSERS.items():
        if subprocess.run(
            [python, "-c", f"import {name}"], capture_output=True, check=False
        ).returncode:
            print(f"{name} is not there: {python} -m pip install {name}")
        else:
            found[name] = [python, "-c", f"import sys; {code}"]
    return found


def convert(libraries: Sequence[Path], peers: dict[str, Command], runs: int) -> None:
    """Whole libraries to CSL-JSON."""
    print(
        f"\n{'to CSL-JSON':<14}{'entries':>10} {'time':>9} {'processor':>10} {'it/loccit':>10} {'memory':>9}"
    )
    for path in libraries:
        made = path.with_suffix(".json")
        programs: dict[str, Command] = {
            "loccit": [*LOCCIT, "export", "-b", path, "--to", "csl-json", "-o", made],
            "pandoc": [
                pypandoc.get_pandoc_path(),
                "-f",
                "bibtex",
                "-t",
                "csljson",
                path,
                "-o",
                made,
            ],
            **{name: [*command, path] for name, command in peers.items()},
        }
        if size(path) > PANDOC_AT_MOST:
            del programs["pandoc"]
        found = turns(programs, runs)
        for name, run in found.items():
            ratio = f"{run.processor / found['loccit'].processor:.2f}x"
            print(
                f"{name:<14}{size(path):>10,} {run.seconds:>7.2f} s {run.processor:>8.2f} s {ratio:>10}"
                f" {run.megabytes:>6.0f} MB"
            )


def turns(programs: Mapping[str, Command], runs: int) -> dict[str, Run]:
    """The medians of every program but those that fail, of which it is said why."""
    found: dict[str, list[Run]] = {name: [] for name in programs}
    for _ in range(runs):
        for name in list(found):
            try:
                found[name].append(measured(programs[name]))
            except subprocess.CalledProcessError as error:
                print(f"{name} fails: {error.stderr.strip().splitlines()[-1]}")
                del found[name]
    return {name: median(each) for name, each in found.items()}


def look_up(libraries: Sequence[Path], essays: Path, runs: int) -> None:
    """What a writer waits for: an essay formatted, a search, the keys that complete
    what was typed.
    """
    columns = f"{'processor':>10} {'memory':>9}"
    print(
        f"\n{'command':<14}{'entries':>10} {'cold':>9} {columns} {'again':>9} {columns}"
    )
    for path in libraries:
        essay = essays / f"{path.stem}.md"
        last = size(path) - 1
        cited = "; ".join(f"@key{number}" for number in range(0, last, last // 4))
        essay.write_text(f"Solidarity is work [{cited}].\n", "utf-8")
        words = f"loccit show -b {path} key{last // 10}"
        completion = {
            "_LOCCIT_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split()) - 1),
        }
        commands: dict[str, tuple[Command, dict[str, str]]] = {
            "format": ([*LOCCIT, "format", essay, "-b", path], {}),
            "search": (
                [
                    *LOCCIT,
                    "search",
                    "-b",
                    path,
                    "solidarity",
                    "author:adeyemi",
                    "year:1990..2003",
                ],
                {},
            ),
            "completion": (LOCCIT, completion),
        }
        for name, (command, variables) in commands.items():
            cold, again = cold_and_again(command, variables, runs)
            measures = " ".join(map(shown, (cold, again)))
            print(f"{name:<14}{size(path):>10,} {measures}")


def first_searches(libraries: Sequence[Path]) -> None:
    """What the first search shows on a terminal and when the index of words is made,
    and the first search after another entry, which brings the index up to date.
    """
    columns = f"{'processor':>10} {'memory':>9}"
    print(
        f"\n{'first search':<14}{'entries':>10} {'answer':>9} {columns} {'indexed':>9}"
        f" {'changed':>9} {columns}"
    )
    for path in libraries:
        growing = path.with_name(f"growing-{path.name}")
        shutil.copyfile(path, growing)
        time.sleep(3)  # of a file just written loccit trusts no times
        words = ("solidarity", "author:adeyemi")
        command: Command = [*LOCCIT, "search", "-b", growing, *words]
        with tempfile.TemporaryDirectory() as cache:
            started = time.perf_counter()
            first = at_terminal(command, {"XDG_CACHE_HOME": cache})
            while list(Path(cache).rglob("*.begun")):
                time.sleep(0.05)
            indexed = time.perf_counter() - started
            with growing.open("a", encoding="utf-8") as file:
                file.write(
                    "@book{one, title = {Solidarity}, author = {Adeyemi, Ann}}\n"
                )
            time.sleep(3)
            changed = measured(command, {"XDG_CACHE_HOME": cache})
        print(
            f"{'':<14}{size(path):>10,} {shown(first)} {indexed:>7.2f} s {shown(changed)}"
        )
        growing.unlink()


def at_terminal(command: Command, variables: Mapping[str, str]) -> Run:
    """One run that writes to a terminal."""
    terminal, its_end = pty.openpty()
    started = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=its_end, stderr=its_end, env={**os.environ, **variables}
    )
    os.close(its_end)
    with suppress(OSError):  # at the end, on Linux
        while os.read(terminal, 1 << 16):
            pass
    os.close(terminal)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - started
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def shown(run: Run) -> str:
    """A run as cells of a table."""
    return f"{run.seconds:>7.2f} s {run.processor:>8.2f} s {run.megabytes:>6.0f} MB"


def formats(libraries: Sequence[Path], runs: int) -> None:
    """Libraries in every format: an essay of five citations, the whole as CSL-JSON, in
    time of the processor.

    The floor is what the bare parser of the format takes for the library, "read" what
    loccit takes for it, and the ratio that of the two: each without what the same takes
    for a library of five entries, so that start-up is in neither.
    """
    print(
        f"\n{'format':<12}{'entries':>8} {'size':>8} {'floor':>7} {'read':>7} {'ratio':>6}"
        f" {'essay':>8} {'memory':>9} {'again':>7} {'to JSON':>9} {'memory':>9} {'pandoc':>9} {'memory':>9}"
    )
    few = write_library(libraries[0].parent, FEW)
    for path in libraries:
        for format_ in iterate():
            if (
                ".bib" not in format_.EXTENSIONS
                and format_.EXTENSIONS
                and hasattr(format_, "write")
            ):
                small = _exported(few, format_)
                library = _exported(path, format_)
                time.sleep(3)  # of files just written loccit trusts no times
                _one_format(format_.NAME, library, small, runs)


def _exported(path: Path, format_: Format) -> Path:
    """Write a library in another format."""
    library = path.with_name(f"{path.stem}-{format_.NAME}{format_.EXTENSIONS[0]}")
    if not library.exists():
        measured([*LOCCIT, "export", "-b", path, "--to", format_.NAME, "-o", library])
    return library


def _one_format(name: str, library: Path, small: Path, runs: int) -> None:
    entries = size(library.with_stem(library.stem.partition("-")[0]))
    made = library.with_suffix(".made")
    cold, again = cold_and_again(_formatted(library), {}, runs)
    start, _ = cold_and_again(_formatted(small), {}, runs)
    parsed = turns(
        {"library": bare_parser(name, library), "small": bare_parser(name, small)}, runs
    )
    floor = parsed["library"].processor - parsed["small"].processor
    read = cold.processor - start.processor
    programs: dict[str, Command] = {
        "loccit": [*LOCCIT, "export", "-b", library, "--to", "csl-json", "-o", made]
    }
    if name in PANDOC_READS and entries <= PANDOC_AT_MOST:
        programs["pandoc"] = [
            pypandoc.get_pandoc_path(), "-f", PANDOC_READS[name], "-t", "csljson", library, "-o", made,
        ]  # fmt: skip
    whole = turns(programs, runs)
    measures = [
        f"{run.processor:>6.2f} s {run.megabytes:>6.0f} MB"
        for run in (cold, *whole.values())
    ]
    measures.insert(1, f"{again.processor:>5.2f} s")
    print(
        f"{name:<12}{entries:>8,} {library.stat().st_size / 1e6:>5.1f} MB"
        f" {floor:>5.2f} s {read:>5.2f} s {read / floor:>5.1f}x",
        *measures,
        flush=True,
    )


def _formatted(library: Path) -> Command:
    """Return the command that formats an essay with five citations of a library."""
    essay = library.with_suffix(".md")
    cited = subprocess.run(
        [sys.executable, "-c", _FIVE_KEYS, library],
        capture_output=True,
        check=True,
        text=True,
    )
    essay.write_text(f"Solidarity is work [{cited.stdout}].\n", "utf-8")
    return [*LOCCIT, "format", essay, "-b", library]


def cold_and_again(
    command: Command, variables: dict[str, str], runs: int
) -> tuple[Run, Run]:
    """Medians of a command with nothing in the cache, and with what it has left there
    itself.
    """
    cold: list[Run] = []
    again: list[Run] = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as cache:
            environment = {**variables, "XDG_CACHE_HOME": cache}
            cold.append(measured(command, environment))
            again.append(measured(command, environment))
    return median(cold), median(again)


def size(library: Path) -> int:
    """How many entries it was written with."""
    return int(library.stem)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__.splitlines()[0] if __doc__ else None
    )
    parser.add_argument("--peers", default=sys.executable, metavar="PYTHON")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--formats", action="store_true", help="other formats than BibTeX"
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        libraries = [write_library(folder, entries) for entries in given.sizes]
        for path in libraries:
            print(f"{size(path):>10,} entries: {path.stat().st_size / 1e6:.1f} MB")
        measured([*LOCCIT, "--version"])  # our modules are compiled
        time.sleep(3)  # of files just written loccit trusts no times
        if given.formats:
            formats(libraries, given.runs)
            return
        convert(libraries, parsers(given.peers), given.runs)
        look_up(libraries, folder, given.runs)
        first_searches(libraries)


if __name__ == "__main__":
    main()
