"""Cases and statutes that were saved as documents, or whose reporter or code was lost.

Zotero's BibTeX has no types for them, and its BibLaTeX no field for reporters and codes.
People type the signs and words that styles print: "§ 12", "Pub. L. No. 5".
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.model import Source, Value
from loccit.values.dates import read_date

#: The names of a case and of a law, as lawyers write them.
_CASE = regex(r"[A-Z][^:]* vs?\.? (?:the )?[A-Z][^:]*")
_ACT = regex(r"[A-Z].*\bAct(?: \([A-Z]+\))?(?: of \d{4})?")
#: Variables of documents that are no laws.
_NOT_OF_LAWS = ("author", "publisher", "container-title", "DOI", "ISBN", "genre")
_LEGAL = frozenset(["legal_case", "legislation"])
_STATUTES = frozenset(["bill", "legislation", "regulation"])
_PUBLIC_LAW = regex(
    r"(?:Pub(?:\.|lic) ?L(?:\.|aw)|P\. ?L\.|PL)(?: No\.?)? ?(?=\d)|No\. ?(?=\d+[-–]\d)",
    re.IGNORECASE,
)
_PUBLIC_LAW_NUMBER = regex(r"\d{2,3}[-–]\d+")
_SIGN = regex(r"(?:§+|[Ss]ec(?:tion|\.)s?) ?(?=\d)")
_REVISED = regex(r"rev(?:ised|\.) (?P<year>\d{4})", re.IGNORECASE)
_LONGEST_STATUS = 80
_VERSUS = regex(r" (?:vs\.?|v) (?=(?:the )?[A-Z])")


def with_legal_type(source: Source) -> Source:
    """Read a document with the name of a case or an act as one.

    >>> with_legal_type(Source("x", "document", {"title": "Roe v. Wade"})).type
    'legal_case'
    """
    if source.type not in ("document", "webpage"):
        return source
    if any(source.variables.get(name) for name in _NOT_OF_LAWS):
        return source
    title = source.plain("title")
    is_page = source.type == "webpage"  # which may be about a law
    if _CASE.fullmatch(title) and (" v. " in title or not is_page):
        return source.with_variables({}, "legal_case")
    if not is_page and _ACT.fullmatch(title):
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
    if source.type != "legal_case":
        return source
    title = source.text("title")
    if not _VERSUS.search(title):
        return source
    return source.with_variables({"title": _VERSUS.sub(" v. ", title)})


def with_plain_statute(source: Source) -> Source:
    """Leave out what styles print before the numbers of laws and sections.

    Public laws are in the Statutes at Large, and bills in the Congressional Record,
    which some exports lose.

    >>> law = Source("x", "legislation", {"number": "Pub. L. No. 88-352", "volume": "78", "page": "241"})
    >>> with_plain_statute(law).variables
    {'number': '88-352', 'volume': '78', 'page': '241', 'container-title': 'Stat.'}
    """
    if source.type not in _STATUTES:
        return source
    number = _PUBLIC_LAW.sub("", source.text("number"))
    section = _SIGN.sub("", source.text("section"))
    changed: dict[str, Value | None] = {"number": number, "section": section}
    if source.text("page") and not source.text("container-title"):
        changed["container-title"] = _record(source.type, number)
    return source.with_variables(changed)


def _record(type_: str, number: str) -> str:
    """Return where the papers of a type are printed by volume and page, if it is clear."""
    if type_ == "bill":
        return "Cong. Rec."
    return "Stat." if _PUBLIC_LAW_NUMBER.fullmatch(number) else ""


def with_history_of_law(source: Source) -> Source:
    """Read "enacted" or "rev. 2009" in Zotero's field "History"."""
    if source.type not in _STATUTES or source.text("status"):
        return source
    history = source.text("references").strip("() .")
    if not history:
        return source
    revised = _REVISED.fullmatch(history)
    issued = source.date("issued")
    if revised is not None and issued is not None:
        dates = {"original-date": issued, "issued": read_date(revised["year"])}
        return source.with_variables({**dates, "references": None})
    if len(history) > _LONGEST_STATUS:
        return source
    return source.with_variables({"status": history, "references": None})
