"""Train the model that labels the parts of typed references, and write its file.

    .venv/bin/python -m training.references [--shared ../shared] [--libraries FOLDER ...]
        [--count 10000] [--without-typed] [--model FILE]

It learns from references that loccit renders: the sources of all libraries in some
folders, in many styles, damaged as people damage them; from those that the makers of
AnyStyle labelled; and from entries of typed lists with known fields.  The data are other
people's and stay where they are.  The same data give the same model.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from loccit.model import Source
from loccit.recognize.references.labelling.model import MODEL
from training.references.anystyle import read_anystyle
from training.references.generate import generate
from training.references.libraries import read_libraries
from training.references.pieces import Example
from training.references.sources import labelled_sources
from training.references.train import train
from training.references.typed_entries import read_typed

ROOT = Path(__file__).resolve().parents[2]
_SEED = 1
#: References that people typed are few and what counts.
_WEIGHT_OF_REAL = 3


def main() -> None:
    options = _parser().parse_args()
    choice = random.Random(_SEED)
    examples: list[Example] = []
    labelled = sorted((options.shared / "typed").glob("references-*.jsonl"))
    sources = _sources(options.shared, options.libraries, labelled, choice)
    examples.extend(generate(sources, options.count, choice))
    for path in labelled:
        examples.extend(read_anystyle(path))
    if not options.without_typed:
        examples.extend(_typed(options.shared / "typed"))
    train(examples, options.model)
    size = options.model.stat().st_size // 1024
    print(f"{len(examples)} references, {size} KB: {options.model}")


def _sources(
    shared: Path,
    libraries: Sequence[Path],
    labelled: Sequence[Path],
    choice: random.Random,
) -> list[Source]:
    names = ("owned-gold", "apa-gold", "csl-test-suite")
    folders = [shared / name for name in names]
    sources = read_libraries([*folders, *libraries], choice)
    for path in labelled:
        sources.extend(labelled_sources(path))
    return sources


def _typed(folder: Path) -> Iterator[Example]:
    for _ in range(_WEIGHT_OF_REAL):
        yield from read_typed(folder, "real")
    yield from read_typed(folder, "synth")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--libraries", type=Path, nargs="*", default=())
    parser.add_argument("--count", type=int, default=10000, help="how many to render")
    parser.add_argument("--without-typed", action="store_true")
    parser.add_argument("--model", type=Path, default=MODEL)
    return parser


if __name__ == "__main__":
    main()
