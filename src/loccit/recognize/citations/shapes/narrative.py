"""Names in the sentence, and their year in brackets: "Doe and Roe (2001, p. 3)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.words import words
from loccit.recognize.citations.passage import Bracket, Passage
from loccit.recognize.citations.possible import Possible, cites_of
from loccit.recognize.citations.reading.cluster import CiteRead, read_cluster
from loccit.recognize.citations.reading.names import NamesRead
from loccit.recognize.citations.reading.names_before import names_before
from loccit.values.groups import is_same_group

_PRIOR, _WITH_TITLE, _UNCLOSED = 1.0, -1.0, -2.0
_LONGEST_UNCLOSED = 40
_LONGEST_LINK = 120
_OWNER = regex(r"(?:['’]s|s['’])(?=\s\S)")
#: One to six words after a possessive, as far as a bracket.
_THEORY = regex(r"(?:['’]s|s['’])\s((?:[^\W\d_][\w-]*\s){1,6})\Z")
#: The length of "of" and "the".
_LONGEST_LINKING = 3
#: More brackets after a name hold something else.
_MOST_YEARS = 8
#: What joins years in brackets of their own.
_JOINT = regex(r",?\s?(?:and|&|und|et|y|e|en)?\s?")


def find(passage: Passage, essay: CitingEssay) -> Iterator[Possible]:
    """Yield names with brackets that begin with a year."""
    brackets = passage.round_and_square
    for number, bracket in enumerate(brackets):
        reads = passage.cluster(bracket, essay.lexicon)
        if not reads:
            continue
        yield from _link(passage, bracket, reads, essay)
        yield from _theory(passage, bracket, reads, essay)
        names = names_before(passage.text, bracket.start, essay.lexicon)
        if names is not None and _are_of(names, reads[0]):
            reads[0] = reads[0]._replace(names=None)
            near = brackets[number : number + _MOST_YEARS]
            end, others = _years_after(passage, near, essay)
            cites = cites_of(reads + others, names)
            yield Possible(passage, "narrative", names.start, end, cites, _PRIOR)
    for start in passage.unclosed:
        yield from _unclosed(passage, start, essay)


def _link(
    passage: Passage, bracket: Bracket, reads: list[CiteRead], essay: CitingEssay
) -> Iterator[Possible]:
    """Yield a link from names to their year, with a title between them:
    "[Doe and Roe's Weather Map (2001)](https://doi.org/10.1000/1)".
    """
    first = max(0, bracket.start - _LONGEST_LINK)
    for mark in passage.paragraph.marks_in(first, bracket.end):
        is_whole = mark.kind == "link" and mark.end == bracket.end
        if not is_whole or reads[0].names:
            continue
        owner = _OWNER.search(passage.text, mark.start, bracket.start)
        if not owner:
            continue
        names = names_before(passage.text, owner.end(), essay.lexicon)
        if names and names.start == mark.start:
            cites = cites_of(reads, names)
            yield Possible(
                passage, "narrative", mark.start, bracket.end, cites, _WITH_TITLE
            )


def _theory(
    passage: Passage, bracket: Bracket, reads: list[CiteRead], essay: CitingEssay
) -> Iterator[Possible]:
    """Yield a listed author, the name of a theory, and its year: "Doe's Learning Cycle
    (1984)", "Roe's hierarchy of needs (1943)".
    """
    if reads[0].names:
        return
    first = max(0, bracket.start - _LONGEST_LINK)
    found = _THEORY.search(passage.text, first, bracket.start)
    if not found or not _is_theory(found[1]):
        return
    names = names_before(passage.text, found.start(1) - 1, essay.lexicon)
    cites = cites_of(reads, names)
    if names and essay.lists_with_year(cites[0]):
        yield Possible(
            passage, "narrative", names.start, bracket.end, cites, _WITH_TITLE
        )


def _is_theory(name: str) -> bool:
    """Return whether words name a theory: all long ones have capitals, or one is a word
    for theories.
    """
    words_of_name = name.split()
    if any(word.casefold() in words().theories for word in words_of_name):
        return True
    long = [word for word in words_of_name if len(word) > _LONGEST_LINKING]
    is_title = bool(long) and all(word[0].isupper() for word in long)
    return is_title and len(words_of_name) > 1


def _years_after(
    passage: Passage, brackets: Sequence[Bracket], essay: CitingEssay
) -> tuple[int, list[CiteRead]]:
    """Read the brackets that follow the first with more years: "Doe (2001), (2005)".

    Returns:
        Where the last of them ends, and their cites.
    """
    end = brackets[0].end
    found: list[CiteRead] = []
    for bracket in brackets[1:]:
        if not _JOINT.fullmatch(passage.text, end, bracket.start):
            break
        reads = passage.cluster(bracket, essay.lexicon)
        if not reads or any(read.names for read in reads):
            break
        found += reads
        end = bracket.end
    return end, found


def _unclosed(passage: Passage, start: int, essay: CitingEssay) -> Iterator[Possible]:
    """Yield listed names before brackets that are never closed: "Doe (2001 says"."""
    stop = min(len(passage.text), start + _LONGEST_UNCLOSED)
    reads = read_cluster(passage.text, start + 1, stop, essay.lexicon)
    names = names_before(passage.text, start, essay.lexicon)
    if reads and names is not None and not passage.is_verbatim(start):
        cites = cites_of(reads[:1], names)[:1]
        place = (names.start, reads[0].end)
        yield Possible(passage, "narrative", *place, cites, _UNCLOSED)


def _are_of(names: NamesRead, first: CiteRead) -> bool:
    """Return whether the names are those of the first year in the brackets: nothing is
    before it, or the acronym of the group, as in "World Health Organization (WHO, 2001)".
    """
    if first.names is None:
        return True
    short = first.names.names[0]
    if not names.is_literal or first.names.prefix or not short.isupper():
        return False
    return is_same_group(names.names[0], short)
