"""Essays without a mistake: what `loccit check` must be silent about, and where faults
are planted.

loccit itself formats them, in APA, from sentences that cite by key.  Three of four
sources are such as students cite every day, the fourth is an odd one: a map, a treaty.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from pathlib import Path

from loccit.bibliography import open_library
from loccit.essays import read_essay
from loccit.formatting.format_essay import format_essay
from loccit.lint.checked.citations.page_ranges import full_last
from loccit.model import Source
from loccit.values.page_ranges import page_range

#: `{a}` and `{b}` are two sources of the essay, `{p}` and `{q}` two pages.
SENTENCES = (
    "Most of what follows rests on earlier work [@{a}].",
    "The question is older than the answers that we have for it [@{a}; @{b}].",
    "@{a} asked who gains from it, and who does not.",
    "The same has been found elsewhere, if for other reasons [see also @{a}, p. {p}].",
    "A first count gave other figures [@{a}, pp. {p}-{q}].",
    "As @{a} put it, “nobody counts what nobody sees” [p. {p}], and few have tried since.",
    "One reader remembered “the long way home after the meeting” [@{a}, p. {p}].",
    "@{a}'s argument turns on a single case, which others have not been able to repeat.",
    "That is why @{a} and @{b} disagree about the causes.",
    "In towns the change came late [e.g., @{a}]; in the country it had begun before the war.",
    "Nothing of the kind is known of the coast [@{a}, Chapter 3].",
    "The term “open door” is used loosely here, and the tables below keep to it.",
    "Two years later, in 1994, the price had doubled (a third of it by taxes).",
    "What this means for those who teach is less clear, and is taken up in the last part.",
    "Some would call that luck; others have called it planning [@{a}; @{b}].",
)
BLOCK = (
    "> They came on foot, in carts, and by the early train, and nobody who stood at the "
    "gate that morning could have said how many of them there were, or what they had "
    "been promised, or by whom; they only saw that none of them turned back before the "
    "evening. [@{a}, p. {p}]"
)
_HERE = Path(__file__).parent
_OF_STUDENTS = (
    _HERE / "ordinary_sources.yaml",
    _HERE.parent / "bibliography" / "sources.bib",
)
_SIXTY = _HERE / "sixty_sources.yaml"
#: A group that is cited by an abbreviation, which an essay must explain; a title with
#: the name of an era, which no list of names has; a date that is none.
_NOT_CLEAN = ("nasw2021", "dubois1998", "document")


def _keys(*paths: Path) -> list[str]:
    keys = open_library(paths).keys()
    return [key for key in keys if key not in _NOT_CLEAN]


ORDINARY, ODD = _keys(*_OF_STUDENTS), _keys(_SIXTY)
SOURCES = open_library([*_OF_STUDENTS, _SIXTY])
_PARAGRAPHS = 8
_SENTENCES = 5


def clean_essay(seed: int) -> str:
    """Write an essay that cites twelve sources, each at least once.

    Args:
        seed: another one gives another essay.
    """
    rng = random.Random(seed)
    keys = rng.sample(ORDINARY, 9) + rng.sample(ODD, 3)
    rng.shuffle(keys)
    pages = {key: _pages_of(SOURCES.require(key)) for key in keys}
    paragraphs = [*_paragraphs(pages, rng)]
    text = "\n\n".join([f"# Essay {seed}", *paragraphs, "# References", ""])
    return format_essay(read_essay(text.encode()), SOURCES).text


def _pages_of(source: Source) -> range:
    """Return the pages that a source may be cited with."""
    pages = page_range(str(source.variables.get("page", "")))
    if not pages or not (pages.first.isdecimal() and pages.last.isdecimal()):
        return range(2, 300)
    last = full_last(pages.first, pages.last) or pages.last
    return range(int(pages.first), int(last) + 1)


def _paragraphs(pages: Mapping[str, range], rng: random.Random) -> Iterator[str]:
    waiting = [*pages]
    for number in range(_PARAGRAPHS):
        sentences = [
            _filled(rng.choice(SENTENCES), waiting, pages, rng)
            for _ in range(_SENTENCES)
        ]
        yield " ".join(sentences)
        if number % 4 == 2:
            yield _filled(BLOCK, waiting, pages, rng)
    if waiting:
        yield f"All this is told elsewhere [{'; '.join('@' + key for key in waiting)}]."


def _filled(
    sentence: str, waiting: list[str], pages: Mapping[str, range], rng: random.Random
) -> str:
    """Fill in sources, those first that are not yet cited."""
    keys = [*pages]
    one = waiting.pop() if waiting and "{a}" in sentence else rng.choice(keys)
    others = [key for key in keys if key != one]
    page = rng.choice(pages[one][:-1] or pages[one])
    last = min(page + rng.randrange(1, 9), pages[one][-1])
    return (
        sentence.replace("{a}", one)
        .replace("{b}", rng.choice(others))
        .replace("{p}", str(page))
        .replace("{q}", str(last))
    )
