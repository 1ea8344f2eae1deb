"""The trained model: a linear chain of conditional random fields.

`python -m training.references` makes `references.crfsuite`.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pycrfsuite

from loccit.recognize.references.labelling.features import features_of
from loccit.recognize.references.labelling.reference import Reference

MODEL = Path(__file__).with_name("references.crfsuite")


class Labelled(NamedTuple):
    """The label of a token, and how sure the model is of it."""

    label: str
    probability: float


class Model:
    """A model from a file."""

    def __init__(self, path: Path = MODEL) -> None:
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(path))

    def label(self, reference: Reference) -> list[Labelled]:
        """Label the tokens of a reference."""
        self._tagger.set(features_of(reference))
        labels: list[str] = self._tagger.tag()
        marginal = self._tagger.marginal
        return [Labelled(each, marginal(each, at)) for at, each in enumerate(labels)]
