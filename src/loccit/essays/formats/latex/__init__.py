"""LaTeX, read by a small scanner of its own.

Only TeX can read every TeX file.  This scanner knows how commands, groups, comments and
verbatim text look, and what the commands of everyday documents print; what it doesn't
know, it steps over.  pylatexenc would give positions, too, but takes a hundred times as
long, and gives up where braces are missing; it is what the tests compare with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from loccit.essays.formats.latex.document import LatexDocument

NAME = "latex"
EXTENSIONS = (".tex", ".ltx")


def open(data: bytes, path: str) -> LatexDocument:  # noqa: A001  as every format's
    """Open a LaTeX essay."""
    # Essays in other formats start faster without this.
    from loccit.essays.formats.latex.document import LatexDocument
    from loccit.essays.text_file import read_text_file

    return LatexDocument(read_text_file(data, path))
