"""Check again whenever a file changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click

from loccit.cli.checking.run import CheckRun
from loccit.cli.terminal import report_failure, shows_tables
from loccit.drafting.opened.dependencies import dependencies_of_folder
from loccit.drafting.watching.watch import FileWatcher
from loccit.errors import LoccitError
from loccit.workspace.settings import Settings


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
        command = Settings(bibliography=run.bibliography)
        for folder in {path.parent for path in asked.essays}:
            yield from dependencies_of_folder(folder, command)
