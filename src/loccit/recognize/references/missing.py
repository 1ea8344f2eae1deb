"""Give what the model missed the labels that the rules found."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.recognize.references.certain import put
from loccit.recognize.segments import FILLED, Label, Segment
from loccit.values.groups import is_group
from loccit.values.people import has_initials, is_initials, split_people

#: Where the model is surer than this of another label, it missed nothing.
_SURE = 0.8
_CONTAINER: Label = "container-title"
_LETTERS = regex(r"[^\W\d_]{3}")
_NO_NAME = regex(
    r"\b(?:thesis|dissertation|available|retrieved|accessed|released|zenodo|figshare|dryad|report)\b",
    re.IGNORECASE,
)
#: How sure the rules are of a title in quotation marks.
_QUOTED = 0.97


def with_missing(
    text: str, labelled: Sequence[Segment], by_rules: Sequence[Segment]
) -> list[Segment]:
    """Return the parts with the author, title and container that the model missed, and the
    publisher that it took for a container.

    >>> model = [Segment("title", 0, 14, 0.5), Segment("date", 16, 20)]
    >>> rules = [Segment("author", 0, 6, 0.9), Segment("title", 8, 14, 0.8)]
    >>> found = with_missing("Roe, J. On it. 2001", model, rules)
    >>> [(part.label, part.start) for part in found]
    [('author', 0), ('title', 6), ('date', 16)]
    """
    segments = list(labelled)
    author = _first(by_rules, "author")
    lacks_people = not _first(segments, "author", "editor")
    if author and lacks_people and _is_sure(text, author):
        segments = put(author._replace(probability=FILLED), segments)
    title = _first(by_rules, "title")
    if title and not _first(segments, "title") and not _has_journal(segments):
        segments = put(title._replace(probability=FILLED), segments)
    container = _first(by_rules, _CONTAINER)
    lacks_container = not _first(segments, _CONTAINER)
    if (
        container
        and lacks_container
        and _is_missed(text, container, segments, by_rules)
    ):
        segments = put(container._replace(probability=FILLED), segments)
    publisher = _first(by_rules, "publisher")
    if publisher and not _first(segments, "publisher", _CONTAINER):
        segments = _with_publisher(text, publisher, segments)
    return [_renamed(segment, publisher) for segment in segments]


def _with_publisher(
    text: str, publisher: Segment, segments: list[Segment]
) -> list[Segment]:
    """Add what of a publisher has no label yet, if it begins there."""
    if any(each.start <= publisher.start < each.end for each in segments):
        return segments
    later = [each.start for each in segments if each.start > publisher.start]
    end = min([publisher.end, *later])
    words = text[publisher.start : end].rstrip(" ,;:&(")
    found = publisher._replace(end=publisher.start + len(words), probability=FILLED)
    return put(found, segments) if _LETTERS.search(words) else segments


def _first(segments: Sequence[Segment], *labels: Label) -> Segment | None:
    return next((each for each in segments if each.label in labels), None)


def _has_journal(segments: Sequence[Segment]) -> bool:
    """Return whether a journal is clear, as physicists cite without titles."""
    journal = _first(segments, _CONTAINER)
    is_sure = journal is not None and journal.probability >= _SURE
    return is_sure and _first(segments, "volume") is not None


def _is_sure(text: str, author: Segment) -> bool:
    """Return whether the authors are clearly people, or a group."""
    names = split_people(text[author.start : author.end]).names
    return all(
        name.is_group or is_group(name.text) or _has_initials(name.text)
        for name in names
    )


def _has_initials(name: str) -> bool:
    _, comma, given = name.partition(", ")
    return has_initials(name) or (bool(comma) and is_initials(given))


def _is_missed(
    text: str,
    container: Segment,
    segments: Sequence[Segment],
    by_rules: Sequence[Segment],
) -> bool:
    """Return whether the rules' container can be the name of a journal or a book."""
    words = text[container.start : container.end]
    if not _LETTERS.search(words) or _NO_NAME.search(words):
        return False
    return _is_journal(by_rules) or not _is_taken(container, segments)


def _is_journal(by_rules: Sequence[Segment]) -> bool:
    """Return whether a title in quotation marks and a volume show what is between."""
    title = _first(by_rules, "title")
    is_quoted = title is not None and title.probability == _QUOTED
    return is_quoted and _first(by_rules, "volume") is not None


def _is_taken(found: Segment, segments: Sequence[Segment]) -> bool:
    """Return whether the model is sure of another label there."""
    return any(
        each.start < found.end and found.start < each.end and each.probability >= _SURE
        for each in segments
    )


def _renamed(segment: Segment, publisher: Segment | None) -> Segment:
    """Call a part the publisher that the model is not sure to be a container."""
    is_same = publisher is not None and abs(publisher.start - segment.start) <= 1
    if segment.label == "container-title" and is_same and segment.probability < _SURE:
        return segment._replace(label="publisher")
    return segment
