"""Word: .docx and .docm files (ECMA-376, Office Open XML), changed in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loccit.essays.formats.docx.document import DocxDocument

NAME = "docx"
EXTENSIONS = (".docx", ".docm")


def open(data: bytes, path: str) -> DocxDocument:  # noqa: A001  as every format's
    """Open an essay of Word."""
    # Other essays start faster without this.
    from loccit.essays.formats.docx.document import open_docx

    return open_docx(data, path)
