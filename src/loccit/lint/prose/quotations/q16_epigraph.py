"""An epigraph whose source is not on a line of its own, after an em dash.

## What it does

Suggests the form of the source below a quotation that is directly under the title or a
heading.

## Why is this bad?

APA gives author, year and page of an epigraph on the line below it, at the right, after an
em dash (section 8.35). This is a note: not each block under a heading is an epigraph.

## Example

    # The Street

    > The street is where neighbors learn to trust each other. (Bell, 2009, p. 4)

    Streets are old.

## Use instead

    # The Street

    > The street is where neighbors learn to trust each other.
    >
    > —Bell (2009, p. 4)

    Streets are old.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.quotations.epigraph import is_epigraph
from loccit.lint.checked.quotations.quotation import Quotation, Stretch
from loccit.lint.prose.rule import Mistake
from loccit.model import Severity

SEVERITY: Severity = "note"

#: A line that says whose words these are, after another sign than an em dash.
_LINE = regex(
    r"(?:\A|(?<=\n)|(?<=[.!?”\"]) )\s*(?P<dash>--?-?|–|~|―) ?(?=[^\W\d_a-z])[^\n]{3,80}\Z"
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for quotation in essay.quotations:
        if not is_epigraph(quotation, essay):
            continue
        last = _last(quotation)
        line = _LINE.search(last.paragraph.text)
        if line:
            yield _mistake(last, *line.span("dash"))
        elif quotation.bracket and quotation.bracket.text.startswith("("):
            yield _mistake(last, quotation.bracket.start, quotation.bracket.end)


def _last(quotation: Quotation) -> Stretch:
    """Return the stretch with the source, in a paragraph of its own or not."""
    return quotation.bracket or quotation.last


def _mistake(last: Stretch, start: int, end: int) -> Mistake:
    return Mistake(
        last.paragraph.mapped,
        start,
        end,
        "The source of the epigraph is not on the line below it, after an em dash.",
        "Write `—Author (year, p. 4)` there, at the right.",
    )
