"""Columns of CSV tables <-> variables of CSL, and the values in their cells."""

from __future__ import annotations

from loccit.bibliography.records.converters import read_pages, without_nocase
from loccit.bibliography.records.names import read_names, write_name
from loccit.model import Date, Name, Value
from loccit.model.csl_json import DATE_VARIABLES, NAME_VARIABLES
from loccit.values.dates import read_date, write_date
from loccit.values.identifiers import plain_doi
from loccit.values.languages import read_language
from loccit.values.people import read_name

#: The headings for writing, in this order. Other variables have their own names as
#: headings.
COLUMNS = {
    "id": "Key",
    "type": "Type",
    "author": "Authors",
    "issued": "Date",
    "title": "Title",
    "container-title": "Published in",
    "editor": "Editors",
    "translator": "Translators",
    "volume": "Volume",
    "issue": "Issue",
    "number": "Number",
    "page": "Pages",
    "edition": "Edition",
    "collection-title": "Series",
    "publisher": "Publisher",
    "publisher-place": "Place",
    "DOI": "DOI",
    "URL": "URL",
    "accessed": "Accessed",
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "PMID": "PMID",
    "PMCID": "PMCID",
    "genre": "Kind",
    "medium": "Medium",
    "language": "Language",
    "keyword": "Keywords",
    "abstract": "Abstract",
    "note": "Note",
    "annote": "Annotation",
}

#: The columns of every table.
ALWAYS = ("id", "type", "author", "issued", "title")

#: Zotero's headings in lower case. Its tables have a column for each of its fields, most
#: of them empty.
ZOTERO_COLUMNS = {
    "key": "id",
    "item type": "type",
    "author": "author",
    "title": "title",
    "publication title": "container-title",
    "book title": "container-title",
    "isbn": "ISBN",
    "issn": "ISSN",
    "doi": "DOI",
    "url": "URL",
    "abstract note": "abstract",
    "date": "issued",
    "publication year": "issued",
    "access date": "accessed",
    "pages": "page",
    "num pages": "number-of-pages",
    "issue": "issue",
    "volume": "volume",
    "number of volumes": "number-of-volumes",
    "journal abbreviation": "container-title-short",
    "short title": "title-short",
    "series": "collection-title",
    "series title": "collection-title",
    "series number": "collection-number",
    "publisher": "publisher",
    "place": "publisher-place",
    "language": "language",
    "type": "genre",
    "archive": "archive",
    "archive location": "archive_location",
    "library catalog": "source",
    "call number": "call-number",
    "extra": "note",
    "notes": "annote",
    "manual tags": "keyword",
    "automatic tags": "keyword",
    "editor": "editor",
    "series editor": "collection-editor",
    "translator": "translator",
    "contributor": "contributor",
    "book author": "container-author",
    "recipient": "recipient",
    "interviewer": "interviewer",
    "director": "director",
    "producer": "producer",
    "composer": "composer",
    "performer": "performer",
    "conference name": "event-title",
    "meeting name": "event-title",
    "number": "number",
    "edition": "edition",
    "version": "version",
    "running time": "dimensions",
    "scale": "scale",
    "section": "section",
    "status": "status",
}

#: Headings of other tables in lower case: Zotero's, except that "Type" is not the kind,
#: BibTeX's fields, and Scopus's "Source title" and "Link".
OTHER_COLUMNS = {
    **ZOTERO_COLUMNS,
    "type": "type",
    "address": "publisher-place",
    "booktitle": "container-title",
    "journal": "container-title",
    "link": "URL",
    "source title": "container-title",
    "year": "issued",
}

_NAMES = NAME_VARIABLES | {"short-author"}


def read_cell(variable: str, text: str) -> Value | None:
    """Read the value of a variable from a cell.

    >>> read_cell("author", "Doe, Jane; World Bank")[1].literal, read_cell("page", "12–34")
    ('World Bank', '12-34')
    """
    if variable in _NAMES:
        return read_names([part for part in text.split(";") if part.strip()])
    if variable in DATE_VARIABLES:
        return read_date(text)
    if variable == "DOI":
        return plain_doi(text)
    if variable == "language":
        return read_language(text.strip())
    if variable == "page":
        return read_pages(text)
    return text.strip()


def write_cell(variable: str, value: Value) -> str:
    """Write the value of a variable for a cell.

    Pages have a dash, because spreadsheets read "12-34" as a date.

    >>> write_cell("author", (Name(family="Doe", given="Jane"), Name(literal="World Bank")))
    'Doe, Jane; World Bank'
    """
    if isinstance(value, tuple):
        return "; ".join(map(_write_name, value))
    if isinstance(value, Date):
        return write_date(value)
    if variable == "page":
        return value.replace("-", "–")
    return without_nocase(value)


def _write_name(name: Name) -> str:
    """Write a name; a group's name has a final comma only if it is misread without."""
    if name.literal and read_name(name.literal) == name:
        return name.literal
    return write_name(name)
