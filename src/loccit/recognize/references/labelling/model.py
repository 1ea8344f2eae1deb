"""The trained model: a linear chain of conditional random fields.

`python -m training.references` makes `references.crfsuite`.
"""

from __future__ import annotations

from pathlib import Path

import pycrfsuite

from loccit._startup.namedtuple import NamedTuple
from loccit.recognize.references.labelling.features import features_of
from loccit.recognize.references.labelling.reference import Reference

#: The labels whose first token has one of its own, with `BEGINS` before it.
BEGINNING = frozenset(
    [
        "author",
        "editor",
        "title",
        "container-title",
        "collection-title",
        "publisher",
    ]
)
BEGINS = "B-"
#: A first name needs a surname before it and a title after it.
_FEWEST = 3
MODEL = Path(__file__).with_name("references.crfsuite")


class Labelled(NamedTuple):
    """The label of a token.

    Attributes:
        begins: whether a segment begins with it, though the one before has its label.
        probability: how sure the model is of it.
    """

    label: str
    begins: bool
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
        found: list[Labelled] = []
        for at, each in enumerate(labels):
            begins = each.startswith(BEGINS)
            label = each.removeprefix(BEGINS)
            found.append(Labelled(label, begins, marginal(each, at)))
        return _with_given_name(reference, found)


def _with_given_name(reference: Reference, labels: list[Labelled]) -> list[Labelled]:
    """Return labels in which "Roe, Ann, Title" has its first name with the author.

    Commas alone separate it from the title, as they do the parts of names.
    """
    if len(labels) < _FEWEST or labels[0].label != "author":
        return labels
    second = reference.tokens[1]
    between_commas = second.before == ",_" and second.after == ",_"
    if not between_commas or not reference.facts[1].is_given:
        return labels
    author = Labelled("author", False, labels[1].probability)
    return [labels[0], author, *labels[2:]]
