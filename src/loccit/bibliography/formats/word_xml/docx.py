"""Find the sources in a Word document, which is an archive of parts (ECMA-376, Part 1,
22.6).
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.errors import UnreadableFile
from loccit.model import Place
from loccit.text_files.encoding import decode

#: The namespaces of Word's usual documents and of its "Strict Open XML".
_SOURCES = regex(
    r"<(?:\w+:)?Sources\b[^<>]*(?:schemas\.openxmlformats\.org/officeDocument/2006|purl\.oclc\.org/ooxml/officeDocument)"
    r"/bibliography"
)
_PART = regex(r"customXml/item\d+\.xml$")
#: No document that a person wrote has more parts, or a larger part with sources: beyond
#: this, the archive may be a zip bomb.
_MOST_PARTS = 10_000
_LARGEST = 50_000_000


def sources_of(data: bytes, path: str) -> bytes:
    """Return the part of a document that contains its sources.

    Args:
        data: the bytes of the document.
        path: its name, for places.

    Raises:
        UnreadableFile: the document has no sources, is damaged, or unpacks to far more
            than a person writes.
    """
    import zipfile  # most runs read no DOCX
    import zlib

    damaged = (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        RuntimeError,
        EOFError,
        zlib.error,
    )
    try:
        content = _find_sources(data, path)
    except damaged as error:
        raise _unreadable(path, "is damaged, or is not a Word document") from error
    if content is None:
        raise _unreadable(path, "has no sources under References > Manage Sources")
    return content


def _find_sources(data: bytes, path: str) -> bytes | None:
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > _MOST_PARTS:
            raise _unreadable(path, "has more parts than a Word document has")
        for part in parts:
            if not _PART.match(part.filename):
                continue
            if part.file_size > _LARGEST:
                raise _unreadable(path, "has a part with sources larger than 50 MB")
            with archive.open(part) as file:
                # The archive's own word on the size may be wrong.
                content = file.read(_LARGEST)
            if _SOURCES.search(decode(content[:20_000], path).text):
                return content
    return None


def _unreadable(path: str, problem: str) -> UnreadableFile:
    return UnreadableFile(
        f"This file {problem}.",
        place=Place(path),
        advice="Export the sources from the program that made them.",
    )
