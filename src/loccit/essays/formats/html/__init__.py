"""HTML: web pages, and what word processors export and paste."""

from __future__ import annotations

from loccit.essays.document import Document

NAME = "html"
EXTENSIONS = (".html", ".htm", ".xhtml")


def open(data: bytes, path: str) -> Document:  # noqa: A001  as every format's
    """Open an essay in HTML."""
    # Other essays start faster without this.
    from loccit.essays.formats.html.document import open_html

    return open_html(data, path)
