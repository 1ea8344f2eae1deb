"""Sources that somebody wants to add: typed, pasted, or in a file."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from loccit.editing.looked_up import looked_up
from loccit.editing.pdf_identifier import pdf_identifier
from loccit.editing.read_sources import read_any, read_dropped
from loccit.editing.typed_references import (
    TypedSources,
    is_typed_reference,
    sources_of_references,
)
from loccit.errors import LoccitError, UnreadableFile
from loccit.lookup import Web, identify

_PDF = b"%PDF-"


def sources_in_text(text: str, web: Web) -> TypedSources:
    """Return the sources that somebody typed or pasted: identifiers and addresses, which
    are looked up; entries in any format; or references as a list has them.

    Raises:
        LoccitError: it is nothing of this.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if lines and all(map(identify, lines)):
        return TypedSources(*looked_up(lines, web))
    try:
        return read_any(text.encode("utf-8", "replace"), "-")
    except UnreadableFile:
        if is_typed_reference(text):
            return sources_of_references([text])
        raise LoccitError(
            "This is not a source.",
            advice="Type a DOI, an ISBN or a web address, or paste a whole reference.",
        ) from None


def sources_in_file(data: bytes, name: str, web: Web) -> TypedSources:
    """Return the sources in a file of any kind; the article in a PDF is looked up by the
    DOI that it has printed.

    Raises:
        LoccitError: it has none that can be read.
    """
    if not data.startswith(_PDF):
        return read_dropped(data, name)
    with TemporaryDirectory(prefix="loccit-") as folder:
        path = Path(folder, "dropped.pdf")
        path.write_bytes(data)
        return TypedSources(*looked_up([pdf_identifier(path)], web))
