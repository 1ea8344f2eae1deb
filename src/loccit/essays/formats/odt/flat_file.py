"""Flat OpenDocument, .fodt: one XML file with all parts in its root element (ODF 1.3, part
3, section 3.1.2).
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.packages.package import Package

#: The name under which the file is read, as if it were in an archive.
_ONLY = "content.xml"
#: The parts that an archive has instead.
_PARTS = frozenset([_ONLY, "styles.xml", "meta.xml"])


class FlatFile(NamedTuple):
    """A file that is its only part.

    Attributes:
        data: the bytes of the file.
        path: its name, for messages.
    """

    data: bytes
    path: str
    names: tuple[str, ...] = (_ONLY,)

    def read(self, name: str) -> bytes:
        """Return the file."""
        return self.data

    def with_members(self, contents: Mapping[str, bytes]) -> FlatFile:
        """Return a file with other bytes."""
        return FlatFile(contents.get(_ONLY, self.data), self.path)


class FlatPackage(Package):
    """A package in which every part is in one."""

    def find(self, name: str) -> str | None:
        """Return the name of the only part."""
        return _ONLY if name in _PARTS else None
