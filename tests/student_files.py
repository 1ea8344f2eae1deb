"""Files that a student brings along: exports of Zotero, Word and PubMed."""

from __future__ import annotations

import json
from pathlib import Path

from tests.essays.formats.docx.word_file import field, paragraph, word_file

ZOTERO = [
    {
        "id": "http://zotero.org/users/1/items/ABCD2345",
        "type": "article-journal",
        "title": "Mass Imprisonment and the Life Course Revisited",
        "container-title": "American Sociological Review",
        "volume": "69",
        "issue": "2",
        "page": "151-169",
        "DOI": "10.1177/000312240406900201",
        "author": [
            {"family": "Pettit", "given": "Becky"},
            {"family": "Western", "given": "Bruce"},
        ],
        "issued": {"date-parts": [["2004", 4]]},
        "note": "Read twice.",
    }
]
SOURCE = """<b:Source><b:Tag>Ale10</b:Tag><b:SourceType>Book</b:SourceType><b:Author>
<b:Author><b:NameList><b:Person><b:Last>Alexander</b:Last><b:First>Michelle</b:First>
</b:Person></b:NameList></b:Author></b:Author><b:Title>The New Jim Crow</b:Title>
<b:Year>2010</b:Year><b:City>New York</b:City><b:Publisher>The New Press</b:Publisher>
</b:Source>"""
#: A draft with a citation of Word's own, and one that is typed.
DRAFT = "".join(
    [
        '<w:p><w:r><w:t xml:space="preserve">Prisons replaced an older order </w:t></w:r>',
        field(r" CITATION Ale10 \p 13 \l 1033 ", "(Alexander, p. 13)"),
        "<w:r><w:t>.</w:t></w:r></w:p>",
        paragraph("They mark people for life (Alexander, 2010 p. 4)."),
    ]
)
PUBMED = """PMID- 1
DP  - 2004 Apr
TI  - Mass imprisonment and the life course revisited.
AID - 10.1177/000312240406900201 [doi]
FAU - Pettit, Becky
JT  - American sociological review
PT  - Journal Article

PMID- 2
DP  - 2015 Mar 3
TI  - Housing and health.
FAU - O'Neil, Tim
JT  - Journal of care
VI  - 4
PG  - 12-30
PT  - Journal Article
"""


def write_student_files(folder: Path) -> None:
    """Write the files that docs/start.md imports."""
    (folder / "My Library.json").write_text(json.dumps(ZOTERO), "utf-8")
    (folder / "pubmed.nbib").write_text(PUBMED, "utf-8")
    draft = word_file(DRAFT, {"customXml": SOURCE})
    (folder / "Draft.docx").write_bytes(draft)
