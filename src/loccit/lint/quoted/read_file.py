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
from loccit.lint.quoted.letters import letters_of
from loccit.lint.quoted.readers import epub, html, pdf, plain
from loccit.lint.quoted.source_pages import SourcePages
from loccit.model import Place
from loccit.text_files.cache import digest_of, folder, keep

_READERS: Mapping[str, Callable[[Path], SourcePages]] = {
    ".epub": epub.read,
    ".txt": plain.read,
    ".htm": html.read,
    ".html": html.read,
    ".xhtml": html.read,
}
_PDF = ".pdf"
EXTENSIONS = frozenset([_PDF, *_READERS])
#: Characters of a page with text; a scan may have one that its archive added.
_LEAST_TEXT = 40


def read_file(path: Path) -> SourcePages:
    """Read the pages of a file.

    Raises:
        UnreadableFile: it can't be read, or has no text.
    """
    reader = _READERS.get(path.suffix.lower())
    pages = reader(path) if reader else _read_pdf(path)
    if not _has_text(pages):
        raise UnreadableFile(
            "This file has no text; it may be a scan.",
            place=Place(str(path)),
            advice="Let a program for optical character recognition add it, such as "
            "ocrmypdf.",
        )
    return pages


def _has_text(pages: SourcePages) -> bool:
    """Return whether most pages have letters, and not only signs, as those of fonts
    that don't say which letters they draw.
    """
    texts = ["".join(text.split()) for text in pages.texts]
    read = [text for text in texts if len(text) >= _LEAST_TEXT]
    letters = sum(len(letters_of(text)) for text in read)
    return len(read) >= len(texts) / 2 and letters > sum(map(len, read)) / 2


def _read_pdf(path: Path) -> SourcePages:
    kept = folder() / f"{digest_of(path)}.{__version__}.pages"
    try:
        pages = SourcePages(*json.loads(kept.read_bytes()))
    except (OSError, ValueError, TypeError):
        pages = pdf.read(path)
        keep(kept, json.dumps(pages).encode())
    return pages
