"""Fit how sure a reading of a reference is, and print the constants.

    .venv/bin/python -m training.references.confidence [FOLDER:SET ...]

Each `FOLDER:SET` is a gold set of `benchmarks.references`; the default is real essays.
References rendered by programs or labelled under other conventions would make everything
look less sure than it is.
Prints the weights of `loccit.recognize.references.confidence`, and by cross-validation
how often readings are right, by their confidence.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from math import exp
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.references import entries, fields_of
from benchmarks.typed import differing, load_scorer
from loccit.recognize.references.confidence import (
    JUDGED,
    Evidence,
    VariableEvidence,
    variable_evidence,
)
from loccit.recognize.references.read import ParsedReference, parse_reference

ROOT = Path(__file__).resolve().parents[2]
SETS = ("real",)
#: Keeps weights of rare evidence small.
_RIDGE = 1.0
_STEPS = 12
_FOLDS = 5
_SEED = 1
#: The lower ends of the bins, from the highest.
BINS = (0.95, 0.9, 0.8, 0.6, 0.4, 0.0)


class Example(NamedTuple):
    """Evidence, and whether what it is for was right."""

    evidence: Sequence[float]
    is_right: bool


class Fitted(NamedTuple):
    """The weights of each piece of evidence; the first is that of none."""

    weights: list[float]

    def confidence(self, evidence: Sequence[float]) -> float:
        """Return how likely something with that evidence is right."""
        odds = _product(self.weights, [1.0, *evidence])
        return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


class Reading(NamedTuple):
    """A reading of a labelled reference, and the variables that are wrong."""

    parsed: ParsedReference
    wrong: frozenset[str]


def readings(folder: Path, name: str) -> Iterator[Reading]:
    """Read the references of a gold set."""
    scorer = load_scorer(folder)
    for given in entries(folder, name):
        parsed = parse_reference(given.text, given.marks)
        found = fields_of(parsed.source, given.text)
        wrong = differing(scorer, given.entry["fields"], found)
        names = [line.partition(":")[0] for line in wrong]
        yield Reading(parsed, frozenset(names))


def fit(examples: Sequence[Example]) -> Fitted:
    """Fit a logistic regression by Newton's method."""
    rows = [[1.0, *map(float, each.evidence)] for each in examples]
    size = len(rows[0])
    weights = [0.0] * size
    for _ in range(_STEPS):
        gradient = [-_RIDGE * weight for weight in weights]
        hessian = [[_RIDGE * (i == j) for j in range(size)] for i in range(size)]
        fitted = Fitted(weights)
        for row, each in zip(rows, examples, strict=True):
            likely = fitted.confidence(row[1:])
            _add(gradient, row, each.is_right - likely)
            for i, value in enumerate(row):
                if value:
                    _add(hessian[i], row, value * likely * (1 - likely))
        step = _solved(hessian, gradient)
        weights = [one + other for one, other in zip(weights, step, strict=True)]
    return Fitted(weights)


def cross_validated(examples: Sequence[Example]) -> list[float]:
    """Return the confidence of each example by weights that others give."""
    folds = [number % _FOLDS for number in range(len(examples))]
    random.Random(_SEED).shuffle(folds)
    confidences = [0.0] * len(examples)
    for fold in range(_FOLDS):
        rest = [each for each, at in zip(examples, folds, strict=True) if at != fold]
        fitted = fit(rest)
        for number, at in enumerate(folds):
            if at == fold:
                confidences[number] = fitted.confidence(examples[number].evidence)
    return confidences


def table(examples: Sequence[Example], confidences: Sequence[float]) -> Iterator[str]:
    """Yield a line for each bin: how many are in it, how many of these are right."""
    upper = 1.01
    for lower in BINS:
        inside = [
            each.is_right
            for each, confidence in zip(examples, confidences, strict=True)
            if lower <= confidence < upper
        ]
        if inside:
            share = len(inside) / len(examples)
            right = sum(inside) / len(inside)
            yield f"  {lower:.2f}: {len(inside)} ({share:.1%}), right {right:.1%}"
        upper = lower


def whole_examples(read: Sequence[Reading]) -> list[Example]:
    """Return the evidence for each reading as a whole."""
    return [Example(each.parsed.evidence, not each.wrong) for each in read]


def variable_examples(
    read: Sequence[Reading], confidences: Sequence[float]
) -> list[Example]:
    """Return the evidence for each variable that may be read or missed."""
    found: list[Example] = []
    for each, whole in zip(read, confidences, strict=True):
        parsed = each.parsed
        for name in JUDGED:
            present = name in parsed.source.variables or name in parsed.differing
            if present and name not in ("editor", "publisher"):
                evidence = variable_evidence(
                    name, parsed.segments, parsed.differing, whole
                )
                found.append(Example(evidence, name not in each.wrong))
    return found


def _product(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _add(to: list[float], row: Sequence[float], factor: float) -> None:
    for index, value in enumerate(row):
        to[index] += factor * value


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Solve a system of linear equations by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for at in range(size):
        pivot = max(range(at, size), key=lambda index: abs(rows[index][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for index in range(size):
            if index != at:
                _add(rows[index], rows[at], -rows[index][at] / rows[at][at])
    return [rows[at][-1] / rows[at][at] for at in range(size)]


def _printed(name: str, kind: Any, fitted: Fitted) -> None:
    base, *weights = fitted.weights
    pairs = zip(kind._fields, weights, strict=True)
    print(f"{name} = {base:.3f}, ", end="")
    print(", ".join(f"{field}={weight:.3f}" for field, weight in pairs))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    shared = ROOT.parent / "shared" / "typed"
    parser.add_argument(
        "sets", nargs="*", default=[f"{shared}:{name}" for name in SETS]
    )
    read: list[Reading] = []
    for each in parser.parse_args().sets:
        folder, _, name = each.rpartition(":")
        read.extend(readings(Path(folder), name))
    examples = whole_examples(read)
    confidences = cross_validated(examples)
    print(*table(examples, confidences), sep="\n")
    _printed("whole", Evidence, fit(examples))
    of_variables = variable_examples(read, confidences)
    print(*table(of_variables, cross_validated(of_variables)), sep="\n")
    _printed("variable", VariableEvidence, fit(of_variables))


if __name__ == "__main__":
    main()
