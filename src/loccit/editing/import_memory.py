"""What was imported last, so that the next import can distinguish what has changed at
the source from what the user has changed.

It is kept in a file beside the library.  The file may be deleted: then the next import
knows less, and changes nothing that it is not sure of.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import read_file
from loccit.bibliography.formats.csl_json.items import is_address
from loccit.editing.typed_annotations import with_typed_annotations
from loccit.errors import UnwritableFile
from loccit.model import Source
from loccit.model.csl_json import source_to_csl_json
from loccit.text_files.atomic_write import write_atomically

FILE_NAME = ".loccit-imported"

#: Of what two records say, so much is the same if they are about one work. Two papers
#: of one author in one year, to which two people gave the same key, have less.
_SAME_WORK = 2 / 3


class Imported(NamedTuple):
    """A source as it was imported last.

    Attributes:
        id: its key in the file that it came from; `""` if it had none.
        item: the source as CSL-JSON, without its key.
        fields: those of its entry in the library, as the import wrote them.
    """

    id: str
    item: Mapping[str, object]
    fields: Mapping[str, object]


class ImportMemory:
    """What was imported last into one file of a library, by key."""

    def __init__(self, library: Path) -> None:
        """Args:
        library: the file of the library.
        """
        self._path = library.parent / FILE_NAME
        self._name = library.name
        self._known = dict(_read(self._path, library.name))
        self._keys_by_id = {each.id: key for key, each in self._known.items()}
        self._keys_by_item = {
            _as_text(each.item): key for key, each in self._known.items()
        }

    def get(self, key: str) -> Imported | None:
        """Return what was imported as the source with this key in the library."""
        return self._known.get(key)

    def key_of(self, source: Source) -> str | None:
        """Return the key in the library of a source that was imported before."""
        item = item_of(source)
        if same := self._keys_by_item.get(_as_text(item)):
            return same
        key = self._keys_by_id.get(source.key) if source.key else None
        if key is None:
            return None
        if is_address(source.key) or _are_one_work(item, self._known[key].item):
            return key
        return None

    def remember(self, key: str, imported: Imported) -> None:
        """Remember a source by its key in the library."""
        self._known[key] = imported

    def rename(self, keys: Mapping[str, str]) -> None:
        """Follow keys that were changed in the library."""
        self._known = {keys.get(key, key): each for key, each in self._known.items()}

    def save(self, keys: Iterable[str]) -> None:
        """Write the file, without the sources that the library has no more.

        Args:
            keys: those in the library's file.
        """
        in_library = set(keys)
        kept = {
            key: each._asdict()
            for key, each in self._known.items()
            if key in in_library
        }
        files = {**_read_all(self._path), self._name: kept}
        data = json.dumps(files, ensure_ascii=False, indent=1) + "\n"
        # Without the file, an import knows less, but the library is as it should be.
        with suppress(UnwritableFile):
            write_atomically(self._path, data.encode("utf-8", "surrogatepass"))


def rename_in_memory(keys: Mapping[str, str], files: Iterable[Path]) -> None:
    """Follow keys that were changed in files of a library."""
    for path in files:
        if (path.parent / FILE_NAME).exists():
            memory = ImportMemory(path)
            memory.rename(keys)
            memory.save(read_file(path)[0].keys)


def item_of(source: Source) -> dict[str, object]:
    """Return a source as CSL-JSON, without its key."""
    item = source_to_csl_json(with_typed_annotations(source))
    del item["id"]
    return item


def _are_one_work(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    names = one.keys() | other.keys()
    same = sum(one.get(name) == other.get(name) for name in names)
    return same / len(names) > _SAME_WORK


def _as_text(item: Mapping[str, object]) -> str:
    return json.dumps(item, sort_keys=True)


def _read(path: Path, name: str) -> Iterator[tuple[str, Imported]]:
    """Read what is remembered of a file; somebody may have changed it to anything."""
    entries = _read_all(path).get(name)
    if not isinstance(entries, dict):
        return
    for key, values in entries.items():
        if isinstance(values, dict):
            id_, item, fields = (values.get(name) for name in Imported._fields)
            if isinstance(item, dict) and isinstance(fields, dict):
                yield key, Imported(str(id_), item, fields)


def _read_all(path: Path) -> dict[str, object]:
    try:
        files = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return files if isinstance(files, dict) else {}
