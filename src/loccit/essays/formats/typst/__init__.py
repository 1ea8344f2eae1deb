"""Typst."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loccit.essays.formats.typst.document import TypstDocument

NAME = "typst"
EXTENSIONS = (".typ",)


def open(data: bytes, path: str) -> TypstDocument:  # noqa: A001  as every format's
    """Open an essay in Typst."""
    # Other essays start faster without this.
    from loccit.essays.formats.typst.document import TypstDocument
    from loccit.essays.text_file import read_text_file

    return TypstDocument(read_text_file(data, path))
