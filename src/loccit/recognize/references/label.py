"""Label the parts of a typed reference."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

from loccit.essays.paragraph import Mark
from loccit.recognize.references.labelling.edges import with_edges
from loccit.recognize.references.labelling.reference import reference_of
from loccit.recognize.segments import Label, Segment

if TYPE_CHECKING:
    from loccit.recognize.references.labelling.model import Model

#: What is longer is no reference.
_LONGEST = 5000


def label_segments(text: str, marks: Sequence[Mark] = ()) -> list[Segment]:
    """Return the parts of a reference, in order; none overlap.

    What is labelled `other` is left out.

    Args:
        text: one reference, as readers see it.
        marks: what its markup sets apart: italics, links.

    >>> text = "Doe, J. (2001). On it. Press."
    >>> [(part.label, text[part.start : part.end]) for part in label_segments(text)]
    [('author', 'Doe, J.'), ('date', '2001'), ('title', 'On it'), ('publisher', 'Press')]
    """
    text = text[:_LONGEST]
    reference = reference_of(text, marks)
    if not reference.tokens:
        return []
    labelled = _model().label(reference)
    segments: list[Segment] = []
    for token, each in zip(reference.tokens, labelled, strict=True):
        last = segments[-1] if segments else None
        if last is not None and last.label == each.label and not each.begins:
            sure = min(last.probability, each.probability)
            segments[-1] = last._replace(end=token.end, probability=sure)
        else:
            label = cast("Label", each.label)
            segments.append(Segment(label, token.start, token.end, each.probability))
    found = [segment for segment in segments if segment.label != "other"]
    return with_edges(text, found)


@cache
def _model() -> Model:
    """Load the model, which takes some milliseconds and a dependency, when needed."""
    from loccit.recognize.references.labelling.model import Model

    return Model()
