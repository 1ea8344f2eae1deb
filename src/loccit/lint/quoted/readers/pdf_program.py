"""Print the text of a PDF as JSON; a program of its own.

`readers/pdf.py` runs it in another process, because a PDF may come from anywhere: one
that crashes PDFium, fills the memory or takes forever stops that process only.  It
imports nothing of loccit, so that it can run isolated (`python -I`).

It prints `{"pages": [...], "labels": [...], "is_scan": false}`, or `{"error": "..."}` with
the reason: `missing` (pypdfium2 is not installed), `password`, `broken` or `large`.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

#: More than any book has.
_MOST_PAGES = 5000
_MOST_CHARACTERS = 30_000_000
_MOST_MEMORY = 2 * 1024**3
#: Of so many pages it is seen whether a picture covers most of them.
_LOOKED_AT = 8
_MOST_OF_PAGE = 0.7
#: PDFium writes it for a hyphen at the end of a line, without a line break after it.
_HYPHEN = "\ufffe"
_SOFT_HYPHEN = "\xad\n"


def main(path: str) -> dict[str, object]:
    """Read a PDF, and return what is printed."""
    _bound_memory()
    try:
        # It is an extra.
        from pypdfium2 import PdfDocument, PdfiumError, raw
    except ImportError:
        return {"error": "missing"}
    try:
        document = PdfDocument(path)
        pages = _pages(document)
    except PdfiumError as error:
        locked = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        return {"error": "password" if error.err_code in locked else "broken"}
    if pages is None:
        return {"error": "large"}
    labels = [document.get_page_label(index) for index in range(len(document))]
    return {"pages": pages, "labels": labels, "is_scan": _is_scan(document)}


def _pages(document: PdfDocument) -> list[str] | None:
    """Return the text of each page, or None if there is too much."""
    if len(document) > _MOST_PAGES:
        return None
    pages: list[str] = []
    left = _MOST_CHARACTERS
    for page in document:
        pages.append(_text(page.get_textpage().get_text_range()))
        page.close()
        left -= len(pages[-1])
        if left < 0:
            return None
    return pages


def _is_scan(document: PdfDocument) -> bool:
    """Return whether most pages are pictures, whose text a program read."""
    chosen = range(0, len(document), max(1, len(document) // _LOOKED_AT))
    pictures = sum(_is_picture(document[index]) for index in chosen)
    return pictures > len(chosen) / 2


def _is_picture(page: PdfPage) -> bool:
    from pypdfium2 import raw

    width, height = page.get_size()
    for image in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = image.get_bounds()
        if (right - left) * (top - bottom) > _MOST_OF_PAGE * width * height:
            return True
    return False


def _text(page: str) -> str:
    return page.replace("\r\n", "\n").replace(_HYPHEN, _SOFT_HYPHEN)


def _bound_memory() -> None:
    if sys.platform == "linux":
        import resource  # macOS does not heed it, and Windows lacks it

        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    json.dump(main(sys.argv[1]), sys.stdout)
