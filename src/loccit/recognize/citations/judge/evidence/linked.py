"""Links: "[Doe (2001)](https://doi.org/10.1000/1)"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.essays.paragraph import Mark
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_citation import Reason

_NAMED = ("parenthetical", "narrative", "bare")
#: Where publications are.
_PUBLICATION = regex(
    r"(?i)//(?:[\w.-]*\.)?(?:doi\.org|jstor\.org|arxiv\.org|pubmed|ncbi\.nlm|ssrn\.com"
    r"|sciencedirect|springer|wiley\.com|tandfonline|sagepub|scholar\.google|semanticscholar"
    r"|biorxiv|psyarxiv|osf\.io|nber\.org|hal\.science|researchgate|academia\.edu|zenodo)"
    r"|\.pdf\b|/doi/|\b10\.\d{4,}/"
)
#: Where films, songs and everything else are.
_ANYTHING = regex(r"(?i)wiki|imdb|youtu|spotify|discogs|bandcamp|goodreads|amazon\.")
#: A bracket or a full stop may be outside the link, or inside.
_NEAR = 2


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look whether it is the text of a link, and where that leads."""
    if possible.mode not in _NAMED or essay.lists(possible.cites[0]):
        return
    link = _link_of(possible)
    if link is None or _ANYTHING.search(link.target):
        return
    is_bare = possible.mode == "bare"
    if is_bare and _is_in_brackets(possible):
        return  # the whole bracket is the citation
    if _PUBLICATION.search(link.target):
        weight = 8.0 if is_bare else 2.5
        yield Evidence(weight, Reason("linked", "it links to a publication"))
    elif link.target.startswith("http"):
        yield Evidence(4.0 if is_bare else 1.0, Reason("linked", "it is a link"))


def _link_of(possible: Possible) -> Mark | None:
    """Return the link whose text it is."""
    marks = possible.passage.paragraph.marks_in(
        max(0, possible.start - _NEAR), possible.end
    )
    for mark in marks:
        is_start = abs(mark.start - possible.start) <= _NEAR
        if mark.kind == "link" and is_start and mark.end >= possible.end - _NEAR:
            return mark
    return None


def _is_in_brackets(possible: Possible) -> bool:
    brackets = possible.passage.brackets_near(possible.start)
    return any(each.end >= possible.end for each in brackets)
