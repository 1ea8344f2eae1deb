"""What people see: colour, tables and bars on a terminal, plain text in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from loccit.cli.report import text
from loccit.cli.terminal import echo
from loccit.errors import LoccitError, UnreadableFile, UnwritableFile
from loccit.model import Problem, Source
from loccit.text_files.encoding import decode
from loccit.text_files.file_change import FileChange

if TYPE_CHECKING:
    from threading import Timer

    from rich.progress import Progress

    from loccit.bibliography import Library

T = TypeVar("T")

#: More findings than this help nobody at a terminal; `--to json` has them all.
MOST = 200

#: What the files of Word and LibreOffice begin with.
_ARCHIVE = b"PK\x03\x04"

#: Seconds of work before a bar appears.
_PATIENCE = 1.0
#: A column of this width, in characters, is never cut; and the space after each column.
_SHORT = 16
_GAP = 2
_LOOKS: dict[text.Part, str] = {
    "place": "bold",
    "error": "red",
    "warning": "yellow",
    "note": "blue",
    "rule": "dim",
}
_DIFF_COLOURS = {"-": "red", "+": "green", "@": "cyan"}


def report_failure(error: LoccitError) -> None:
    """Report on standard error what stopped the work."""
    echo.echo_error(f"{echo.styled('loccit: ', 'red')}{error}")


def report(problems: Sequence[Problem]) -> None:
    """Report problems on standard error, a line each."""
    for problem in problems[:MOST]:
        echo.echo_error(text.problem_line(problem, styled))
    if len(problems) > MOST:
        echo.echo_error(f"... and {len(problems) - MOST} more.")


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "essay"), counted(2, "essay")
    ('1 essay', '2 essays')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shows_tables() -> bool:
    """Return whether standard output is a terminal, where tables are drawn."""
    return sys.stdout is not None and sys.stdout.isatty()


def styled(words: str, part: text.Part) -> str:
    """Style a part of a line about a problem; click takes it out where nobody sees it."""
    return echo.styled(words, _LOOKS[part])


def standard_input(advice: str) -> bytes:
    """Read standard input.

    Raises:
        UnreadableFile: it is closed; `advice` says what to do.
    """
    if sys.stdin is None:
        raise UnreadableFile("Standard input is closed.", advice=advice)
    return sys.stdin.buffer.read()


def show_change(path: Path, before: str, after: str) -> None:
    """Print the unified diff of a file's text before and after a change."""
    import click  # most essays are printed, and start faster without it

    from loccit.cli.terminal.diff import unified_diff  # imports difflib, which is slow

    names = (str(path) if before else "/dev/null", str(path))
    for line in unified_diff(before.splitlines(), after.splitlines(), *names):
        click.secho(line, fg=_DIFF_COLOURS.get(line[:1]))


def show_changes(changes: Mapping[Path, FileChange]) -> None:
    """Print the unified diffs of files that would change."""
    for path, change in changes.items():
        show_change(path, _text(change.before, path), _text(change.after, path))


def _text(data: bytes, path: Path) -> str:
    """Return the text of a file; of a document, what readers see."""
    if data.startswith(_ARCHIVE):
        from loccit.essays import read_essay  # most files are texts

        return read_essay(data, str(path)).text + "\n"
    return decode(data, str(path)).text


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table on a terminal; in a pipe, a line for each row with tabs."""
    if not shows_tables():
        lines = ["\t".join(" ".join(cell.split()) for cell in row) for row in rows]
        import click

        click.echo("\n".join(lines), nl=bool(lines))
        return
    # rich takes 50 ms to import, and a pipe does without it.
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    cells = [list(row) for row in rows]
    console = Console()
    drawn = Table(
        box=None, header_style="bold", pad_edge=False, padding=(0, _GAP, 0, 0)
    )
    by_column = [
        [column, *(row[number] for row in cells)]
        for number, column in enumerate(columns)
    ]
    widths = _widths(by_column, console.width)
    for number, (column, width) in enumerate(zip(columns, widths, strict=True)):
        if number == 0:
            drawn.add_column(column, style="cyan", overflow="fold", width=width)
        else:
            drawn.add_column(column, no_wrap=True, width=width)
    for row in cells:
        # As Text, so that brackets in a title are not taken for rich's markup.
        drawn.add_row(*map(Text, row))
    console.print(drawn)


def _widths(columns: Sequence[Sequence[str]], room: int) -> list[int]:
    """Share the width of a terminal: short columns are shown whole, long ones share what
    is left. The first, which people type, goes before the other long ones; where even so
    it is too narrow, its cells take several lines.
    """
    from rich.cells import cell_len

    widths = [max(map(cell_len, column)) for column in columns]
    long = [number for number, width in enumerate(widths) if number and width > _SHORT]
    long.sort(key=lambda number: widths[number])
    others = (width for number, width in enumerate(widths) if number)
    least = sum(min(width, _SHORT) for width in others)
    widths[0] = min(widths[0], max(_SHORT, room - least - _GAP * len(widths)))
    short = (width for number, width in enumerate(widths) if number not in long)
    left = room - sum(short) - _GAP * len(widths)
    for place, number in enumerate(long):
        share = left // (len(long) - place)
        widths[number] = min(widths[number], max(_SHORT, share))
        left -= widths[number]
    return widths


def write(data: bytes, output: Path | None) -> None:
    """Write bytes to a file, or to standard output unchanged.

    Raises:
        UnwritableFile: the file can't be written.
    """
    if output is not None and str(output) != "-":
        # Most output goes to the terminal, and starts 2 ms sooner without it.
        from loccit.text_files.atomic_write import write_atomically

        write_atomically(output, data)
        return
    if sys.stdout is None:
        raise UnwritableFile(
            "Standard output is closed.", advice="Write to a file with -o."
        )
    if data.startswith(_ARCHIVE) and sys.stdout.isatty():
        raise UnwritableFile(
            "A terminal can't show a document.", advice="Write to a file with -o."
        )
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def progress(items: Sequence[T], label: str) -> Iterator[T]:
    """Yield the items; on a terminal a bar counts them once the work takes a second."""
    if len(items) < 2:
        yield from items
        return
    with Bar(label, len(items)) as bar:
        for item in items:
            yield item
            bar.advance()


def working(label: str) -> AbstractContextManager[object]:
    """Show a moving bar on a terminal once the work takes a second."""
    return Bar(label)


class Bar:
    """A bar on standard error; in a pipe, and for quick work, nothing."""

    def __init__(self, label: str, total: int | None = None) -> None:
        """Args:
        label: what it says.
        total: how many items there are; without it, the bar only moves.
        """
        self.label = label
        self.total = total
        self.done = 0
        self.shown: Progress | None = None
        self.timer: Timer | None = None

    def __enter__(self) -> Bar:
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

    def advance(self, count: int = 1) -> None:
        """Count more items as done."""
        self.done += count
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
    """Read every source of a library, with a bar where that takes a while."""
    return [
        source
        for key in progress(library.keys(), "Reading")
        if (source := library.get(key)) is not None
    ]
