"""New sources for a library: those that it has are told from those that it has not, and
keys that are taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from loccit._startup.dataclass import dataclass, replace
from loccit._startup.regex import regex
from loccit.bibliography import Library, open_library
from loccit.bibliography.duplicates import Works
from loccit.bibliography.formats.csl_json.items import is_address
from loccit.bibliography.keys import free_key, make_key
from loccit.editing.library_file import LibraryFile, locked, open_library_file
from loccit.model import Place, Source
from loccit.text_files.atomic_write import write_atomically
from loccit.values.identifiers import isbns_in, plain_doi

#: So many new sources are looked for in the texts of a library's entries.
_FEW = 20
_NO_BRACES = {ord("{"): None, ord("}"): None}
_PLAIN_WORD = regex(r"(?<!\w)[a-z0-9]+(?!\w)")
_NO_LETTER = regex(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of one source: `message` says it, with `added` as it stands in the
    library, or None.
    """

    given: Source
    added: Source | None
    message: str


@dataclass(frozen=True, slots=True)
class Additions:
    """What became of each source, and the bytes of the file before and after."""

    each: tuple[Addition, ...]
    before: bytes
    after: bytes


def add_sources(
    sources: Iterable[Source],
    into: Path,
    files: Sequence[Path],
    *,
    dry_run: bool = False,
) -> Additions:
    """Add to the file `into` what the library does not have yet.

    Args:
        sources: what is new; one without a key is given one.
        into: a file of the library, or one that is made.
        files: the library's.
        dry_run: only tell what would be done.

    Raises:
        LoccitError: the file can't be read, changed or written; it is as it was.
    """
    if not dry_run:
        into.parent.mkdir(parents=True, exist_ok=True)
        with locked([into]):
            return _add(sources, into, files, dry_run=False)
    return _add(sources, into, files, dry_run=True)


def _add(
    sources: Iterable[Source], into: Path, files: Sequence[Path], *, dry_run: bool
) -> Additions:
    file = open_library_file(into, new=True)
    among = [path for path in dict.fromkeys([*files, into]) if path.exists()]
    each = tuple(_additions(sources, open_library(among), file))
    added = [addition.added for addition in each if addition.added]
    keys = [*file.keys, *(source.key for source in added)]
    after = file.with_edits(file.editable.add(added), keys) if added else file.data
    if after != file.data and not dry_run:
        write_atomically(into, after)
    return Additions(each, file.data, after)


def _additions(
    sources: Iterable[Source], library: Library, file: LibraryFile
) -> Iterator[Addition]:
    sources = tuple(sources)
    known = _Known(library, sources)
    taken = set(library.keys())
    for source in sources:
        if (same := known.like(source)) is not None:
            where = f" as `{same.key}`" if same.key != source.key else ""
            yield Addition(source, None, f"is there already{where}, at {same.place}")
            continue
        added, message = source, "added"
        if not file.editable.can_have(source.key) or is_address(source.key):
            added = replace(source, key=make_key(source, taken))
            message = f"added as `{added.key}`"
        elif source.key in taken:
            added = replace(source, key=free_key(source.key, taken))
            message = (
                f"added as `{added.key}`, for another source has the key `{source.key}`"
            )
        if pair := known.works.like(source):
            message += f"; it may be `{pair.one.key}`, at {pair.one.place}: {', '.join(pair.reasons)}"
        taken.add(added.key)
        known.add(replace(added, place=Place(str(file.path))))
        yield Addition(source, added, message)


class _Known:
    """The sources of a library by what tells that another is the same."""

    def __init__(self, library: Library, sources: Sequence[Source]) -> None:
        """`sources` are those that will be asked for: of a large library, only what is
        like them need be parsed.
        """
        self._by_mark: dict[tuple[str, ...], Source] = {}
        self.works = Works()
        words = [word for source in sources for word in _telling_words(source)]
        keys = library.keys()
        if len(sources) <= _FEW and all(words):
            texts = (
                (key, library.text(key).lower().translate(_NO_BRACES)) for key in keys
            )
            keys = [key for key, text in texts if any(word in text for word in words)]
        for source in filter(None, map(library.get, keys)):
            self.add(source)

    def add(self, source: Source) -> None:
        self.works.add(source)
        for mark in _marks(source):
            self._by_mark.setdefault(mark, source)

    def like(self, source: Source) -> Source | None:
        """The source that is the same: in all its content, in its DOI, or in its ISBN
        and title.
        """
        return next(
            (self._by_mark[mark] for mark in _marks(source) if mark in self._by_mark),
            None,
        )


def _telling_words(source: Source) -> Iterator[str]:
    """What the text of an entry has that is the same: the DOI, or the longest word of
    the title; `""` for nothing.
    """
    yield max(_PLAIN_WORD.findall(source.plain("title").lower()), key=len, default="")
    if doi := source.text("DOI"):
        yield doi.lower().translate(_NO_BRACES)


def _marks(source: Source) -> Iterator[tuple[str, ...]]:
    content = {
        name: source.plain(name) or value for name, value in source.variables.items()
    }
    yield ("all", source.type, repr(sorted(content.items())))
    if doi := source.text("DOI"):
        yield ("doi", plain_doi(doi).lower())
    # The chapters of a book have its ISBN too.
    title = _NO_LETTER.sub(" ", source.plain("title").lower()).strip()
    for isbn in isbns_in(source.text("ISBN")):
        yield ("isbn", isbn, source.type, title)
