"""Read the text of an electronic book: an archive of web pages (EPUB 3.3).

Its pages are not those of the printed book, and its chapters are read in the order of the
archive, because no quotation goes from one to the next.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from loccit.errors import UnreadableFile
from loccit.lint.quoted.readers.html import text_of
from loccit.lint.quoted.source_pages import SourcePages
from loccit.model import Place
from loccit.text_files.reading import unreadable

_PAGES = (".xhtml", ".html", ".htm")
#: Bytes of all web pages; the longest novels have four million.
_LARGEST = 100_000_000
_DAMAGED = "This book is damaged or protected, and can't be read."
#: What reading a damaged or encrypted archive raises.
_UNREADABLE = (
    BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


def read(path: Path) -> SourcePages:
    """Read a book.

    Raises:
        UnreadableFile: it is damaged, protected or too large.
    """
    try:
        with ZipFile(path) as archive:
            return SourcePages(["\n".join(_chapters(archive))])
    except OSError as error:
        raise unreadable(path, error) from error
    except _UNREADABLE:
        advice = "Save it without protection, or as a text."
        raise UnreadableFile(_DAMAGED, place=Place(str(path)), advice=advice) from None


def _chapters(archive: ZipFile) -> Iterator[str]:
    pages = [each for each in archive.infolist() if each.filename.endswith(_PAGES)]
    if sum(page.file_size for page in pages) > _LARGEST:
        raise BadZipFile("more than any book has")
    for page in pages:
        yield text_of(archive.read(page).decode("utf-8", "replace"))
