"""The words by which what looks like a citation is told from one."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.values.word_lists import read_sections, words_of


@dataclass(frozen=True, slots=True)
class Words:
    """The content of the file beside this one.

    Attributes:
        counted: parts of a document and what is counted, before a number.
        events: the first or last word of an event, a law, a film and its like.
        publishers: the last word of a publisher's name.
        writings: what authors write.
        theories: what is named after the author who made it.
        reports: verbs of other languages that say what authors write.
    """

    counted: frozenset[str]
    events: frozenset[str]
    publishers: frozenset[str]
    writings: frozenset[str]
    theories: frozenset[str]
    reports: frozenset[str]


@cache
def words() -> Words:
    """Read the file, once."""
    sections = read_sections(Path(__file__).with_suffix(".txt"))
    found = {name: words_of(lines) for name, lines in sections.items()}
    return Words(
        found["counted"],
        found["events"],
        found["publishers"],
        found["writings"],
        found["theories"],
        found["reports"],
    )
