"""Find how the titles of a file are typed.

Short titles don't show whether they are headlines ("Between the World and Me"), but a
library is typed by one hand, or exported from one database: its longer titles show it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from loccit._startup.regex import regex
from loccit.bibliography.source_file import SourceFile
from loccit.model import TitleHabits
from loccit.values.letter_case.english_words import is_english_word
from loccit.values.letter_case.evidence import lower_words, names_in
from loccit.values.letter_case.how_typed import (
    TypedAs,
    has_bare_capital,
    has_bare_name,
    has_raised_word,
    protects_names,
    typed_as,
)
from loccit.values.letter_case.idle_protection import without_idle_protection

#: How many titles of a large file are read: some runs of neighbours, so that few places
#: of the file are read.
_RUNS, _RUN = 4, 12
#: There must be this many sentences for each headline in a file of sentences.
_SENTENCES_PER_HEADLINE = 3
#: A single title may be braced by hand.
_FEWEST_IDLE = 2
_OPENS_SPAN = '<span class="nocase">'
_TAG = regex(r"</?\w[^<>]*>")


def habits_of_file(file: SourceFile) -> TitleHabits:
    """Find how the titles of a file are typed, from some of them."""
    titles = map(file.title, _sample(len(file.keys)))
    return habits_of_titles(title for title in titles if title)


def _sample(count: int) -> Iterable[int]:
    """Choose entries: all of a small file, else runs of neighbours from all over it."""
    if count <= _RUNS * _RUN:
        return range(count)
    step = (count - _RUN) // (_RUNS - 1)
    return [start * step + index for start in range(_RUNS) for index in range(_RUN)]


def habits_of_titles(titles: Iterable[str]) -> TitleHabits:
    """Find how titles are typed.

    >>> habits_of_titles(["The life of Hannah Arendt", "How people read her", "Great Expectations"]).sentences
    True
    >>> habits_of_titles(["The Strength of Weak Ties", "Great Expectations"]).sentences
    False
    """
    plain = {title: without_idle_protection(title) for title in titles}
    typed = {title: typed_as(title) for title in plain.values()}
    sentences = list(_sentences(typed))
    braces = _use_braces(typed)
    return TitleHabits(
        sentences=_are_sentences(typed),
        braces=braces,
        names_in_braces=_have_names_in_braces(typed),
        idle_braces=_have_idle_braces(plain),
        words=lower_words(sentences),
        names=frozenset() if braces else _sure_names(names_in(sentences)),
    )


def _sure_names(names: Iterable[str]) -> frozenset[str]:
    """Drop common words, which may be typed with a capital by chance."""
    return frozenset([name for name in names if not is_english_word(name.lower())])


def _are_sentences(typed: dict[str, TypedAs]) -> bool:
    """Return whether most titles are sentences.

    A title too short to say is some evidence for headlines where it has a capital that
    only few names have, such as that of a common word.
    """
    kinds = list(typed.values())
    sentences = kinds.count("sentence")
    headlines = kinds.count("headline") * _SENTENCES_PER_HEADLINE
    for title, kind in typed.items():
        if kind == "unclear" and has_raised_word(title):
            headlines += 1
    return sentences > headlines


def _sentences(typed: dict[str, TypedAs]) -> Iterator[str]:
    for title, kind in typed.items():
        if kind == "sentence":
            yield _TAG.sub("", title)


def _use_braces(typed: dict[str, TypedAs]) -> bool:
    """Return whether braces protect capitals in as many titles as not.

    A title is evidence for it that has braces, and capitals outside of them; against
    it, a sentence that has capitals without braces.
    """
    protected = 0
    unprotected = 0
    for title, kind in typed.items():
        if not has_bare_capital(title):
            continue
        if _OPENS_SPAN in title:
            protected += 1
        elif kind == "sentence":
            unprotected += 1
    return protected > 0 and protected >= unprotected


def _have_idle_braces(plain: dict[str, str]) -> bool:
    """Return whether most headlines with braces have all of their capitals in them.

    Args:
        plain: titles, and what they are without braces that show nothing.
    """
    idle = 0
    protecting = 0
    for title, without in plain.items():
        if without != title:
            idle += 1
        elif has_bare_capital(title) and _OPENS_SPAN in title:
            protecting += 1
    return idle >= _FEWEST_IDLE and idle > protecting


def _have_names_in_braces(titles: Iterable[str]) -> bool:
    """Return whether more titles have names in braces than names without."""
    protected = 0
    unprotected = 0
    for title in titles:
        if protects_names(title):
            protected += 1
        elif has_bare_name(title):
            unprotected += 1
    return protected > unprotected
