"""Packages: the zip archives that DOCX and ODT files are."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

#: The member of an ODT package that comes first and uncompressed (ODF 1.3, Part 2, 3.3).
_TYPE = "mimetype"


def package(members: Mapping[str, bytes]) -> bytes:
    """Make a package; the same members make the same bytes."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, data in members.items():
            # Dated 1980, so that the bytes do not depend on the time.
            info = ZipInfo(name)
            info.compress_type = ZIP_STORED if name == _TYPE else ZIP_DEFLATED
            archive.writestr(info, data)
    return file.getvalue()


def members_of(data: bytes) -> dict[str, bytes]:
    """Return the members of a package that pandoc made."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
