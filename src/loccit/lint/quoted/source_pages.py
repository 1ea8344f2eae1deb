"""What a file with the text of a source contains."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.namedtuple import NamedTuple


class SourcePages(NamedTuple):
    """The pages of a file.

    Attributes:
        texts: of each page, its lines ended by newlines; a file without pages has one.
        labels: of each page, as the file names it; `""` where it does not.
        is_scan: whether the pages are pictures, whose text a program read.
    """

    texts: Sequence[str]
    labels: Sequence[str] = ()
    is_scan: bool = False
