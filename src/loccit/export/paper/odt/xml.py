"""The namespaces of OpenDocument."""

from __future__ import annotations

_BASE = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE = f"{_BASE}:office:1.0"
STYLE = f"{_BASE}:style:1.0"
TEXT = f"{_BASE}:text:1.0"
TABLE = f"{_BASE}:table:1.0"
FO = f"{_BASE}:xsl-fo-compatible:1.0"
MANIFEST = f"{_BASE}:manifest:1.0"
DC = "http://purl.org/dc/elements/1.1/"
META = f"{_BASE}:meta:1.0"

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "office": OFFICE,
        "style": STYLE,
        "text": TEXT,
        "table": TABLE,
        "fo": FO,
        "svg": f"{_BASE}:svg-compatible:1.0",
        "dc": DC,
        "meta": META,
    }.items()
)
