"""ERIC's variant of the format: reports, dissertations and books beside articles.

ERIC, the database of the U.S. Department of Education, has its own publication types,
and JT is the publisher of what is not an article.
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.bibliography.records.lines import Tags

#: How ERIC's publication types begin, and the CSL type for them; the first that a
#: record has decides.
_TYPES = {
    "Dissertations": "thesis",
    "Journal Articles": "article-journal",
    "Book": "book",
    "Collected Works - Proceedings": "book",
    "Collected Works - General": "book",
    "Reference Materials": "book",
    "Guides": "report",
    "Reports": "report",
    "Numerical": "report",
    "Tests": "report",
    "Legal": "report",
    "Opinion Papers": "report",
    "Speeches": "paper-conference",
    "Creative Works": "book",
    "Information Analyses": "report",
    "Historical Materials": "report",
    "ERIC": "report",
}
#: "Ph.D. Dissertation, Drexel University"
_DISSERTATION = regex(
    r"(?P<degree>[^,]*(?:dissertation|thesis)[^,]*), (?P<university>.+)", re.IGNORECASE
)
_MASTERS = regex(r"\bM\.?\s?[A-Z]|\bmaster")
_OF_JOURNALS = frozenset(["VI", "IP", "IS", "ISSN"])
_JOURNALS = ("article-journal", "paper-conference")


def convert_eric(type_: str, tags: Tags) -> str:
    """Give ERIC's tags the meaning that PubMed's have; return the CSL type.

    Args:
        type_: the type that other databases would mean.
        tags: the tags of the record, which are changed.
    """
    names = [line.text for line in tags.pop("PT", [])]
    known = [csl for begin, csl in _TYPES.items() if _has_type(names, begin)]
    if known:
        type_ = known[0]
    elif type_ == "article-journal" and not _is_in_journal(tags):
        type_ = "report"
    if type_ == "thesis":
        _read_dissertation(tags)
    if type_ not in _JOURNALS:
        tags.rename("JT", "PB")
    _read_number(tags)
    return type_


def _is_in_journal(tags: Tags) -> bool:
    """Return whether a record is an article's: its number begins with EJ."""
    if not tags.keys().isdisjoint(_OF_JOURNALS):
        return True
    return any("EJ" in tags.text(tag) for tag in ("OID", "LID"))


def _has_type(names: list[str], begin: str) -> bool:
    return any(name.startswith(begin) for name in names)


def _read_dissertation(tags: Tags) -> None:
    """Read the university, which is in SO; JT is the archive."""
    found = _DISSERTATION.fullmatch(tags.text("SO").rstrip("."))
    if found is None:
        return
    line = tags.pop("SO")[0]
    tags.rename("JT", "archive")
    tags.put("PB", found["university"], line)
    degree = "Master's thesis" if _MASTERS.search(found["degree"]) else ""
    tags.put("genre", degree or "Doctoral dissertation", line)


def _read_number(tags: Tags) -> None:
    """Move the number of the record in ERIC; it is in the address, too."""
    tags.rename("OID", "eric")
