"""Write a setting into the front matter of an essay."""

from __future__ import annotations

import re

from loccit.essays import Essay
from loccit.essays.front_matter import find_front_matter
from loccit.model import Edit, Span
from loccit.text_files.newlines import LINE_END, newline_of

#: Formats that may get a front matter where they have none.
_MAY_GET_ONE = frozenset(["markdown"])
_TOML = "+++"


def has_settings(essay: Essay) -> bool:
    """Return whether an essay has, or can have, settings at its top."""
    found = find_front_matter(essay.text)
    return found is not None or essay.format in _MAY_GET_ONE


def set_setting(essay: Essay, name: str, value: str) -> Edit:
    r"""Return the edit that gives an essay a setting, at its top.

    Args:
        essay: one that `has_settings`.
        name: such as `csl` or `lang`.
        value: one word.

    >>> from loccit import read_essay
    >>> set_setting(read_essay(b"Text."), "lang", "de-DE").new
    '---\nlang: de-DE\n---\n\n'
    """
    text = essay.text
    newline = newline_of(text)
    span = find_front_matter(text)
    if span is None:
        start = len(text) - len(text.removeprefix("\ufeff"))
        lines = ["---", f"{name}: {value}", "---", "", ""]
        return Edit(Span(start, start), newline.join(lines))
    is_toml = text.startswith(_TOML, span.start)
    line = f'{name} = "{value}"' if is_toml else f"{name}: {value}"
    if found := _setting(name).search(text, span.start, span.end):
        return Edit(Span(*found.span()), line)
    fence = LINE_END.search(text, span.start)
    first = fence.end() if fence else span.end
    return Edit(Span(first, first), line + newline)


def _setting(name: str) -> re.Pattern[str]:
    """Return what finds a setting, whose value may go on in lines that are indented."""
    further = r"(?:(?:\r\n|\r|\n)[ \t]+[^\r\n]+)*"
    line = rf"^{re.escape(name)}[ \t]*[:=][^\r\n]*"
    return re.compile(line + further, re.MULTILINE)
