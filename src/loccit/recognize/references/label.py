"""Label the parts of a typed reference."""

from __future__ import annotations

from collections.abc import Sequence

from loccit.essays.paragraph import Mark
from loccit.recognize.references.segments import Segment


def label_segments(text: str, marks: Sequence[Mark] = ()) -> list[Segment]:
    """Return the parts of a reference, in order; none overlap.

    What is labelled `other` is left out.

    Args:
        text: one reference, as readers see it.
        marks: what its markup sets apart: italics, links.
    """
    return []
