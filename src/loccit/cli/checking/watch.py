"""Check again whenever a file changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click

from loccit.cli.checking.run import CheckRun
from loccit.cli.terminal import report_failure, shows_tables
from loccit.drafting.watching import FileWatcher
from loccit.errors import LoccitError
from loccit.workspace.library_paths import FOLDER_NAME, bibliography_paths
from loccit.workspace.settings import Settings
from loccit.workspace.settings_file import SETTINGS_FILES, find_settings_file


def watch(run: CheckRun) -> None:
    """Check, and check again whenever a file changes, until somebody presses Ctrl-C."""
    outputs = [run.output] if run.output else []
    watcher = FileWatcher(map(Path, run.what), outputs)
    changes = watcher.changes()
    with suppress(KeyboardInterrupt):
        while True:
            watcher.add(_others(run))
            if shows_tables():
                click.clear()
            _check(run)
            click.echo("Watching for changes; Ctrl-C ends it.", err=True)
            next(changes)
    click.echo("", err=True)


def _check(run: CheckRun) -> None:
    try:
        run.run()
    except LoccitError as error:
        report_failure(error)


def _others(run: CheckRun) -> Iterator[Path]:
    """Yield the files of sources and settings that a check depends on; some may be
    missing yet.
    """
    with suppress(LoccitError):  # the check says what is wrong
        asked = run.asked()
        for some in asked.sources:
            yield from some.paths
        for folder in {path.parent for path in asked.essays}:
            yield from _beside(folder, run)


def _beside(folder: Path, run: CheckRun) -> Iterator[Path]:
    """Yield the settings and the library of the essays in a folder."""
    yield folder / FOLDER_NAME
    for name in SETTINGS_FILES:
        yield folder / name
    file = find_settings_file(folder)
    settings = Settings(bibliography=run.bibliography)
    if file:
        yield file.path
        settings = settings.over(file.settings)
    yield from bibliography_paths(settings, folder)
