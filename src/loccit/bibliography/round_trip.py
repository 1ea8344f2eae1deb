"""Find what a source loses when it is written in a format and read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from loccit.bibliography.source_file import SourceFile
from loccit.model import Source


def lost(
    source: Source,
    write: Callable[[Iterable[Source]], str],
    read: Callable[[str, str], SourceFile],
) -> Iterator[str]:
    """The names of what is not as it was: variables, what is custom, `type`, and `id`
    for the key.
    """
    file = read(write([source]), "")
    again = file.read(0).source if len(file.keys) == 1 else None
    if again is None:
        yield from ("id", "type", *source.variables, *source.custom)
        return
    if again.key != source.key:
        yield "id"
    if again.type != source.type:
        yield "type"
    yield from (
        name
        for name, value in source.variables.items()
        if again.variables.get(name) != value
    )
    yield from (
        name for name, value in source.custom.items() if again.custom.get(name) != value
    )
