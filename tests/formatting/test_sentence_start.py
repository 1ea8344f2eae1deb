"""A particle of a surname has a capital where it begins a sentence."""

from __future__ import annotations

import loccit
from loccit.model import Name, Source

SOURCES = [
    Source("loon", "book", {"author": (Name("van Loon", "Ada"),), "title": "T"}),
    Source("alma", "book", {"author": (Name("d’Alma", "Ida"),), "title": "T"}),
    Source("hoek", "book", {"author": (Name("'t Hoek", "Jan"),), "title": "T"}),
    Source("hooks", "book", {"author": (Name("hooks", "bell"),), "title": "T"}),
]


def test_sentences(given: str, expected: str) -> None:
    library = loccit.Library([], own=SOURCES)
    settings = loccit.Settings(csl="ieee")
    formatted = loccit.format_essay(
        loccit.read_essay(given.encode()), library, settings
    )
    assert formatted.text.partition("\n# References")[0].strip() == expected
