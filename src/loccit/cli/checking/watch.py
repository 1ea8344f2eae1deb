"""Check again whenever a file changes.

The files are asked for their times twice a second, which takes a millisecond for a few
hundred; a package that the system tells of changes would be one more to install.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import click

from loccit.bibliography import files_in
from loccit.cli.checking.run import CheckRun
from loccit.cli.essays_in import is_folder
from loccit.cli.terminal import report_failure, shows_tables
from loccit.errors import LoccitError
from loccit.workspace.essay_files import find_essay_files
from loccit.workspace.library_paths import bibliography_paths
from loccit.workspace.settings import Settings
from loccit.workspace.settings_file import find_settings_file

_SECONDS = 0.5


def watch(run: CheckRun) -> None:
    """Check, and check again whenever a file changes, until somebody presses Ctrl-C."""
    with suppress(KeyboardInterrupt):
        while True:
            others = [*_others(run)]
            before = _stamps(run, others)
            if shows_tables():
                click.clear()
            _check(run)
            click.echo("Watching for changes; Ctrl-C ends it.", err=True)
            while _stamps(run, others) == before:
                time.sleep(_SECONDS)
    click.echo("", err=True)


def _check(run: CheckRun) -> None:
    try:
        run.run()
    except LoccitError as error:
        report_failure(error)


def _stamps(run: CheckRun, others: Iterable[Path]) -> Mapping[Path, tuple[int, int]]:
    """Return the time and the size of each file that a check depends on; a folder may
    have new essays.
    """
    paths = [Path(name) for name in run.what]
    essays: Sequence[Path] = ()
    with suppress(LoccitError):  # the check says what is wrong with the settings
        essays = find_essay_files(filter(is_folder, paths)).essays
    stamps: dict[Path, tuple[int, int]] = {}
    for path in (*paths, *essays, *others):
        with suppress(OSError):  # it is a key; or a program writes the file again
            status = path.stat()
            if path.is_file() and path != run.output:
                stamps[path] = (status.st_mtime_ns, status.st_size)
    return stamps


def _others(run: CheckRun) -> Iterator[Path]:
    """Yield the files of sources and settings that a check depends on."""
    with suppress(LoccitError):  # the check says what is wrong
        asked = run.asked()
        for some in asked.sources:
            yield from _sources(some.paths)
        for folder in {path.parent for path in asked.essays}:
            yield from _beside(folder, run)


def _beside(folder: Path, run: CheckRun) -> Iterator[Path]:
    """Yield the settings and the library of the essays in a folder."""
    file = find_settings_file(folder)
    command = Settings(bibliography=run.bibliography)
    if file:
        yield file.path
    settings = command.over(file.settings) if file else command
    yield from _sources(bibliography_paths(settings, folder))


def _sources(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from files_in(path)
