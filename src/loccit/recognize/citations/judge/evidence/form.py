"""What is typed like nothing but a citation: "et al.", joined names, a page."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_citation import Reason

#: A page with a word or a colon before it, which no other number after a year has.
_PAGE = regex(r"\d{4}[a-z]?(?:,?\s?(?:pp?|pgs?|S|para)\b\.?\s?\d|:\s?\d)")

#: How much two names prove that no list has.
_PAIR = 0.6


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look at how the cites are typed."""
    cites = possible.cites
    if any(cite.read and cite.read.et_al for cite in cites):
        yield Evidence(4.0, Reason("has-et-al", "it has “et al.”"))
    if any(len(cite.names) > 1 for cite in cites):
        weight = _PAIR if _is_pair_in_sentence(possible, essay) else 1.5
        yield Evidence(weight, Reason("joined-names", "it joins names"))
    if any(cite.year and cite.locator for cite in cites):
        weight = 3.0 if _PAGE.search(possible.text) else 1.5
        reason = Reason("located", "a page or the like follows the year")
        yield Evidence(weight, reason)
    if len({cite.names for cite in cites}) > 1:
        yield Evidence(1.5, Reason("several-works", "it has several works"))
    if any(cite.read and cite.read.personal for cite in cites):
        yield Evidence(4.0, Reason("personal", "it is a personal communication"))
    if any(cite.year and not cite.year[-1].isdecimal() for cite in cites):
        yield Evidence(3.0, Reason("undated", "it says that there is no year yet"))
    if any(cite.letters for cite in cites):
        yield Evidence(2.0, Reason("year-letter", "a letter follows the year"))


def _is_pair_in_sentence(possible: Possible, essay: CitingEssay) -> bool:
    """Return whether it is two names without a list that has them: they may be of a
    novel or a duo, "Thelma and Louise (1991)".
    """
    cite = possible.cites[0]
    is_pair = possible.mode == "narrative" and len(cite.names) <= len(["Doe", "Roe"])
    return is_pair and not essay.lists(cite)
