"""How well quotations are found in PDFs, and how long it takes.

    .venv/bin/python -m benchmarks.quotations FILE.pdf... [--seed 1]

Another program, pdftotext, reads each PDF, too; runs of words of its text are looked up in
what loccit reads: as they are, with what a writer may change (an ellipsis, words in
brackets, another first letter), with a mistake (a word lost, added or replaced, two
swapped), and in an order that nobody wrote.  Runs with numbers, signs or code are left
out, and so are those that pdftotext reads in another order, as lines of tables.

The last line is about all pages as one book, up to 600.
"""

from __future__ import annotations

import argparse
import random
import re
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from loccit.lint.quoted.look_up import Found, QuotedFile
from loccit.lint.quoted.readers import pdf
from loccit.lint.quoted.source_pages import SourcePages

A_FILE = 60
LENGTHS = (6, 8, 12, 20, 35, 60)
BOOK = 600
WORD = re.compile(r"[(“‘]?[A-Za-zÀ-ÿ’-]+[.,;:?!)”’]*")
STRANGE = ("political", "seldom", "harvest", "nevertheless", "blue")

Change = Callable[[list[str], int], None]


def lose(words: list[str], at: int) -> None:
    del words[at]


def add(words: list[str], at: int) -> None:
    words.insert(at, random.choice(STRANGE))


def replace(words: list[str], at: int) -> None:
    words[at] = random.choice(STRANGE)


def swap(words: list[str], at: int) -> None:
    words[at], words[at + 1] = words[at + 1], words[at]


def leave_out(words: list[str], at: int) -> None:
    words[at : at + 2] = [random.choice(["...", ". . .", "[…]"])]


def clarify(words: list[str], at: int) -> None:
    words[at] = "[the author]"


def change_case(words: list[str], at: int) -> None:
    words[0] = f"[{words[0][0].swapcase()}]{words[0][1:]}"


def keep(words: list[str], at: int) -> None:
    """Change nothing."""


RIGHT: Sequence[Change] = (keep, leave_out, clarify, change_case)
WRONG: Sequence[Change] = (lose, add, replace, swap)


def outcome(found: Found | None) -> str:
    if found is None:
        return "not found"
    if not found.differences:
        return "as printed"
    return "differs" if found.is_sure else "misread"


def runs(path: Path) -> list[list[str]]:
    """Runs of words of a PDF as pdftotext reads it."""
    command = ["pdftotext", "-raw", str(path), "-"]
    text = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    words = re.sub(r"-\n(?=[a-z])", "", text).split()
    found = []
    for _ in range(A_FILE):
        length = random.choice(LENGTHS)
        start = random.randrange(max(1, len(words) - length))
        run = words[start : start + length]
        if len(run) == length and all(map(WORD.fullmatch, run)):
            found.append(run)
    return found


def count(file: QuotedFile, run: Sequence[str], changes: Sequence[Change]) -> str:
    words = list(run)
    change = random.choice(changes)
    change(words, random.randrange(1, len(words) - 2))
    return outcome(file.look_up(" ".join(words)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    random.seed(options.seed)
    outcomes = {
        "right": Counter[str](),
        "wrong": Counter[str](),
        "shuffled": Counter[str](),
    }
    pages: list[str] = []
    quoted: list[list[str]] = []
    start = time.perf_counter()
    texts = [pdf.read(path) for path in options.files]
    seconds = time.perf_counter() - start
    for path, text in zip(options.files, texts, strict=True):
        file = QuotedFile(text)
        pages += text.texts
        for run in runs(path):
            quoted.append(run)
            outcomes["right"][count(file, run, RIGHT)] += 1
            if file.look_up(" ".join(run)):
                outcomes["wrong"][count(file, run, WRONG)] += 1
            shuffled = random.sample(run, len(run))
            outcomes["shuffled"][outcome(file.look_up(" ".join(shuffled)))] += 1
    for name, found in outcomes.items():
        print(f"{name:9}", ", ".join(f"{each} {found[each]}" for each in sorted(found)))
    print(f"{len(pages)} pages of {len(texts)} PDFs read in {seconds:.1f} s")
    book(pages[:BOOK], quoted[:60])


def book(pages: Sequence[str], quoted: Sequence[Sequence[str]]) -> None:
    start = time.perf_counter()
    file = QuotedFile(SourcePages(pages))
    middle = time.perf_counter()
    for run in quoted:
        count(file, run, WRONG)
    end = time.perf_counter()
    print(
        f"a book of {len(pages)} pages: {middle - start:.2f} s to prepare, "
        f"{end - middle:.2f} s for {len(quoted)} quotations with a mistake"
    )


if __name__ == "__main__":
    main()
