"""Open a large file by the index that the cache has of it, and keep such an index."""

from __future__ import annotations

from pathlib import Path

from loccit._startup.version import __version__
from loccit.bibliography.cache.cached_spans import ENCODINGS, KeptSpans, pack
from loccit.bibliography.formats import open_index
from loccit.bibliography.source_file import SourceFile
from loccit.text_files.cache import Stamp, folder, keep

#: What reading an index raises that is missing or broken.
_UNUSABLE = (OSError, ValueError, LookupError, TypeError, AttributeError)


def kept_file(digest: str, path: Path, stamp: Stamp) -> tuple[SourceFile, str] | None:
    """Open a file and return it with its encoding; None if the cache has no index.

    Args:
        digest: of the file's content.
        path: of the file.
        stamp: of the file, which it has as long as it does not change.
    """
    spans = kept_spans(digest, path, stamp)
    try:
        return (open_index(spans), spans.encoding) if spans else None
    except _UNUSABLE:
        return None


def kept_spans(digest: str, path: Path, stamp: Stamp) -> KeptSpans | None:
    """Return the places of a file's entries; None if the cache has no index.

    Args:
        digest: of the file's content.
        path: of the file.
        stamp: of the file, which it has as long as it does not change.
    """
    try:
        return KeptSpans(_index_file(digest).read_bytes(), path, stamp)
    except _UNUSABLE:
        return None


def keep_file(digest: str, source_file: SourceFile, encoding: str, mark: int) -> None:
    """Keep the index of a file that was scanned, if it has one.

    Args:
        encoding: the file's, as `decode` calls it.
        mark: the number of bytes before its text.
    """
    if encoding in ENCODINGS and (index := source_file.index()):
        keep(_index_file(digest), pack(index, encoding, mark))


def _index_file(digest: str) -> Path:
    return folder() / f"{digest}.{__version__}.entries"
