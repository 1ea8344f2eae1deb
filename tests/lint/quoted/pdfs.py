"""Make small PDFs."""

from __future__ import annotations

from pathlib import Path

import typst


def make_pdf(path: Path, markup: str) -> Path:
    """Set a text as a PDF, and return its path.

    Args:
        path: of the PDF.
        markup: the text, as Typst writes it.
    """
    path.write_bytes(typst.compile(markup.encode(), format="pdf"))
    return path
