"""Jupyter notebooks: their Markdown cells, read as one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loccit.essays.formats.markdown.document import MarkdownDocument

NAME = "jupyter"
EXTENSIONS = (".ipynb",)


def open(data: bytes, path: str) -> MarkdownDocument:  # noqa: A001  as every format's
    """Open a notebook."""
    # Other essays start faster without this.
    from loccit.essays.formats.jupyter.notebook_file import read_notebook
    from loccit.essays.formats.markdown.document import MarkdownDocument

    return MarkdownDocument(read_notebook(data, path))
