"""Sources to render: every library in some folders."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from loccit._startup.dataclass import replace
from loccit.bibliography import open_library
from loccit.errors import LoccitError
from loccit.model import Source

_ENDINGS = (".bib", ".json", ".ris", ".nbib", ".yaml", ".yml")
#: A library about one subject must not outweigh the others.
_MOST_PER_FILE = 250


def read_libraries(folders: Iterable[Path], choice: random.Random) -> list[Source]:
    """Return the sources of all libraries in folders, each work once.

    Args:
        choice: picks those of a large library.
    """
    found: dict[tuple[str, str], Source] = {}
    for path in sorted(_files(folders)):
        sources = _read(path)
        if len(sources) > _MOST_PER_FILE:
            sources = choice.sample(sources, _MOST_PER_FILE)
        for source in sources:
            if source.text("title") and len(source.variables) > 2:
                found.setdefault(_work(source), source)
    return [
        replace(source, key=f"s{number}")
        for number, source in enumerate(found.values())
    ]


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in folder.rglob("*"):
            if path.suffix in _ENDINGS and path.is_file():
                yield path


def _read(path: Path) -> list[Source]:
    """Return the sources of a file, none if it is no library."""
    try:
        return list(open_library([path]))
    except (LoccitError, ValueError):
        return []


def _work(source: Source) -> tuple[str, str]:
    year = source.date("issued")
    return source.plain("title").casefold(), str(year)
