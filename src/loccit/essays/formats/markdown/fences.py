"""Fenced code and fenced divs."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.essays.formats.markdown.brackets import ATTRIBUTES
from loccit.essays.formats.markdown.lines import end_of

#: A chunk of R Markdown or Quarto, `{r, echo=FALSE}`, runs before pandoc sees the text;
#: it is code all the same.
_CHUNK = r"\{[A-Za-z][^`\n]*\}"
_OPENING = regex(
    rf"( {{0,3}})(`{{3,}}|~{{3,}})[ \t]*"
    rf"(?:\{{[ \t]*=[\w-]+[ \t]*\}}|{_CHUNK}|(?:[^\s`{{}}]+[ \t]*)?(?:{ATTRIBUTES.pattern})?)[ \t]*\n"
)
_CHUNK_OPENING = regex(rf" {{0,3}}(?:`{{3,}}|~{{3,}})[ \t]*{_CHUNK}")
#: The directives of MyST whose content is Markdown (mystmd, "Directives"; Sphinx).
_DIRECTIVE = regex(
    r" {0,3}(?:`{3,}|~{3,})[ \t]*\{(?:admonition|aside|attention|blockquote|card|caution"
    r"|danger|dropdown|epigraph|error|example|exercise|figure|hint|important|list-table"
    r"|margin|note|pull-quote|quote|seealso|sidebar|solution|tip|todo|topic|warning"
    r"|(?:prf|proof):\w+)\}[^\n]*\n"
)
_OPTIONS = regex(r"---[ \t]*\n(?:[^\n]*\n)*?---[ \t]*\n|(?:[ \t]*:[\w-]+:[^\n]*\n)+")
_DIV = regex(rf":::+[ \t]*(?:{ATTRIBUTES.pattern}|[^\s{{]\S*)[ \t]*:*[ \t]*(?:\n|\Z)")
_DIV_END = regex(r":::+[ \t]*(?:\n|\Z)")


def fenced_end(text: str, position: int, end: int) -> int | None:
    """Find the end of the fenced code block at `position`; one that no fence closes is
    not a code block.
    """
    opening = _OPENING.match(text, position, end)
    if not opening:
        return None
    mark = opening[2]
    closing = re.compile(
        rf"^ {{0,3}}{mark[0]}{{{len(mark)},}}[ \t]*(?:\n|\Z)", re.MULTILINE
    )
    return end_of(closing.search(text, opening.end(), end))


def directive_text(text: str, position: int, end: int) -> tuple[int, int] | None:
    """Return where the text of a directive of MyST is that has text for readers, between
    its options and the fence that closes it; None for other code.
    """
    opening = _DIRECTIVE.match(text, position, end)
    close = fenced_end(text, position, end) if opening else None
    if not opening or close is None:
        return None
    last = text.rfind("\n", 0, close - 1) + 1
    options = _OPTIONS.match(text, opening.end(), last)
    start = options.end() if options else opening.end()
    return start, max(start, last)


def is_chunk(text: str, position: int) -> bool:
    """Return whether the fenced code at `position` is a chunk."""
    return _CHUNK_OPENING.match(text, position) is not None


def opening_div_end(text: str, position: int) -> int | None:
    """Find the end of the line that opens a fenced div at `position`."""
    return end_of(_DIV.match(text, position))


def closing_div_end(text: str, position: int) -> int | None:
    """Find the end of the line that closes a fenced div at `position`."""
    return end_of(_DIV_END.match(text, position))
