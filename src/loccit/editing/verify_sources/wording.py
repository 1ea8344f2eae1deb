"""The words for works, records and differences."""

from __future__ import annotations

from collections.abc import Sequence

from loccit.bibliography.search.summary import summarize
from loccit.lookup import Identifier, LookupResult
from loccit.lookup.verify import AskedWork, Difference, OtherWork
from loccit.lookup.verify.asked_work import plain_title
from loccit.model import Source

_DIFFERS = {
    "author": "The authors differ",
    "editor": "The editors differ",
    "translator": "The translators differ",
    "issued": "The year differs",
    "page": "The pages differ",
}
_NOUNS = {"issued": "year", "page": "pages"}
#: The variable that an identifier is in.
_VARIABLES = {
    "doi": "DOI",
    "isbn": "ISBN",
    "pmid": "PMID",
    "pmcid": "PMCID",
    "arxiv": "number",
}


def reference(source: Source) -> str:
    """Describe a work: who, when, what, and its DOI.

    >>> from loccit.model import Date, DateParts, Name
    >>> moss = {"author": (Name("Moss"),), "issued": Date(DateParts(2019)), "title": "Walls"}
    >>> reference(Source("", "book", {**moss, "DOI": "10.1000/1"}))
    'Moss (2019), “Walls”, https://doi.org/10.1000/1'
    """
    found = summarize(source)
    year = f"({found.year})" if found.year else ""
    who = " ".join(filter(None, [found.author, year]))
    what = f"“{found.title or source.plain('container-title')}”"
    doi = source.text("DOI")
    return ", ".join(filter(None, [who, what, doi and f"https://doi.org/{doi}"]))


def found_at(found: LookupResult) -> str:
    """Say where a work is: at a service, under its DOI if it has one."""
    doi = found.source.text("DOI")
    return (
        f"at {found.service}: https://doi.org/{doi}" if doi else f"at {found.service}"
    )


def candidate(found: LookupResult) -> str:
    """Describe a record that may be of the work."""
    return f"{reference(found.source)} ({found.service})"


def other_work(work: AskedWork, other: OtherWork) -> str:
    """Say which work an identifier is of."""
    title = plain_title(other.found.source.plain("title"))
    container = plain_title(work.source.plain("container-title"))
    what = "the whole that it is in" if title.like(container) else "another work"
    service = other.found.service
    known = reference(other.found.source)
    return f"At {service}, {article(other.identifier)} is of {what}: {known}."


def article(identifier: Identifier) -> str:
    """Name an identifier in a sentence.

    >>> article(Identifier("doi", "10.1000/1")), article(Identifier("arxiv", "2101.00123"))
    ('the DOI 10.1000/1', 'arXiv:2101.00123')
    """
    words = str(identifier)
    return f"the {words}" if " " in words else words


def variable_of(identifier: Identifier) -> str:
    """Return the variable that has an identifier."""
    return _VARIABLES.get(identifier.kind, "URL")


def differs(difference: Difference, service: str) -> str:
    """Say how a variable differs.

    >>> differs(Difference("volume", "41", "43", "43"), "Crossref")
    'The volume differs: “41” here, “43” at Crossref.'
    """
    name = difference.variable
    what = _DIFFERS.get(name, f"The {name} differs")
    return f"{what}: “{difference.stored}” here, “{difference.found}” at {service}."


def is_further(difference: Difference, service: str) -> str:
    """Say what else a service knows.

    >>> is_further(Difference("DOI", "", "10.1000/1", "10.1000/1"), "Crossref")
    'The DOI is missing here; Crossref has “10.1000/1”.'
    """
    noun = _NOUNS.get(difference.variable, difference.variable)
    verb = "are" if noun == "pages" else "is"
    return f"The {noun} {verb} missing here; {service} has “{difference.found}”."


def enumerated(words: Sequence[str]) -> str:
    """Join words to a list.

    >>> enumerated(["Crossref", "PubMed", "arXiv"])
    'Crossref, PubMed and arXiv'
    """
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
