"""A document of Word as a bibliography file: the part of the archive that has its
sources (ECMA-376, Part 1, 22.6).
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.errors import UnreadableFile
from loccit.model import Place
from loccit.text_files.encoding import decode

_SIGNATURE = b"PK\x03\x04"
#: The namespace of what Word saves, and of its "Strict Open XML".
_SOURCES = regex(
    r"<(?:\w+:)?Sources\b[^<>]*(?:schemas\.openxmlformats\.org/officeDocument/2006|purl\.oclc\.org/ooxml/officeDocument)"
    r"/bibliography"
)
_PART = regex(r"customXml/item\d+\.xml$")
#: An archive with more, or larger, parts of this kind is no document that a person
#: wrote.
_MOST_PARTS = 10_000
_LARGEST = 50_000_000


def is_archive(data: bytes) -> bool:
    """Whether the bytes are an archive, as a DOCX is."""
    return data.startswith(_SIGNATURE)


def sources_of(data: bytes, path: str) -> bytes:
    """The part with a document's sources.

    Raises:
        UnreadableFile: it has none, is damaged, or is made to be larger than it looks.
    """
    import io
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS:
                raise _unreadable(path, "has more parts than a document of Word has")
            for part in parts:
                if not _PART.match(part.filename):
                    continue
                if part.file_size > _LARGEST:
                    raise _unreadable(
                        path, "has a part of sources that is larger than 50 MB"
                    )
                with archive.open(
                    part
                ) as file:  # no more than is said, whatever unpacks
                    content = file.read(_LARGEST)
                if _SOURCES.search(decode(content[:20_000], path).text):
                    return content
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        RuntimeError,
        EOFError,
        zlib.error,
    ) as error:
        raise _unreadable(path, "is damaged, or is no document of Word") from error
    raise _unreadable(
        path, "has no sources of Word's own, those under References > Manage Sources"
    )


def _unreadable(path: str, what: str) -> UnreadableFile:
    return UnreadableFile(
        f"This file {what}.",
        place=Place(path),
        advice="Export the sources from the program that made them.",
    )
