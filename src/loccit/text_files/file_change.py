"""A change of a file that is not written yet."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple


class FileChange(NamedTuple):
    """The bytes of a file before and after a change."""

    before: bytes
    after: bytes
