"""The phrase that a token is in: the words between two punctuation marks.

A journal is known by one of its words, a place by its length and by what follows it.
"""

from __future__ import annotations

from bisect import bisect_left

from loccit.recognize.references.labelling.reference import Reference

#: Punctuation inside of a phrase.
_INSIDE = frozenset(["_", "", "._", "'_", "_'"])
_LENGTHS = (1, 2, 3, 5, 8, 13)
#: Lists whose words say what a phrase is.
_TELLING = frozenset(
    [
        "month",
        "editor",
        "translator",
        "thesis",
        "genre",
        "conference",
        "journal",
        "publisher",
        "place",
        "accessed",
        "archive",
        "web",
        "others",
        "edition",
        "director",
    ]
)


def add(reference: Reference, rows: list[list[str]]) -> None:
    """Add what is known of the phrase of each token."""
    bounds = _bounds(reference)
    for number, (start, end) in enumerate(bounds):
        shared = _of_phrase(reference, start, end)
        if number:
            shared.append(f"phrase:-1={_kind(reference, bounds[number - 1][0])}")
        if number + 1 < len(bounds):
            shared.append(f"phrase:1={_kind(reference, bounds[number + 1][0])}")
        before = reference.tokens[start].before[:3]
        after = reference.tokens[end - 1].after[:3]
        shared.append(f"phrase-around={before}|{after}")
        for row in rows[start:end]:
            row.extend(shared)


def _bounds(reference: Reference) -> list[tuple[int, int]]:
    """Return the first token of each phrase and the one after its last."""
    starts = [0]
    for index, token in enumerate(reference.tokens):
        if index and not _is_inside(reference, index, token.before):
            starts.append(index)
    ends = [*starts[1:], len(reference.tokens)]
    return list(zip(starts, ends, strict=True))


def _is_inside(reference: Reference, index: int, gap: str) -> bool:
    """Return whether a phrase goes on after some punctuation; it does after "J."."""
    if gap == "._":
        return reference.facts[index - 1].shape in ("X", "X.X")
    return gap in _INSIDE


def _of_phrase(reference: Reference, start: int, end: int) -> list[str]:
    facts = reference.facts[start:end]
    lists: dict[str, None] = {}
    for each in facts:
        lists.update(dict.fromkeys(each.lists))
    capitals = len([each for each in facts if each.shape.startswith("X")])
    found = [f"phrase-has={name}" for name in lists if name in _TELLING]
    length = bisect_left(_LENGTHS, len(facts))
    found.append(f"phrase-length={length}")
    found.append(f"phrase-begins={facts[0].kind}")
    found.append(f"phrase-capitals={capitals * 4 // len(facts)},{length}")
    return found


def _kind(reference: Reference, index: int) -> str:
    return reference.facts[index].kind
