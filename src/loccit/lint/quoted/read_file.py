"""Read the text of a source's file, and keep that of PDFs in the cache.

What is kept is made of the file's content only, is identified by it, and can be deleted
without loss.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from loccit._startup.version import __version__
from loccit.errors import UnreadableFile
from loccit.lint.quoted.readers import html, pdf, plain
from loccit.lint.quoted.source_pages import SourcePages
from loccit.model import Place
from loccit.text_files.cache import digest_of, folder, keep

_READERS: Mapping[str, Callable[[Path], SourcePages]] = {
    ".txt": plain.read,
    ".htm": html.read,
    ".html": html.read,
    ".xhtml": html.read,
}
_PDF = ".pdf"
EXTENSIONS = frozenset([_PDF, *_READERS])
#: Letters on a page on average; a scan may have a page of text that its archive added.
_LEAST_TEXT = 40


def read_file(path: Path) -> SourcePages:
    """Read the pages of a file.

    Raises:
        UnreadableFile: it can't be read, or has no text.
    """
    reader = _READERS.get(path.suffix.lower())
    pages = reader(path) if reader else _read_pdf(path)
    if sum(len(text.strip()) for text in pages.texts) < _LEAST_TEXT * len(pages.texts):
        raise UnreadableFile(
            "This file has no text; it may be a scan.",
            place=Place(str(path)),
            advice="Let a program for optical character recognition add it, such as "
            "ocrmypdf.",
        )
    return pages


def _read_pdf(path: Path) -> SourcePages:
    kept = folder() / f"{digest_of(path)}.{__version__}.pages"
    try:
        pages = SourcePages(*json.loads(kept.read_bytes()))
    except (OSError, ValueError, TypeError):
        pages = pdf.read(path)
        keep(kept, json.dumps(pages).encode())
    return pages
