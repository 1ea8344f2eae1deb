"""OpenDocument: .odt, .ott and .fodt files of LibreOffice and others, changed in place
(OASIS, Open Document Format for Office Applications 1.3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loccit.essays.formats.odt.document import OdtDocument

NAME = "odt"
EXTENSIONS = (".odt", ".ott", ".fodt")


def open(data: bytes, path: str) -> OdtDocument:  # noqa: A001  as every format's
    """Open an essay of LibreOffice."""
    # Other essays start faster without this.
    from loccit.essays.formats.odt.document import open_odt

    return open_odt(data, path)
