"""The sentence that a token is in: most styles end author, title and the rest with full
stops.
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.recognize.references.labelling.reference import Reference

#: A full stop and the like before a space or a quotation mark.
_STOP = regex(r"[.?!][”\"»’']?[)\]]?[”\"»]?_|[”\"»],?_|_[“\"«„]")
#: Words after which a full stop is an abbreviation's.
_SHORT = frozenset(
    ["volume", "issue", "pages", "editor", "translator", "others", "suffix", "month"]
)
_MOST = 5
#: Lists whose words say what a sentence is.
_TELLING = ("editor", "thesis", "conference", "journal", "publisher", "place", "in")


def add(reference: Reference, rows: list[list[str]]) -> None:
    """Add which sentence each token is in, and of what kind it is."""
    starts = [0]
    for index in range(1, len(rows)):
        if _begins(reference, index):
            starts.append(index)
    ends = [*starts[1:], len(rows)]
    count = len(starts)
    after_year = 0
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        shared = _of_sentence(reference, start, end)
        shared.append(f"sentence={min(number, _MOST)}")
        shared.append(f"sentence-left={min(count - number, _MOST)}")
        shared.append(f"after-year={after_year}")
        if number + 1 < count:
            shared.extend(_of_next(reference, end, ends[number + 1]))
        for row in rows[start:end]:
            row.extend(shared)
        has_year = any(each.number == "year" for each in reference.facts[start:end])
        if after_year or has_year:
            after_year = min(after_year + 1, _MOST)


def _begins(reference: Reference, index: int) -> bool:
    """Return whether a sentence begins with a token."""
    gap = reference.tokens[index].before
    before = reference.facts[index - 1]
    if before.number == "year" and gap.startswith(")"):
        return True
    if not _STOP.search(gap):
        return False
    if before.shape in ("X", "X.X", "X.X.X"):
        return False
    return not _SHORT.intersection(before.lists)


def _of_sentence(reference: Reference, start: int, end: int) -> list[str]:
    facts = reference.facts[start:end]
    lists: dict[str, None] = {}
    for each in facts:
        lists.update(dict.fromkeys(each.lists))
    initials = len([each for each in facts if each.shape == "X"])
    found = [f"sentence-has={name}" for name in _TELLING if name in lists]
    found.append(f"sentence-initials={initials * 5 // len(facts)}")
    found.append(f"sentence-begins={facts[0].kind}")
    found.append(f"sentence-length={min(end - start, 20) // 4}")
    return found


def _of_next(reference: Reference, start: int, end: int) -> list[str]:
    """What the next sentence is like: a journal's has numbers, a book's a publisher."""
    facts = reference.facts[start:end]
    lists: dict[str, None] = {}
    for each in facts:
        lists.update(dict.fromkeys(each.lists))
    has_number = any(each.number for each in facts)
    found = [f"next-has={name}" for name in _TELLING if name in lists]
    found.append(f"next-begins={facts[0].kind},{has_number}")
    return found
