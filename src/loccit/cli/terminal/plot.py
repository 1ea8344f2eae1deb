"""Print bar charts: in colour on a terminal, elsewhere in plain characters, 80 columns
wide.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from math import ceil
from textwrap import wrap
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import RenderableType

    from loccit.workspace.statistics import Chart

#: The width of plain output, and the most of it that a label gets.
_COLUMNS = 80
_LABEL = 28


def plotted(heading: str, charts: Iterable[Chart]) -> str:
    """Return charts in plain characters, one below the other."""
    lines = [heading]
    for chart in charts:
        lines += ["", chart.title, *_plain(chart.bars), *wrap(chart.note, _COLUMNS)]
    return "\n".join(lines) + "\n"


def plot(heading: str, charts: Iterable[Chart]) -> None:
    """Print charts on standard output."""
    if sys.stdout is None or not sys.stdout.isatty():
        click.echo(plotted(heading, charts), nl=False)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console()
    console.print(Text(heading))
    for chart in charts:
        console.print(Text(f"\n{chart.title}", style="bold"))
        console.print(_drawn(chart.bars))
        if chart.note:
            console.print(Text(chart.note))


def _plain(bars: Sequence[tuple[str, int]]) -> list[str]:
    """Draw each bar as a label, its number and a row of `#`."""
    labels = [_shortened(label) for label, _ in bars]
    wide = max(map(len, labels), default=0)
    digits = max((len(f"{number:,}") for _, number in bars), default=0)
    most = max((number for _, number in bars), default=0)
    room = _COLUMNS - wide - digits - 4
    lines = []
    for label, (_, number) in zip(labels, bars, strict=True):
        length = ceil(number * room / max(most, room))
        lines.append(f"{label:{wide}}  {number:>{digits},}  {'#' * length}".rstrip())
    return lines


def _drawn(bars: Sequence[tuple[str, int]]) -> RenderableType:
    from rich.bar import Bar
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(max_width=_LABEL, no_wrap=True)
    table.add_column(justify="right")
    table.add_column(ratio=1)
    table.expand = True
    most = max((number for _, number in bars), default=0)
    for label, number in bars:
        table.add_row(
            Text(_shortened(label)),
            f"{number:,}",
            Bar(max(most, 1), 0, number, color="cyan"),
        )
    return table


def _shortened(label: str) -> str:
    label = " ".join(label.split())
    return label if len(label) <= _LABEL else label[: _LABEL - 1] + "…"
