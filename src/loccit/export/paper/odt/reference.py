"""Make the document from which pandoc takes the styles, the page and its header."""

from __future__ import annotations

from xml.sax.saxutils import escape

from loccit.export.paper.looks import CODE_FONT, FONT
from loccit.export.paper.odt.styles import styles, writing_mode
from loccit.export.paper.odt.xml import MANIFEST, NAMESPACES
from loccit.export.paper.package import package
from loccit.export.paper.target import Setup

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_TYPE = "application/vnd.oasis.opendocument.text"
#: A page of letter size with margins of an inch, in the upper of which is the header.
_PAGE = (
    '<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="8.5in" fo:page-height="11in"'
    ' fo:margin-top="0.5in" fo:margin-bottom="1in" fo:margin-left="1in" fo:margin-right="1in"'
    ' style:print-orientation="portrait" style:writing-mode="{mode}"/>'
    '<style:header-style><style:header-footer-properties svg:height="0.5in"'
    ' fo:margin-bottom="0.3in" style:dynamic-spacing="false"/></style:header-style></style:page-layout>'
)
#: The page number is at the right margin.
_HEADER = (
    '<style:style style:name="PageHeader" style:family="paragraph" style:parent-style-name="Header">'
    '<style:paragraph-properties><style:tab-stops><style:tab-stop style:position="6.5in" style:type="right"/>'
    "</style:tab-stops></style:paragraph-properties></style:style>"
)
_NOTES = (
    '<text:notes-configuration text:note-class="footnote" text:citation-style-name="Footnote_20_Symbol"'
    ' text:citation-body-style-name="Footnote_20_anchor" style:num-format="1" text:start-value="0"'
    ' text:footnotes-position="page" text:start-numbering-at="document"/>'
)


def reference_document(setup: Setup) -> bytes:
    """Make a document without text."""
    parts = {
        "mimetype": _TYPE,
        "META-INF/manifest.xml": _XML + _manifest("/", "content.xml", "styles.xml", "meta.xml"),
        "content.xml": _XML + _document("content", "<office:body><office:text><text:p/></office:text></office:body>"),
        "meta.xml": _XML + _document("meta", "<office:meta/>"),
        "styles.xml": _XML + _document("styles", _styles(setup)),
    }  # fmt: skip
    return package({name: part.encode() for name, part in parts.items()})


def _styles(setup: Setup) -> str:
    header = setup.header
    fonts = "".join(
        f'<style:font-face style:name="{name}" svg:font-family="\'{name}\'"/>'
        for name in (FONT, CODE_FONT)
    )
    page_number = '<text:page-number text:select-page="current">1</text:page-number>'
    before = f"{escape(header.before_number)} " if header.before_number else ""
    line = f'<text:p text:style-name="PageHeader">{escape(header.left)}<text:tab/>{before}{page_number}</text:p>'
    return (
        f"<office:font-face-decls>{fonts}</office:font-face-decls>"
        f"<office:styles>{styles(setup)}{_NOTES}</office:styles>"
        f"<office:automatic-styles>{_HEADER}{_PAGE.format(mode=writing_mode(setup))}</office:automatic-styles>"
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page">'
        f"<style:header>{line}</style:header></style:master-page></office:master-styles>"
    )


def _document(part: str, content: str) -> str:
    """Write a part of the document (Part 3, 3.1.3)."""
    return f'<office:document-{part} {NAMESPACES} office:version="1.3">{content}</office:document-{part}>'


def _manifest(*paths: str) -> str:
    """Write what the package has (Part 2, 4)."""
    types = dict.fromkeys(paths, "text/xml") | {"/": _TYPE}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{type_}"/>'
        for path, type_ in types.items()
    )
    return f'<manifest:manifest xmlns:manifest="{MANIFEST}" manifest:version="1.3">{entries}</manifest:manifest>'
