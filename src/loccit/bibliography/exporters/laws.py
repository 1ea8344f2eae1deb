"""Cases and statutes that were saved as documents, or whose reporter or code was lost.

Zotero's BibTeX has no types for them, and its BibLaTeX no field for reporters.
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.model import Source

#: The names of a case and of a law, as lawyers write them.
_CASE = regex(r"[A-Z][^:]* vs?\.? (?:the )?[A-Z][^:]*")
_ACT = regex(r"[A-Z].*\bAct(?: \([A-Z]+\))?(?: of \d{4})?")
#: Variables of documents that are no laws.
_NOT_OF_LAWS = ("author", "publisher", "container-title", "DOI", "ISBN", "genre")
_LEGAL = frozenset(["legal_case", "legislation"])
_VERSUS = regex(r" (?:vs\.?|v) (?=(?:the )?[A-Z])")


def with_legal_type(source: Source) -> Source:
    """Read a document with the name of a case or an act as one.

    >>> with_legal_type(Source("x", "document", {"title": "Roe v. Wade"})).type
    'legal_case'
    """
    if source.type != "document":
        return source
    if any(source.variables.get(name) for name in _NOT_OF_LAWS):
        return source
    title = source.plain("title")
    if _CASE.fullmatch(title):
        return source.with_variables({}, "legal_case")
    if _ACT.fullmatch(title):
        section = source.text("section") or source.text("chapter-number")
        changed = {"section": section, "chapter-number": None}
        return source.with_variables(changed, "legislation")
    return source


def without_numbers_of_nothing(source: Source) -> Source:
    """Omit a volume, page and section if the reporter or code that has them is lost."""
    if source.type not in _LEGAL or source.text("container-title"):
        return source
    if source.text("number"):  # a public law, or a docket
        return source
    return source.with_variables({"volume": None, "page": None, "section": None})


def with_versus(source: Source) -> Source:
    """Write "v." between the parties of a case."""
    title = source.text("title")
    if source.type != "legal_case" or not _VERSUS.search(title):
        return source
    return source.with_variables({"title": _VERSUS.sub(" v. ", title)})
