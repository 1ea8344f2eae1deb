"""The little words of citations, in the languages that students write in."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.values.word_lists import read_sections, words_of

#: "et al." in its spellings, and other words for further authors.
ET_AL = (
    r"(?:\bet\.?[ \n\u00a0]?all?\b(?:\.?,?\.?)|&[ \n]?al\b\.?|\bet[ \n]coll\b\.?"
    r"|\bet[ \n]autres|\bu\.[ \n\u00a0]?a\b\.?|\bm\.[ \n]?fl\b\.?"
    r"|(?:\band|&)[ \n](?:(?:his|her|their)[ \n])?"
    r"(?:colleagues|others|co-?workers|co-?authors|associates|team)"
    r"|\bund[ \n](?:andere|Kolleg\w+|Mitarbeiter\w*)"
    r"|\by[ \n](?:otros|cols?\.?|colaboradores)"
    r"|\be[ \n](?:outros|colaboradores|colleghi|altri))"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The content of the file beside this one.

    Attributes:
        particles: within a surname.
        doubtful_particles: those of them that are other words more often.
        links: between the capitals of a group's name or a title.
        conjunctions: what joins two names.
        signals: words with a capital that begin a bracket, before a cite.
        openers: words with a capital that begin a sentence.
        places: places in a work, in other languages than English.
    """

    particles: frozenset[str]
    doubtful_particles: frozenset[str]
    links: frozenset[str]
    conjunctions: frozenset[str]
    signals: frozenset[str]
    openers: frozenset[str]
    places: frozenset[str]


@cache
def words() -> Words:
    """Read the file, once."""
    sections = read_sections(Path(__file__).with_suffix(".txt"))
    found = {name: words_of(lines) for name, lines in sections.items()}
    return Words(
        found["particles"],
        found["doubtful-particles"],
        found["links"],
        found["and"],
        found["signals"],
        found["openers"],
        found["places"],
    )
