"""Put what rules are certain of into what the model labelled.

Addresses have one form; italics and quotation marks were typed to say where a title is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from loccit.recognize.references.rules.draft import CERTAIN
from loccit.recognize.segments import Label, Segment

#: How sure the rules must be of a part with a label to overrule the model.
_SURE: dict[Label, float] = {
    "doi": 1.0,
    "url": 1.0,
    "isbn": 1.0,
    "accessed": 1.0,
    "other": 1.0,
    "genre": CERTAIN,
    "edition": CERTAIN,
    "editor": CERTAIN,
    "translator": CERTAIN,
    "date": CERTAIN,
    "author": CERTAIN,
    "publisher": CERTAIN,
    "title": 0.97,
    "container-title": 0.95,
    "volume": CERTAIN,
    "issue": CERTAIN,
    "pages": CERTAIN,
}
#: A reference has one of each; another one is what the model took for it.
_SINGLE = frozenset(["title", "container-title", "volume", "issue", "pages", "author"])
#: Where the model is so sure of a title, a quotation may be only a part of it.
_MODEL_IS_SURE = 0.95


def with_certain(
    labelled: Sequence[Segment], by_rules: Iterable[Segment]
) -> list[Segment]:
    """Return the parts that the model labelled, corrected by the rules.

    >>> model = [Segment("title", 0, 4, 0.6), Segment("publisher", 6, 20, 0.5)]
    >>> [(each.label, each.end) for each in with_certain(model, [Segment("doi", 10, 20)])]
    [('title', 4), ('publisher', 10), ('doi', 20)]
    """
    segments = list(labelled)
    for certain in by_rules:
        least = _SURE.get(certain.label)
        if least is None or certain.probability < least:
            continue
        if not _is_doubtful(certain, segments):
            segments = put(certain, segments)
    return segments


def put(found: Segment, segments: Iterable[Segment]) -> list[Segment]:
    """Return the parts with one more, which others make room for."""
    parts = [*_around(found, segments), found]
    return sorted(parts, key=lambda segment: segment.start)


def _is_doubtful(certain: Segment, segments: Sequence[Segment]) -> bool:
    """Return whether the model has good reasons of its own."""
    titles = [each for each in segments if each.label == "title"]
    if certain.label == "title" and certain.probability < CERTAIN:
        return any(title.probability >= _MODEL_IS_SURE for title in titles)
    if certain.label == "container-title" and certain.probability < CERTAIN:
        return any(
            title.start < certain.end and certain.start < title.end for title in titles
        )
    return False


def _around(certain: Segment, segments: Iterable[Segment]) -> Iterator[Segment]:
    """Yield what is left of the other parts beside a certain one."""
    for segment in segments:
        is_apart = segment.end <= certain.start or certain.end <= segment.start
        if segment.label == certain.label and (
            not is_apart or certain.label in _SINGLE
        ):
            continue
        if is_apart:
            yield segment
            continue
        if segment.start < certain.start:
            yield segment._replace(end=certain.start)
        if certain.end < segment.end:
            yield segment._replace(start=certain.end)
