"""One library in Zotero: its database, and its exports by Zotero and Better BibTeX."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.zotero_sqlite import Entry, Person, make_database

EXPORTS = Path(__file__).parent / "zotero_exports"

WORKS = (
    Entry(
        "A2B3C4D5",
        "journalArticle",
        {
            "title": "Food sharing and trust in three towns of New England",
            "abstractNote": "Three towns share what they catch.",
            "publicationTitle": "Journal of Community Studies",
            "volume": "41",
            "issue": "2",
            "pages": "155-172",
            "date": "2015-03-00 March 2015",
            "journalAbbreviation": "J. Community Stud.",
            "language": "en",
            "DOI": "10.1000/jcs.2015.155",
            "ISSN": "1234-5679",
            "url": "https://www.example.org/jcs/155",
            "accessDate": "2024-11-03 10:15:00",
            "libraryCatalog": "Example Database",
        },
        [Person("author", "Ortega", "Lena M."), Person("author", "Brandt", "Tom")],
        ["Thesis"],
    ),
    Entry(
        "B2B3C4D5",
        "book",
        {
            "title": "Reading the tide: A history of coastal trade",
            "edition": "3",
            "place": "Portland",
            "publisher": "Harbor Press",
            "date": "2018-00-00 2018",
            "numPages": "312",
            "language": "en",
            "ISBN": "978-1-59558-103-7",
            "shortTitle": "Reading the tide",
        },
        [Person("author", "Ferreira", "Ana")],
        ["Thesis"],
    ),
    Entry(
        "C2B3C4D5",
        "bookSection",
        {
            "title": "Markets after the storm",
            "bookTitle": "Rebuilding towns: Essays on recovery",
            "place": "Oslo",
            "publisher": "Northgate University Press",
            "date": "2012-00-00 2012",
            "pages": "45-63",
            "language": "en",
        },
        [Person("author", "Okafor", "Chidi"), Person("editor", "Lindqvist", "Maja")],
    ),
    Entry(
        "D2B3C4D5",
        "report",
        {
            "title": "Coastal households and their boats",
            "reportNumber": "12",
            "institution": "National Harbor Institute",
            "date": "2019-06-00 June 2019",
            "language": "en",
            "url": "https://www.example.org/reports/12",
        },
        [Person("author", "National Harbor Institute")],
    ),
    Entry(
        "E2B3C4D5",
        "thesis",
        {
            "title": "Weaving and work: Cooperatives of women, 1950–1980",
            "thesisType": "PhD thesis",
            "university": "University of Northgate",
            "date": "2009-00-00 2009",
            "language": "en",
            "shortTitle": "Weaving and work",
        },
        [Person("author", "Nakata", "Emi")],
    ),
    Entry(
        "F2B3C4D5",
        "webpage",
        {
            "title": "How volunteers are trained",
            "websiteTitle": "Harbor Aid",
            "date": "2021-05-00 May 2021",
            "url": "https://www.example.org/training",
            "accessDate": "2024-11-03 10:20:00",
            "language": "en",
        },
        [Person("author", "Stone", "Ruth")],
    ),
    Entry(
        "G2B3C4D5",
        "magazineArticle",
        {
            "title": "Fishers return to the old harbor",
            "publicationTitle": "The Harbor Magazine",
            "date": "2020-02-00 February 2020",
            "language": "en",
        },
        [Person("author", "Quill", "Sam")],
    ),
    Entry(
        "H2B3C4D5",
        "book",
        {
            "title": "The book of harbors",
            "publisher": "Verso",
            "date": "1999-00-00 1999",
            "language": "en",
        },
        [Person("author", "Moreau", "Élise"), Person("translator", "Stone", "Ruth")],
    ),
)


def write_zotero_library(folder: Path) -> None:
    """Write the exports into a folder, and the database where a home folder has it."""
    for export in EXPORTS.iterdir():
        shutil.copy(export, folder)
    database = folder / "Zotero" / "zotero.sqlite"
    make_database(database, WORKS, {"Thesis": ""})
