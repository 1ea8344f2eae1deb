"""Markdown, read as pandoc reads it."""

from __future__ import annotations

from loccit.essays.formats.markdown.document import MarkdownDocument
from loccit.essays.text_file import read_text_file

NAME = "markdown"
EXTENSIONS = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")


def open(data: bytes, path: str) -> MarkdownDocument:  # noqa: A001  as every format's
    """Open a Markdown essay."""
    return MarkdownDocument(read_text_file(data, path))
