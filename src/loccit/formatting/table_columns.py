"""Tables whose cells are known by their place in a line (grid, multiline and simple
ones): what a citation does there.

What is put in the place of a citation is seldom as wide, and moves the cells behind it.
No edit draws a table anew; the writer is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loccit._startup.regex import regex
from loccit.essays import Essay
from loccit.model import Citation, Edit, Problem, Span

_LINE_END = regex(r"\r\n|\r|\n|\Z")


def goes_over_lines(citation: Citation) -> bool:
    """Whether it goes on in the next line of such a cell; between its lines stand other
    cells.
    """
    return citation.in_fixed_width_table and bool(re.search(r"[\r\n]", citation.source))


def problems(
    essay: Essay, citations: Iterable[Citation], edits: Iterable[Edit]
) -> Iterator[Problem]:
    """What is to be said of citations in such tables.

    Args:
        essay: the essay.
        citations: all of its citations.
        edits: those that put something in the place of a citation.
    """
    cells = {
        citation.span.start: citation
        for citation in citations
        if citation.in_fixed_width_table
    }
    for start, citation in cells.items():
        if goes_over_lines(citation):
            yield Problem(
                "citation-over-table-lines",
                "The citation goes on in the next line of its table's cell, and was left as written.",
                essay.place(start),
                "error",
                "Write it in one line, or use a pipe table (`| a | b |`).",
            )
    for edit in edits:
        inside = [
            start for start in range(edit.span.start, edit.span.end) if start in cells
        ]
        if inside and len(edit.new) != len(edit.span) and _has_more(essay, edit.span):
            yield Problem(
                "table-width",
                "What stands for the citation is of another width, and moves the cells behind it in the table.",
                essay.place(inside[0]),
                advice="Draw the line anew, or use a pipe table (`| a | b |`), where widths do not matter.",
            )


def _has_more(essay: Essay, span: Span) -> bool:
    end = _LINE_END.search(essay.text, span.end)
    return bool(end and essay.text[span.end : end.start()].strip())
