"""The namespaces of OpenDocument (ODF 1.3, part 3, section 1.4), and of what LibreOffice
adds to it.
"""

from __future__ import annotations

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
#: The prefix of each namespace, as the specification writes it, whatever a file has.
PREFIXES = {
    f"{_OASIS}:office:1.0": "office",
    f"{_OASIS}:text:1.0": "text",
    f"{_OASIS}:style:1.0": "style",
    f"{_OASIS}:xsl-fo-compatible:1.0": "fo",
    f"{_OASIS}:meta:1.0": "meta",
    f"{_OASIS}:table:1.0": "table",
    f"{_OASIS}:drawing:1.0": "draw",
    f"{_OASIS}:dr3d:1.0": "dr3d",
    f"{_OASIS}:form:1.0": "form",
    f"{_OASIS}:svg-compatible:1.0": "svg",
    f"{_OASIS}:manifest:1.0": "manifest",
    "http://www.w3.org/1999/xlink": "xlink",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/1998/Math/MathML": "math",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0": "field",
}
