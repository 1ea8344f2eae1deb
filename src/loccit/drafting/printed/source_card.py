"""What there is to know about a source, to show beside an essay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.printed.citations import reference
from loccit.model import RichText, Source
from loccit.values.addresses import safe_address
from loccit.values.identifiers.doi import read_doi

_RESOLVER = "https://doi.org/"
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Link:
    """Where more of a source is found: a page, or a file on the disk."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source for people to read.

    Attributes:
        key: its key.
        reference: its entry in the essay's reference list; empty if the style lists no
            such source.
        abstract, note: as the library has them, without markup.
        links: its DOI or address if the entry has neither, and its files.
    """

    key: str
    reference: RichText
    abstract: str
    note: str
    links: Sequence[Link]


def source_card(essay: OpenEssay, key: str) -> SourceCard | None:
    """Return what there is to know about a source; None if there is no such source."""
    source = essay.sources.get(key)
    if source is None:
        return None
    entry = reference(essay, key)
    pages = [link for link in _pages(source) if link.address not in entry.plain]
    return SourceCard(
        key,
        entry,
        source.plain("abstract").strip(),
        source.plain("note").strip(),
        (*pages, *_files(source)),
    )


def _pages(source: Source) -> Iterator[Link]:
    doi = read_doi(source.text("DOI"))
    address = source.text("URL")
    if doi:
        yield Link("DOI", safe_address(f"{_RESOLVER}{doi}"))
    elif address.startswith(_WEB):
        yield Link("URL", safe_address(address))


def _files(source: Source) -> Iterator[Link]:
    """Yield the files that the source's entry names and that exist."""
    field = source.custom.get("file")
    if not isinstance(field, str) or not source.place.path:
        return
    # Few entries name files, and it comes with all that reads them.
    from loccit.lint.quoted.files.file_field import paths_in

    beside = Path(source.place.path).absolute().parent
    for name in paths_in(field):
        path = beside / name
        if _is_file(path):
            yield Link(path.name, path.as_uri())


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file can have
        return False
