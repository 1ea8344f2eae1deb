"""What people see: colour and tables on a terminal, plain text in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from loccit.errors import LoccitError, UnwritableFile
from loccit.model import Problem, Source
from loccit.report import text

if TYPE_CHECKING:
    from threading import Timer

    from rich.progress import Progress

    from loccit.bibliography import Library

T = TypeVar("T")

#: Seconds of work that need no bar.
_PATIENCE = 1.0

#: The width of a column, in characters, that is never cut; and the space behind each.
_SHORT = 16
_GAP = 2
_STYLES: dict[text.Part, Callable[[str], str]] = {
    "place": partial(click.style, bold=True),
    "error": partial(click.style, fg="red"),
    "warning": partial(click.style, fg="yellow"),
    "note": partial(click.style, fg="blue"),
    "rule": partial(click.style, dim=True),
}


def report_failure(error: LoccitError) -> None:
    """Say on standard error what stopped the work."""
    click.secho("loccit: ", fg="red", nl=False, err=True)
    click.echo(str(error), err=True)


#: More findings than this help nobody at a terminal; `--to json` has them all.
MOST = 200


def report(problems: Sequence[Problem]) -> None:
    """Say each problem on standard error, a line each: where, how bad, what, and what
    to do.
    """
    for problem in problems[:MOST]:
        click.echo(text.problem_line(problem, styled), err=True)
    if len(problems) > MOST:
        click.echo(f"... and {len(problems) - MOST} more.", err=True)


def shows_tables() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def styled(words: str, part: text.Part) -> str:
    """Style a part of a line about a problem."""
    return _STYLES[part](words)


def show_change(path: Path, before: str, after: str) -> None:
    """What a change makes of a file's text, on standard output: the lines that go and
    those that come.
    """
    from loccit.cli.terminal.diff import unified_diff

    names = (str(path) if before else "/dev/null", str(path))
    for line in unified_diff(before.splitlines(), after.splitlines(), *names):
        click.secho(line, fg={"-": "red", "+": "green", "@": "cyan"}.get(line[:1]))


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table on a terminal; in a pipe a line a row, its cells parted by tabs."""
    if not shows_tables():
        lines = ["\t".join(" ".join(cell.split()) for cell in row) for row in rows]
        click.echo("\n".join(lines), nl=bool(lines))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [list(row) for row in rows]
    console = Console()
    drawn = Table(
        box=None, header_style="bold", pad_edge=False, padding=(0, _GAP, 0, 0)
    )
    widths = _widths(
        [
            [column, *(row[number] for row in cells)]
            for number, column in enumerate(columns)
        ],
        console.width,
    )
    for number, (column, width) in enumerate(zip(columns, widths, strict=True)):
        drawn.add_column(
            column, style="cyan" if number == 0 else "", no_wrap=True, width=width
        )
    for row in cells:
        drawn.add_row(
            *map(Text, row)
        )  # Text: brackets in a title are not rich's markup
    console.print(drawn)


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """The widths of columns: what one types, and what is short, is shown whole; the
    rest shares what is left.
    """
    from rich.cells import cell_len

    widths = [max(map(cell_len, column)) for column in columns]
    long = [number for number, width in enumerate(widths) if number and width > _SHORT]
    left = (
        room
        - sum(width + _GAP for width in widths)
        + sum(widths[number] for number in long)
    )
    for place, number in enumerate(sorted(long, key=lambda number: widths[number])):
        widths[number] = min(widths[number], max(_SHORT, left // (len(long) - place)))
        left -= widths[number]
    return widths


def write(data: bytes, output: Path | None) -> None:
    """Put `data` in a file, or on standard output as it is, byte for byte.

    Raises:
        UnwritableFile: the file can't be written.
    """
    if output is not None and str(output) != "-":
        from loccit.text_files.atomic_write import write_atomically

        write_atomically(output, data)
        return
    if sys.stdout is None:
        raise UnwritableFile(
            "Standard output is closed.", advice="Write to a file with -o."
        )
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def progress(items: Sequence[T], label: str) -> Iterator[T]:
    """The items, with a bar that counts them on a terminal once the work has taken a
    second; one is not counted.
    """
    if len(items) < 2:
        yield from items
        return
    with _Bar(label, len(items)) as bar:
        for item in items:
            yield item
            bar.advance()


def working(label: str) -> AbstractContextManager[object]:
    """A bar that moves on a terminal while work of unknown length is done, once it has
    taken a second.
    """
    return _Bar(label)


class _Bar:
    """A bar on a terminal's standard error; in a pipe, and for what is quickly done,
    nothing at all.
    """

    def __init__(self, label: str, total: int | None = None) -> None:
        self.label = label
        self.total = total
        self.done = 0
        self.shown: Progress | None = None
        self.timer: Timer | None = None

    def __enter__(self) -> _Bar:
        if sys.stderr is not None and sys.stderr.isatty():
            from threading import Timer

            self.timer = Timer(_PATIENCE, self._show)
            self.timer.daemon = True
            self.timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self.timer:
            self.timer.cancel()
            self.timer.join()
        if self.shown:
            self.shown.stop()

    def advance(self) -> None:
        """One more item is done."""
        self.done += 1
        if self.shown:
            self.shown.update(self.shown.task_ids[0], completed=self.done)

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
        )

        count = [MofNCompleteColumn()] if self.total else []
        columns = [
            TextColumn("{task.description}"),
            BarColumn(),
            *count,
            TimeElapsedColumn(),
        ]
        bar = Progress(*columns, console=Console(stderr=True), transient=True)
        bar.add_task(self.label, total=self.total, completed=self.done)
        bar.start()
        self.shown = bar


def all_sources(library: Library) -> list[Source]:
    """Every source that can be read, with a bar on a terminal where that takes a while."""
    return [
        source
        for key in progress(library.keys(), "Reading")
        if (source := library.get(key)) is not None
    ]
