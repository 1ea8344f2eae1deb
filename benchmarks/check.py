"""How good `loccit check` is on essays: what it finds of planted faults, what it says of
real ones, whether its fixes hold, and how long it takes.

    .venv/bin/python -m benchmarks.check --planted [--select C,L01]
    .venv/bin/python -m benchmarks.check --clean
    .venv/bin/python -m benchmarks.check --sample 300 [--seed 1] FOLDER...
    .venv/bin/python -m benchmarks.check --fixes FOLDER...
    .venv/bin/python -m benchmarks.check --speed

`--planted` damages essays without a mistake, in twenty places for each rule, each in an
essay of its own, and counts the places where the rule reports it.  `--clean` counts what
is reported of these essays as they are: nothing should be.  `--sample` prints findings on
the essays of some folders at random, with the words around them, for somebody to read.
`--fixes` makes the safe fixes of these essays: what is left of the mistakes that have
such a fix, and what a second run changes, should be nothing.  `--speed` checks a thesis
of 400 pages, with keys and typed by hand, and forty essays of 3,000 words.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import count, islice
from pathlib import Path

from benchmarks.clean_essays import SENTENCES, clean_essay
from benchmarks.essays import write_thesis
from benchmarks.measure import measured
from benchmarks.planted_faults import Plant, plants
from loccit.bibliography import Library, open_library
from loccit.editing.check import EssayCheck, check_essay, fix_essay
from loccit.errors import LoccitError
from loccit.essays import Essay, open_essay, read_essay
from loccit.essays.formats import by_extension
from loccit.formatting.format_essay import format_essay
from loccit.lint import Finding
from loccit.lint.prose import prose_rules

CHECK: list[str | Path] = [sys.executable, "-m", "loccit", "check", "--exit-zero"]
PLACES = 20
#: So far from its place a fault may be reported: at the other end of its entry.
NEAR = 250
CLEAN = 60
#: Citations and sources of a thesis of 400 pages, and of one that is full of them.
THESES = ((1000, 400), (2000, 800))
#: The words of 400 pages, and what fills them.
WORDS = 110_000
FILLER = " ".join(each for each in SENTENCES if "{" not in each and "@" not in each)
NOTHING = open_library([])


def check(essay: Essay, library: Library = NOTHING) -> EssayCheck:
    """Check an essay without a library beside it."""
    return check_essay(essay, library)


def own(checked: EssayCheck) -> list[Finding]:
    """Return the findings of rules on essays."""
    codes = {rule.code for rule in prose_rules()}
    return [each for each in checked.findings if each.problem.rule in codes]


@cache
def clean(seed: int) -> str:
    """Return an essay without a mistake."""
    return clean_essay(seed)


# Planted faults


def planted(select: Sequence[str]) -> None:
    """Print how many planted faults each rule finds."""
    total = found_in_all = 0
    for code, plant in plants().items():
        if select and not code.startswith(tuple(select)):
            continue
        places = [*islice(damaged(plant), PLACES)]
        found = [is_found(code, text, place) for text, place in places]
        total += len(found)
        found_in_all += sum(found)
        print(f"{code}  {sum(found):3} of {len(found)}", flush=True)
    print(f"all  {found_in_all} of {total}: {100 * found_in_all / max(1, total):.1f} %")


def damaged(plant: Plant) -> Iterator[tuple[str, int]]:
    """Yield essays with one fault each, from essays of their own."""
    rng = random.Random(1)
    for seed in range(CLEAN * 4):
        options = [*islice(plant(clean(seed)), 30)]
        if options:
            yield rng.choice(options)


def is_found(code: str, text: str, place: int) -> bool:
    """Whether a check reports the fault at that place, or near it."""
    essay = read_essay(text.encode(), "planted.md")
    rules = [rule for rule in prose_rules() if rule.code == code]
    spans = [
        finding.span
        for finding in check_essay(essay, NOTHING, None, rules).findings
        if finding.problem.rule == code and finding.span is not None
    ]
    return any(span.start - NEAR <= place <= span.end + NEAR for span in spans)


def of_clean_essays() -> None:
    """Print what is reported of essays without a mistake."""
    found: Counter[str] = Counter()
    for seed in range(CLEAN):
        checked = check(read_essay(clean(seed).encode(), f"clean-{seed}.md"))
        for finding in own(checked):
            found[finding.problem.rule] += 1
            print(finding.problem, f"[{finding.problem.rule}]")
    print(f"{CLEAN} essays without a mistake: {found.total()} findings {dict(found)}")


# Real essays


def essays_in(folders: Iterable[Path]) -> Iterator[Essay]:
    """Yield the essays of folders that can be read."""
    for folder in folders:
        files = [folder] if folder.is_file() else sorted(folder.rglob("*"))
        for path in files:
            if path.is_file() and by_extension(path.suffix):
                try:
                    yield open_essay(path)
                except LoccitError as error:
                    print(error, file=sys.stderr)


def sample(folders: Sequence[Path], size: int, seed: int) -> None:
    """Print findings at random, each with the words around it."""
    found = [
        (essay, finding)
        for essay in essays_in(folders)
        for finding in own(check(essay))
    ]
    chosen = random.Random(seed).sample(found, min(size, len(found)))
    for number, (essay, finding) in enumerate(chosen, 1):
        problem = finding.problem
        print(f"{number}. [{problem.rule}] {problem}\n   {around(essay, finding)}")
    print(f"{len(chosen)} of {len(found)} findings")


def around(essay: Essay, finding: Finding) -> str:
    """Return the words around a finding, which `>>>` and `<<<` mark."""
    if finding.span is None:
        return ""
    text = essay.document.parts[finding.part]
    start, end = finding.span.start, finding.span.end
    before, after = text[max(0, start - 100) : start], text[end : end + 100]
    return f"{before}>>>{text[start:end]}<<<{after}".replace("\n", " ")


def fixes(folders: Sequence[Path]) -> None:
    """Print what the safe fixes leave, and what a second run of them changes."""
    fixed, left, changed = 0, Counter[str](), 0
    for essay in essays_in(folders):
        first = fix_essay(essay, check)
        again = fix_essay(read_essay(first.data, essay.path, essay.format), check)
        fixed += len(first.fixed)
        changed += again.data != first.data
        for finding in first.left.findings:
            fix = finding.problem.fix
            if fix and fix.safety == "safe" and fix.path == essay.path:
                left[finding.problem.rule] += 1
                print(finding.problem, f"[{finding.problem.rule}]")
    print(f"{fixed} fixed; left {left.total()} {dict(left)}; changed again {changed}")


# Speed


def speed() -> None:
    """Print how long theses and forty essays take."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for citations, sources in THESES:
            of_thesis(folder, citations, sources)
        forty = folder / "forty"
        forty.mkdir()
        for number in range(40):
            (forty / f"{number}.md").write_text(long_essay(number), "utf-8")
        run = measured([*CHECK, forty])
        print(f"forty essays: {run.seconds:.2f} s, {run.megabytes:.0f} MB")


def of_thesis(folder: Path, citations: int, sources: int) -> None:
    """Print how long a thesis of 400 pages takes, with keys and typed by hand."""
    keyed, library = write_thesis(folder, citations, sources)
    text = keyed.read_text("utf-8")
    missing = max(0, WORDS - len(text.split())) // len(FILLER.split())
    keyed.write_text(text + f"\n{FILLER}\n" * missing, "utf-8")
    typed = folder / "typed.md"
    formatted = format_essay(open_essay(keyed), open_library([library]))
    typed.write_text(formatted.text, "utf-8")
    with_library: list[str | Path] = ["--bibliography", library]
    for path, options in [(keyed, with_library), (typed, [])]:
        run = measured([*CHECK, path, *options])
        words = len(path.read_text("utf-8").split())
        print(
            f"{path.stem}, {citations} citations of {sources} sources: {words} words, "
            f"{run.seconds:.2f} s, {run.megabytes:.0f} MB"
        )


def long_essay(number: int, words: int = 3000) -> str:
    """Return an essay of so many words, typed by hand."""
    text, heading, entries = clean(number).partition("## References")
    paragraphs = text.split("\n\n")
    body: list[str] = []
    for index in count():
        body.append(paragraphs[index % len(paragraphs)])
        if sum(len(each.split()) for each in body) > words:
            return "\n\n".join([*body, heading + entries])
    raise AssertionError


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--planted", action="store_true")
    parser.add_argument("--select", default="")
    parser.add_argument("--clean", action="store_true")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fixes", action="store_true")
    parser.add_argument("--speed", action="store_true")
    given = parser.parse_args()
    if given.planted:
        planted([each for each in given.select.split(",") if each])
    if given.clean:
        of_clean_essays()
    if given.sample:
        sample(given.folders, given.sample, given.seed)
    if given.fixes:
        fixes(given.folders)
    if given.speed:
        speed()


if __name__ == "__main__":
    main()
