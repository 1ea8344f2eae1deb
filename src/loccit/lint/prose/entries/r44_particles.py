"""A name whose particle or capital differs from how the author is cited.

## What it does

Finds entries whose author's particle ("de", "van") is after the initials while the text
cites the author with it, and surnames that begin with a small letter without being a
particle.

## Why is this bad?

APA writes a name as the author does, with its particles and capitals (section 9.9).

## Example

    Neighborhoods changed (de Winter, 2011).

    # References

    Winter, A. de. (2011). *Quiet streets*. North Press.

## Use instead

    Neighborhoods changed (de Winter, 2011).

    # References

    de Winter, A. (2011). *Quiet streets*. North Press.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.recognize.matching.people import PARTICLES

#: "Winter, A. de" at the beginning of an entry.
_AFTER_INITIALS = regex(
    r"(?P<family>[^\W\d_]+), (?P<initials>(?:[^\W\d_]\.[ -]?)+)\s?"
    r"(?P<particles>(?:(?:de|van|von|der|den|la|du|di|da|del|ter|ten)\b ?)+)\.?"
)
_SMALL = regex(r"(?P<family>[^\W\d_A-Z][\w’'-]+), (?:[^\W\d_]\. ?)+")
_CAPITAL_PARTICLE = regex(
    r"(?P<particle>De|Van|Von|Der|Di|Da|Del|Du|La)(?P<rest>(?: \w+)* [A-Z][^\W\d_]+)(?=,)"
)
#: Authors who write their names in small letters.
_IN_SMALL_LETTERS = frozenset(["hooks", "boyd", "cummings", "brown"])


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    cited = {name for each in essay.cite_words for name in each.cite.names}
    for entry in essay.ordinary_entries:
        yield from _after_initials(entry, cited)
        yield from _in_small_letters(entry, cited)
        yield from _in_capitals(entry, cited)


def _after_initials(entry: CheckedEntry, cited: set[str]) -> Iterator[Mistake]:
    found = _AFTER_INITIALS.match(entry.text)
    if not found:
        return
    particles = found["particles"].strip()
    name = f"{particles} {found['family']}"
    if name.casefold() in {each.casefold() for each in cited}:
        message = f"The text cites `{name}`, and the list has `{found[0].strip()}`."
        advice = f"Expected: {name}, {found['initials'].strip()}"
        yield Mistake(entry.mapped, *found.span(), message, advice)


def _in_small_letters(entry: CheckedEntry, cited: set[str]) -> Iterator[Mistake]:
    found = _SMALL.match(entry.text)
    if not found or not found["family"][0].islower():
        return
    family = found["family"]
    if family in PARTICLES or family in _IN_SMALL_LETTERS or family in cited:
        return
    message = f"`{family}` begins with a small letter."
    advice = f"Expected: {family[0].upper()}{family[1:]}"
    yield Mistake(entry.mapped, *found.span("family"), message, advice)


def _in_capitals(entry: CheckedEntry, cited: set[str]) -> Iterator[Mistake]:
    """Yield a particle that is in capitals where all citations have small letters."""
    found = _CAPITAL_PARTICLE.match(entry.text)
    if not found or found[0] in cited:
        return
    small = found["particle"].lower() + found["rest"]
    if small in cited:
        message = f"The text cites `{small}`, and the list has `{found[0]}`."
        yield Mistake(entry.mapped, *found.span(), message, f"Expected: {small}")
