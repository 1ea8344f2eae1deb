"""Read a text; form feeds separate its pages, as pdftotext writes them."""

from __future__ import annotations

from pathlib import Path

from loccit.lint.quoted.source_pages import SourcePages
from loccit.text_files.reading import read_text


def read(path: Path) -> SourcePages:
    """Read a text.

    Raises:
        UnreadableFile: it can't be read, or is not a text.
    """
    return SourcePages(read_text(path).text.removesuffix("\f").split("\f"))
