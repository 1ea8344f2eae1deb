"""Groups among the authors of an essay's works, and how its text abbreviates them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.essays.mapped_text import MappedText
from loccit.lint.checked.citations.cite_words import ACRONYM
from loccit.lint.checked.essay import CheckedEssay
from loccit.lint.checked.prose import prose
from loccit.values.acronyms import acronyms

_ABBREVIATION = r"(?P<open>[(\[])(?P<short>[A-Z][A-Za-z&.]{1,10})(?=[)\];,])"
#: Shorter beginnings may be anything.
_SHORTEST = 3
_AT_END = regex(rf"{ACRONYM.pattern}\Z")


@dataclass(frozen=True, slots=True)
class Definition:
    """A place where the text says what an abbreviation stands for: "World Health
    Organization (WHO)"; `mapped.text[start:end]` is both, without the closing bracket.

    Attributes:
        paragraph: the index of the paragraph among those of the running text.
        group: the name of the group.
        short: its abbreviation.
        opening: where the bracket before the abbreviation is.
    """

    mapped: MappedText
    paragraph: int
    start: int
    end: int
    group: str
    short: str
    opening: int

    def is_before(self, paragraph: int, place: int) -> bool:
        """Return whether it is before a place in the running text."""
        return (self.paragraph, self.start) < (paragraph, place)


def group_name(literal: str) -> str:
    """Return the name of a group without an abbreviation in brackets."""
    return _AT_END.sub("", literal)


def groups(essay: CheckedEssay) -> Sequence[str]:
    """Return the names of the groups that are authors of its works, without those that
    are an abbreviation themselves.
    """
    names = [
        group_name(name.literal)
        for source in essay.works.values()
        for name in source.names("author")
        if " " in name.literal
    ]
    return [*dict.fromkeys(names)]


def definitions(essay: CheckedEssay) -> Iterator[Definition]:
    """Yield where the text abbreviates the groups, in order."""
    names = groups(essay)
    if not names:
        return
    alternatives = "|".join(map(_spaced, sorted(names, key=len, reverse=True)))
    pattern = re.compile(rf"(?P<group>{alternatives})\s+{_ABBREVIATION}", re.IGNORECASE)
    for index, paragraph in enumerate(prose(essay)):
        for found in pattern.finditer(paragraph.text):
            group = " ".join(found["group"].split())
            if is_abbreviation(found["short"], group):
                yield Definition(
                    paragraph.mapped,
                    index,
                    *found.span(),
                    group,
                    found["short"],
                    found.start("open"),
                )


def is_abbreviation(short: str, group: str) -> bool:
    """Return whether letters may abbreviate the name of a group, perhaps without its
    end.

    >>> is_abbreviation("WHO", "World Health Organization")
    True
    >>> is_abbreviation("CDC", "Centers for Disease Control and Prevention")
    True
    """
    letters = short.replace(".", "")
    if not letters.isupper():
        return False
    known = acronyms(group)
    is_beginning = any(each.startswith(letters.casefold()) for each in known)
    return letters.casefold() in known or (is_beginning and len(letters) >= _SHORTEST)


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))
