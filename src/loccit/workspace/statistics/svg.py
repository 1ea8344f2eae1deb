"""Charts as SVG: a picture for the web and word processors, in light and in dark, that
screen readers can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from loccit.bibliography.xml import escaped
from loccit.workspace.statistics.charts import Chart

#: All in pixels: where labels end and bars begin, how far these may go, and how far
#: apart the lines are.
_WIDTH, _LABELS, _BARS, _LINE, _MARGIN = 720, 220, 420, 24, 24
#: Letters of a label that fit before the bars, and of a line of text that fit in the
#: picture.
_LABEL_LETTERS, _LINE_LETTERS = 28, 90
#: The colours of a dark page; those of a light one are attributes, for programs that
#: know no style sheets.
_DARK = """\
@media (prefers-color-scheme: dark) {
  .ground { fill: #16191d; }
  text { fill: #e6e8ea; }
  .bar { fill: #6aa9e9; }
}"""
_GROUND, _TEXT, _BAR = "#ffffff", "#1a1a1a", "#2f6db3"


def draw(heading: str, charts: Sequence[Chart]) -> str:
    """The charts below each other.

    >>> picture = draw("1 source", [Chart("Types", [("book", 1)])])
    >>> '<title id="title">1 source</title>' in picture and "Types: book 1." in picture
    True
    """
    drawn, y = [_text(_MARGIN, _MARGIN + 16, heading, title=True)], _MARGIN + 16
    for chart in charts:
        y += 2 * _LINE
        drawn.append(_text(_MARGIN, y, chart.title, title=True))
        most = max((number for _, number in chart.bars), default=0)
        for label, number in chart.bars:
            y += _LINE
            drawn.append(_bar(y, label, number, most))
        for line in wrap(chart.note, _LINE_LETTERS):
            y += _LINE
            drawn.append(_text(_MARGIN, y, line))
    height = y + _MARGIN
    size = f'viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title description">',
            f'<title id="title">{escaped(heading)}</title>',
            f'<desc id="description">{escaped(" ".join(map(_in_words, charts)))}</desc>',
            f"<style>\n{_DARK}\n</style>",
            f'<rect class="ground" width="{_WIDTH}" height="{height}" fill="{_GROUND}"/>',
            *drawn,
            "</svg>\n",
        ]
    )


def _bar(y: int, label: str, number: int, most: int) -> str:
    shown = label if len(label) <= _LABEL_LETTERS else label[: _LABEL_LETTERS - 1] + "…"
    width = round(_BARS * number / most, 1) if most else 0
    return "\n".join(
        [
            f"<g><title>{escaped(label)}: {number:,}</title>",
            _text(_LABELS - 8, y, shown, end=True),
            f'<rect class="bar" x="{_LABELS}" y="{y - 13}" width="{width}" height="16" rx="2" fill="{_BAR}"/>',
            _text(_LABELS + width + 8, y, f"{number:,}") + "</g>",
        ]
    )


def _text(
    x: float, y: int, text: str, *, title: bool = False, end: bool = False
) -> str:
    size = ' font-size="16" font-weight="bold"' if title else ' font-size="14"'
    anchor = ' text-anchor="end"' if end else ""
    return f'<text x="{x}" y="{y}" fill="{_TEXT}" font-family="sans-serif"{size}{anchor}>{escaped(text)}</text>'


def _in_words(chart: Chart) -> str:
    bars = ", ".join(f"{label} {number:,}" for label, number in chart.bars) or "none"
    return f"{chart.title}: {bars}. {chart.note}".rstrip()
