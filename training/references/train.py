"""Train the model on labelled references."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pycrfsuite

from loccit.recognize.references.labelling.features import features_of
from loccit.recognize.references.labelling.reference import reference_of
from loccit.recognize.references.labelling.tokens import Token
from training.references.pieces import Example

#: L1 keeps few features, L2 keeps their weights small.
_OPTIONS = {
    "c1": 0.4,
    "c2": 0.01,
    "max_iterations": 120,
    "feature.minfreq": 3,
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
    """Return the label of each token: the one that most of its characters have."""
    return [_label_of(example, token) for token in tokens]


def _label_of(example: Example, token: Token) -> str:
    best, most = "other", 0
    for label, start, end in example.labels:
        shared = min(end, token.end) - max(start, token.start)
        if shared > most:
            best, most = label, shared
    return best
