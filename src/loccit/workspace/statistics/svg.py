"""Draw charts as SVG: a picture for the web and word processors, in light and dark,
that screen readers can read aloud.
"""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from loccit.bibliography.xml import escaped
from loccit.workspace.statistics.charts import Chart

#: In pixels: the picture's width, the end of labels and beginning of bars, the longest
#: bar, and the distance of lines and from the edge.
_WIDTH = 720
_LABELS = 220
_BARS = 420
_LINE = 24
_MARGIN = 24
#: The letters of a label that fit beside the bars, and of a line that fit in the
#: picture.
_LABEL_LETTERS = 28
_LINE_LETTERS = 90
#: The colours on a dark page.  Those on a light one are attributes, for programs that
#: ignore style sheets.
_DARK = """\
@media (prefers-color-scheme: dark) {
  .ground { fill: #16191d; }
  text { fill: #e6e8ea; }
  .bar { fill: #6aa9e9; }
}"""
_GROUND = "#ffffff"
_TEXT = "#1a1a1a"
_BAR = "#2f6db3"


def draw(heading: str, charts: Sequence[Chart]) -> str:
    """Draw charts, one below the other.

    >>> picture = draw("1 source", [Chart("Types", [("book", 1)])])
    >>> '<title id="title">1 source</title>' in picture and "Types: book 1." in picture
    True
    """
    y = _MARGIN + 16
    drawn = [_text(_MARGIN, y, heading, title=True)]
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
    return _picture(heading, charts, drawn, y + _MARGIN)


def _picture(
    heading: str, charts: Sequence[Chart], drawn: Sequence[str], height: int
) -> str:
    description = " ".join(map(_in_words, charts))
    size = f'width="{_WIDTH}" height="{height}"'
    box = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}"'
    read_aloud = 'role="img" aria-labelledby="title description"'
    return "\n".join(
        [
            f"<svg {box} {size} {read_aloud}>",
            f'<title id="title">{escaped(heading)}</title>',
            f'<desc id="description">{escaped(description)}</desc>',
            f"<style>\n{_DARK}\n</style>",
            f'<rect class="ground" {size} fill="{_GROUND}"/>',
            *drawn,
            "</svg>\n",
        ]
    )


def _bar(y: int, label: str, number: int, most: int) -> str:
    shown = label
    if len(label) > _LABEL_LETTERS:
        shown = label[: _LABEL_LETTERS - 1] + "…"
    width = round(_BARS * number / most, 1) if most else 0
    size = f'width="{width}" height="16" rx="2"'
    return "\n".join(
        [
            f"<g><title>{escaped(label)}: {number:,}</title>",
            _text(_LABELS - 8, y, shown, end=True),
            f'<rect class="bar" x="{_LABELS}" y="{y - 13}" {size} fill="{_BAR}"/>',
            _text(_LABELS + width + 8, y, f"{number:,}") + "</g>",
        ]
    )


def _text(
    x: float, y: int, text: str, *, title: bool = False, end: bool = False
) -> str:
    font = 'font-size="16" font-weight="bold"' if title else 'font-size="14"'
    anchor = ' text-anchor="end"' if end else ""
    place = f'x="{x}" y="{y}"'
    face = f'fill="{_TEXT}" font-family="sans-serif"'
    return f"<text {place} {face} {font}{anchor}>{escaped(text)}</text>"


def _in_words(chart: Chart) -> str:
    bars = ", ".join(f"{label} {number:,}" for label, number in chart.bars) or "none"
    return f"{chart.title}: {bars}. {chart.note}".rstrip()
