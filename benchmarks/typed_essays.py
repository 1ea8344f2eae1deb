"""Essays that cite by hand, of any size and always the same, for `typed_speed`."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_SYLLABLES = [
    "al", "ber", "cor", "den", "el", "far", "gru", "hol", "in", "jar", "ker", "lo",
    "mar", "nov", "os", "per", "quin", "ras", "sol", "tur", "ul", "var", "wen", "zam",
]  # fmt: skip
_ENDINGS = ["ez", "man", "sen", "ova", "i", "ić", "berg", "ner", "ton", "é"]
_GIVEN = [
    "Ada", "Bo", "Chidi", "Dana", "Émile", "Femi", "Gül", "Hana", "Ivo", "Jean-Paul",
    "Kim", "Lena", "Ming", "Noor",
]  # fmt: skip
_WORDS = [
    "social", "policy", "justice", "movement", "theory", "practice", "history",
    "gender", "labour", "state", "market", "power", "community", "archive", "memory",
    "urban", "rural", "youth", "care", "border", "language", "school", "housing",
    "climate", "health", "music", "nation", "protest", "welfare", "technology",
]  # fmt: skip
_JOINTS = ["the", "of", "and", "in", "that", "which", "with", "for", "a", "to"]
_PUBLISHERS = ["Verso", "Haymarket Books", "Nordic Press", "Harbour University Press"]
#: So many words of prose come with each citation of the thesis.
_WORDS_EACH = 30


class Author(NamedTuple):
    """An author of a made-up work."""

    family: str
    given: str

    @property
    def inverted(self) -> str:
        """Family name and initials: "Doe, J."."""
        return f"{self.family}, {self.given[0]}."


class Work(NamedTuple):
    """A made-up work; one without a journal is a book."""

    key: str
    authors: Sequence[Author]
    year: int
    title: str
    journal: str
    volume: int
    page: int
    publisher: str


def works(count: int) -> list[Work]:
    """Make up works; the first ones are the same for every count."""
    rng = random.Random(1)
    return [_work(rng, number) for number in range(count)]


def _work(rng: random.Random, number: int) -> Work:
    authors = [_author(rng) for _ in range(rng.choice([1, 1, 2, 2, 3, 5]))]
    return Work(
        f"k{number}",
        authors,
        rng.randint(1960, 2024),
        f"{_phrase(rng, 5)}: {_phrase(rng, 4)}",
        rng.choice(["", f"Journal of {rng.choice(_WORDS).title()}"]),
        rng.randint(1, 60),
        rng.randint(1, 800),
        rng.choice(_PUBLISHERS),
    )


def _author(rng: random.Random) -> Author:
    family = "".join(rng.choices(_SYLLABLES, k=2)) + rng.choice(_ENDINGS)
    return Author(family.title(), rng.choice(_GIVEN))


def _phrase(rng: random.Random, words: int) -> str:
    drawn = [rng.choice(_WORDS) for _ in range(words)]
    drawn[1::2] = [rng.choice(_JOINTS) for _ in drawn[1::2]]
    return " ".join(drawn).capitalize()


def write_library(folder: Path, count: int) -> Path:
    """Write a BibTeX file of so many works."""
    path = folder / f"library-{count}.bib"
    path.write_text("\n".join(map(_bibtex, works(count))), "utf-8")
    return path


def _bibtex(work: Work) -> str:
    names = " and ".join(f"{each.family}, {each.given}" for each in work.authors)
    fields = {"author": names, "title": work.title, "date": str(work.year)}
    if work.journal:
        fields |= {"journaltitle": work.journal, "volume": str(work.volume)}
        fields |= {"pages": f"{work.page}--{work.page + 12}"}
    else:
        fields |= {"publisher": work.publisher}
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@{'article' if work.journal else 'book'}{{{work.key},\n{body}}}\n"


def write_typed(folder: Path, name: str, citations: int, entries: int) -> Path:
    """Write an essay with typed citations and a typed list.

    Args:
        folder: where to.
        name: the file's name; one in `.md` has italics and headings.
        citations: how many it has.
        entries: how many works its list has.
    """
    rng = random.Random(2)
    listed = works(entries)
    is_marked = name.endswith(".md")
    sentences = [_sentence(rng, rng.choice(listed)) for _ in range(citations)]
    paragraphs = [
        " ".join(sentences[first : first + 4]) for first in range(0, citations, 4)
    ]
    listed.sort(key=lambda work: (work.authors[0].family, work.year))
    references = [_reference(work, is_marked) for work in listed]
    hashes = "# " if is_marked else ""
    parts = [f"{hashes}A thesis", *paragraphs, f"{hashes}References", *references]
    path = folder / name
    path.write_text("\n\n".join(parts) + "\n", "utf-8")
    return path


def _sentence(rng: random.Random, work: Work) -> str:
    """Write some prose that cites a work in one of the ways that people do."""
    names, narrative = _names(work, "&"), _names(work, "and")
    year, page = work.year, work.page + 3
    before, after = _phrase(rng, _WORDS_EACH // 2), _phrase(rng, _WORDS_EACH // 2)
    forms = [
        f"{before} ({names}, {year}). {after}.",
        f"{before} ({names}, {year}, p. {page}). {after}.",
        f"{before} ({names} {year}: {page}). {after}.",
        f"{before} (see {names}, {year}, pg. {page}-{page + 2}). {after}.",
        f"As {narrative} ({year}) argues, {before.lower()}. {after}.",
        f"{before}. {narrative} ({year}, p. {page}) finds {after.lower()}.",
        f"{before} ({work.authors[0].family} et. al, {year}). {after} (p. {page}).",
        f"{before} (1939-1945), {after.lower()} (see Table 3) ({names}, {year}).",
    ]
    return rng.choice(forms)


def _names(work: Work, joint: str) -> str:
    families = [each.family for each in work.authors]
    if len(families) > 2:
        return f"{families[0]} et al."
    return f" {joint} ".join(families)


def _reference(work: Work, is_marked: bool) -> str:
    *others, last = [each.inverted for each in work.authors]
    names = f"{', '.join(others)}, & {last}" if others else last
    host = work.journal or work.title
    italic = f"*{host}*" if is_marked else host
    if not work.journal:
        return f"{names} ({work.year}). {italic}. {work.publisher}."
    pages = f"{work.page}–{work.page + 12}"
    return f"{names} ({work.year}). {work.title}. {italic}, {work.volume}, {pages}."


def write_prose(folder: Path, name: str, words: int) -> Path:
    """Write an essay that cites nothing."""
    rng = random.Random(3)
    paragraphs = [
        " ".join(f"{_phrase(rng, 20)}." for _ in range(5)) for _ in range(words // 100)
    ]
    path = folder / name
    path.write_text("\n\n".join(["# An essay", *paragraphs]) + "\n", "utf-8")
    return path
