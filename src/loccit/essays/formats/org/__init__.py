"""Org, as Emacs reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loccit.essays.formats.org.document import OrgDocument

NAME = "org"
EXTENSIONS = (".org",)


def open(data: bytes, path: str) -> OrgDocument:  # noqa: A001  as every format's
    """Open an essay in Org."""
    # Other essays start faster without this.
    from loccit.essays.formats.org.document import OrgDocument
    from loccit.essays.text_file import read_text_file

    return OrgDocument(read_text_file(data, path))
