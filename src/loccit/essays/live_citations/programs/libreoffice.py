"""LibreOffice's own citations: the element `text:bibliography-mark` (ODF 1.2, Part 1,
7.8.5).

A code is the start tag of the element as it is in `content.xml`, or the whole element.
"""

from __future__ import annotations

from xml.parsers import expat

from loccit._startup.regex import regex
from loccit.essays.live_citations.broken_code import BrokenCode
from loccit.essays.live_citations.live_citation import (
    FieldCode,
    Kind,
    LiveCitation,
    LiveCite,
)
from loccit.essays.live_citations.records import record_of_source
from loccit.model import Value
from loccit.values.dates import read_year
from loccit.values.people import read_people

_CITATION = regex(r"\s*<(?:[\w.-]+:)?bibliography-mark[\s/>]")
#: Types of ODF that CSL names differently; all others are documents.
_TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "conference": "paper-conference",
    "email": "personal_communication",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "journal": "article-journal",
    "manual": "report",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "proceedings": "book",
    "techreport": "report",
    "unpublished": "manuscript",
    "www": "webpage",
}
#: Attributes <-> variables of CSL; names and dates are below.
_VARIABLES = {
    "title": "title",
    "booktitle": "container-title",
    "journal": "container-title",
    "publisher": "publisher",
    "address": "publisher-place",
    "institution": "publisher",
    "organizations": "publisher",
    "school": "publisher",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "edition": "edition",
    "chapter": "chapter-number",
    "series": "collection-title",
    "isbn": "ISBN",
    "issn": "ISSN",
    "url": "URL",
    "note": "note",
    "annote": "annote",
    "report-type": "genre",
}


def what_is(code: FieldCode) -> Kind | None:
    return "citation" if _CITATION.match(code.text) else None


def read(code: FieldCode) -> LiveCitation:
    values = _attributes(code.text)
    variables: dict[str, Value | None] = {}
    for name, variable in _VARIABLES.items():
        variables[variable] = variables.get(variable) or values.get(name)
    for name in ("author", "editor"):
        variables[name] = read_people(values.get(name, "")) or None
    year, month = values.get("year", ""), values.get("month", "")
    variables["issued"] = read_year(year, month) if year else None
    type_ = _TYPES.get(values.get("bibliography-type", ""), "document")
    key = values.get("identifier", "")
    return LiveCitation(
        "libreoffice", (LiveCite(record_of_source(key, type_, variables)),)
    )


def _attributes(element: str) -> dict[str, str]:
    """Return the attributes of a start tag, by their names without a prefix.

    A parser that knows no namespaces reads it, since they are declared elsewhere.
    """
    tags: list[dict[str, str]] = []
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = lambda _, attributes: tags.append(attributes)
    try:
        parser.Parse(element.strip().encode("utf-8", "replace"))
        return {name.rpartition(":")[2]: value for name, value in tags[0].items()}
    except (expat.ExpatError, IndexError) as error:
        raise BrokenCode("Its code is damaged: its XML is not whole.") from error
