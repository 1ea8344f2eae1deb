"""reStructuredText, with the roles and directives of Sphinx."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loccit.essays.formats.rst.document import RstDocument

NAME = "rst"
EXTENSIONS = (".rst", ".rest")


def open(data: bytes, path: str) -> RstDocument:  # noqa: A001  as every format's
    """Open an essay in reStructuredText."""
    # Other essays start faster without this.
    from loccit.essays.formats.rst.document import RstDocument
    from loccit.essays.text_file import read_text_file

    return RstDocument(read_text_file(data, path))
