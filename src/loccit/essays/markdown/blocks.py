"""The block structure of Markdown: the runs of text that may cite, with what surrounds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from loccit.essays.markdown.setting import Setting
from loccit.essays.region import Region

_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n|\Z)")
_FENCED = re.compile(r"^( {0,3})(```+|~~~+)[^\n`]*\n(?:.*\n)*?^ {0,3}\2[`~]*[ \t]*(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text, `region.text[start:end]`."""

    region: Region
    start: int
    end: int
    setting: Setting


def runs(region: Region) -> Iterator[Run]:
    """Every run of text, in document order."""
    text, position = region.text, 0
    while position < len(text):
        fenced = _FENCED.match(text, position)
        if fenced:
            position = fenced.end()
            continue
        blank = _BLANK_LINE.search(text, position)
        end = blank.start() if blank else len(text)
        if "@" in text[position:end]:
            yield Run(region, position, end, Setting())
        position = end + 1
