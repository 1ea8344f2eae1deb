"""A large file by an index of where its entries stand, and that index."""

from __future__ import annotations

from pathlib import Path

from loccit._startup.version import __version__
from loccit.bibliography.cache.cache import Stamp, folder, keep
from loccit.bibliography.cache.cached_spans import ENCODINGS, KeptSpans
from loccit.bibliography.formats.csl_json.items import ItemFile
from loccit.bibliography.source_file import SourceFile


def kept_file(digest: str, path: Path, stamp: Stamp) -> tuple[SourceFile, str] | None:
    """The file at `path`, whose content is known by `digest`, and its encoding; None if
    there is no index of it.
    """
    try:
        spans = KeptSpans(_index_file(digest).read_bytes(), path, stamp)
        return _opened(spans), spans.encoding
    except (
        OSError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
    ):  # not there, or broken
        return None


def _opened(spans: KeptSpans) -> SourceFile:
    if spans.head["format"] == "csl-json":
        from loccit.bibliography.cache.cached_items import KeptItems

        return ItemFile(KeptItems(spans))
    from loccit.bibliography.cache.cached_entries import KeptEntries
    from loccit.bibliography.formats.bibtex import BibtexFile

    return BibtexFile(KeptEntries(spans), spans.path)


def keep_file(digest: str, source_file: SourceFile, encoding: str, mark: int) -> None:
    """Keep an index of a file that was scanned, where it can be done.

    Args:
        encoding: what it is in, as `decode` calls it.
        mark: the bytes before its text begins.
    """
    if encoding in ENCODINGS and (index := _index_of(source_file, encoding, mark)):
        keep(_index_file(digest), index)


def _index_of(source_file: SourceFile, encoding: str, mark: int) -> bytes | None:
    if isinstance(source_file, ItemFile):
        from loccit.bibliography.cache.cached_items import pack_items
        from loccit.bibliography.formats.csl_json import ScannedItems

        items = source_file.items
        return (
            pack_items(items, encoding, mark)
            if isinstance(items, ScannedItems)
            else None
        )
    from loccit.bibliography.cache.cached_entries import pack_entries
    from loccit.bibliography.formats.bibtex import BibtexFile
    from loccit.bibliography.formats.bibtex.entry_text import ScannedEntries

    if isinstance(source_file, BibtexFile) and isinstance(
        source_file.entries, ScannedEntries
    ):
        return pack_entries(source_file.entries, encoding, mark)
    return None


def _index_file(digest: str) -> Path:
    return folder() / f"{digest}.{__version__}.entries"
