"""Files from elsewhere, in any format that can be read; docs/formats.md says which have
been tried.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from loccit.bibliography import Library
from loccit.bibliography.files import read_file
from loccit.bibliography.formats import Format, format_to_write, is_known, readable
from loccit.errors import UnreadableFile
from loccit.text_files.encoding import decode

FOLDER = os.environ.get("LOCCIT_FILES", "")


def files() -> Iterator[Path]:
    return (
        path
        for path in sorted(Path(FOLDER).rglob("*"))
        if path.is_file() and is_known(path.suffix)
    )


@pytest.mark.skipif(
    not FOLDER,
    reason="LOCCIT_FILES names no folder of bibliography files from elsewhere",
)
def test_every_file_is_read_and_what_is_written_of_it_is_the_same() -> None:
    count = 0
    for path in files():
        text = decode(path.read_bytes(), path.name).text
        formats = [format_ for format_ in readable() if format_.recognizes(text)]
        assert len(formats) < 2, path
        try:
            file, _ = read_file(path)
        except UnreadableFile as error:
            assert error.place and error.advice, path
            continue
        library = Library([file])
        count += len(list(library))
        assert all(problem.place.line for problem in library.problems), path
        for format_ in (
            format_ for format_ in formats if format_to_write(format_.NAME)
        ):
            _is_kept(library, format_, path)
    assert count


def _is_kept(library: Library, format_: Format, path: Path) -> None:
    for source in library:
        read = format_.read(format_.write([source]), "")
        again = read.read(0).source
        assert len(read.keys) == 1 and again, (path, source.key)
        lost = set(format_.lost(source))
        differing = [
            name
            for name in source.variables
            if source.variables[name] != again.variables.get(name)
        ]
        assert lost.issuperset(differing), (path, source.key, differing)
