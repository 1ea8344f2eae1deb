"""Train the model on labelled references."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

from loccit.recognize.references.labelling.features import features_of
from loccit.recognize.references.labelling.model import BEGINNING, BEGINS
from loccit.recognize.references.labelling.reference import reference_of
from loccit.recognize.references.labelling.tokens import Token
from training.references.pieces import Example

#: L1 keeps few features, L2 keeps their weights small.
_OPTIONS = {
    "c1": 0.85,
    "c2": 0.01,
    "max_iterations": 80,
    "feature.minfreq": 4,
    "feature.possible_transitions": False,
}


def train(examples: Iterable[Example], path: Path) -> None:
    """Write the model that some references give."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(_OPTIONS)
    for example in examples:
        reference = reference_of(example.text, example.marks)
        labels = labels_of(example, reference.tokens)
        if labels:
            trainer.append(features_of(reference), labels)
    trainer.train(str(path))


def labels_of(example: Example, tokens: Iterable[Token]) -> list[str]:
    """Return the label of each token: the one that most of its characters have.

    The first token of a title and the like is told from the others: where a title ends
    and a journal begins is what is hard.
    """
    labels = [_label_of(example, token) for token in tokens]
    for index in range(len(labels) - 1, -1, -1):
        begins = not index or labels[index] != labels[index - 1]
        if begins and labels[index] in BEGINNING:
            labels[index] = BEGINS + labels[index]
    return labels


def _label_of(example: Example, token: Token) -> str:
    best, most = "other", 0
    for label, start, end in example.labels:
        shared = min(end, token.end) - max(start, token.start)
        if shared > most:
            best, most = label, shared
    return best
