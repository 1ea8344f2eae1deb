"""OpenDocument files as LibreOffice writes them, of what a test is about."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from loccit.essays.formats.odt.names import PREFIXES

MIMETYPE = "application/vnd.oasis.opendocument.text"
NAMES = "".join(
    f' xmlns:{prefix}="{namespace}"'
    for namespace, prefix in PREFIXES.items()
    if prefix != "xml"
)
MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:'
    'manifest:1.0" manifest:version="1.3"><manifest:file-entry '
    f'manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" '
    'manifest:media-type="text/xml"/><manifest:file-entry '
    'manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="meta.xml" '
    'manifest:media-type="text/xml"/></manifest:manifest>'
)


def odt(
    text: str, automatic: str = "", styles: str = "", pages: str = "", meta: str = ""
) -> bytes:
    """Return a file.

    Args:
        text: what is in `office:text`.
        automatic, styles: the automatic and the named styles.
        pages: the master pages.
        meta: what is in `office:meta`.
    """
    return archive(
        {
            "content.xml": content(text, automatic),
            "styles.xml": part(
                "document-styles",
                f"<office:styles>{styles}</office:styles><office:automatic-styles/>"
                f"<office:master-styles>{pages}</office:master-styles>",
            ),
            "meta.xml": part("document-meta", f"<office:meta>{meta}</office:meta>"),
        }
    )


def content(text: str, automatic: str = "") -> str:
    """Return `content.xml`."""
    return part(
        "document-content",
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body>",
    )


def part(name: str, inside: str) -> str:
    """Return a part with a root element of a name."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<office:{name}{NAMES} office:version="1.3">{inside}</office:{name}>'
    )


def flat(text: str) -> bytes:
    """Return a file without an archive."""
    return part(
        "document",
        "<office:meta/><office:styles/><office:automatic-styles/>"
        "<office:master-styles><style:master-page><style:footer><text:p>Foot [@roe]"
        "</text:p></style:footer></style:master-page></office:master-styles>"
        f"<office:body><office:text>{text}</office:text></office:body>",
    ).encode()


def archive(parts: Mapping[str, str]) -> bytes:
    """Return an archive, `mimetype` first and stored (ODF 1.3, part 2, section 3.3)."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", MIMETYPE, ZIP_STORED)
        for name, text in {**parts, "META-INF/manifest.xml": MANIFEST}.items():
            package.writestr(name, text)
    return file.getvalue()


def read_part(data: bytes, name: str = "content.xml") -> str:
    """Return a part of a file."""
    with ZipFile(BytesIO(data)) as package:
        return package.read(name).decode()
