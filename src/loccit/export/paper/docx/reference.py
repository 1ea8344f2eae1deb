"""Make the document from which pandoc takes the styles, the page and its header."""

from __future__ import annotations

from xml.sax.saxutils import escape

from loccit.export.paper.docx.styles import styles
from loccit.export.paper.docx.xml import NAMESPACES, content_types, relationships
from loccit.export.paper.package import package
from loccit.export.paper.target import Header, Setup

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
#: A page of letter size with margins of an inch, in twips.
_PAGE = (
    '<w:pgSz w:w="12240" w:h="15840"/>'
    '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/>'
)
#: Where the text ends, in twips from where it begins.
_RIGHT = 9360


def reference_document(setup: Setup) -> bytes:
    """Make a document without text."""
    section = (
        f'<w:sectPr><w:headerReference w:type="default" r:id="rId2"/>{_PAGE}</w:sectPr>'
    )
    parts = {
        "[Content_Types].xml": content_types(
            document="document.main", styles="styles", header1="header"
        ),
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body><w:p/>{section}</w:body></w:document>",
        "word/_rels/document.xml.rels": relationships(
            ("styles", "styles.xml"), ("header", "header1.xml")
        ),
        "word/styles.xml": styles(setup),
        "word/header1.xml": _header(setup.header),
    }
    return package({name: (_XML + part).encode() for name, part in parts.items()})


def _header(header: Header) -> str:
    """Write the header, with a field for the page number."""
    left, before = escape(header.left), escape(header.before_number)
    return (
        f'<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Header"/>'
        f'<w:tabs><w:tab w:val="right" w:pos="{_RIGHT}"/></w:tabs></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{left}</w:t></w:r><w:r><w:tab/></w:r>'
        f'<w:r><w:t xml:space="preserve">{before}{" " if before else ""}</w:t></w:r>'
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:hdr>'
    )
