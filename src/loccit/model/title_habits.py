"""TitleHabits: how the titles of a file are typed."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class TitleHabits:
    """How the titles of a file are typed, as its long titles show: a library is typed by
    one hand.

    Attributes:
        sentences: they are sentences, so a short one is too.
        braces: braces protect what keeps its capitals in them, also in sentences.
        names_in_braces: braces protect all names, not only acronyms.
        idle_braces: braces protect all capitals in them, so they show nothing.
        words: words that are in lower case in its sentences.
        names: names that have capitals in its sentences.
    """

    sentences: bool = False
    braces: bool = False
    names_in_braces: bool = False
    idle_braces: bool = False
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
