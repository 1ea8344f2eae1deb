"""Places in essays where faults can be planted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.planted_faults import Planted

_LIST = "\n# References\n"
_IN_BRACKETS = re.compile(
    r"\((?P<before>see also |e\.g\., )?(?P<names>[^\W\d_][^()\d;“]*?), (?P<year>\d{4})"
    r"(?P<place>, [^();]*)?\)"
)
_NARRATIVE = re.compile(r"(?<=\. )(?P<names>[^\W\d_][\w’ ]{2,40}?) \((?P<year>\d{4})\)")


def running_text(text: str) -> str:
    """Return what is before the list."""
    return text.partition(_LIST)[0]


def in_brackets(text: str) -> Iterator[re.Match[str]]:
    """Yield citations of one work in brackets."""
    return _IN_BRACKETS.finditer(running_text(text))


def narrative(text: str) -> Iterator[re.Match[str]]:
    """Yield citations that begin a sentence."""
    return _NARRATIVE.finditer(running_text(text))


def replaced(text: str, span: tuple[int, int], new: str) -> Planted:
    """Put a fault in the place of something."""
    start, end = span
    return f"{text[:start]}{new}{text[end:]}", start


def sentence_added(text: str, sentence: str, every: int = 1) -> Iterator[Planted]:
    """Add a sentence to one paragraph of so many."""
    ends = [
        found.end()
        for found in re.finditer(r"[^\n>][^\n]*[.]$", running_text(text), re.M)
    ]
    for end in ends[::every]:
        yield f"{text[:end]} {sentence}{text[end:]}", end + 1


def with_entry(text: str, entry: str) -> str:
    """Add an entry to the list, in its alphabetical place."""
    before, heading, entries = text.partition(_LIST)
    listed = [each for each in entries.strip().split("\n\n") if each]
    plain = entry.strip("*").casefold()
    place = sum(each.strip("*").casefold() < plain for each in listed)
    listed.insert(place, entry)
    return f"{before}{heading}\n" + "\n\n".join(listed) + "\n"
