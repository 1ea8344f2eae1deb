"""The language that a document of LibreOffice is in: that of its default paragraphs (ODF
1.3, part 3, sections 20.190 and 20.202).
"""

from __future__ import annotations

from loccit.essays.packages.element import Element


def document_language(styles: Element) -> str:
    """Return a language tag such as `de-DE`; "" if the document names none.

    Args:
        styles: the root of the part with the named styles.
    """
    for default in styles.iterate("style:default-style"):
        properties = default.find("style:text-properties")
        if default.get("style:family") == "paragraph" and properties:
            tags = (properties.get("fo:language"), properties.get("fo:country"))
            return "-".join(tag for tag in tags if tag not in ("", "none"))
    return ""
