"""Format a `.bib` file, or the entries of a range: the layout alone, as `loccit tidy`."""

from __future__ import annotations

from collections.abc import Sequence

from loccit.bibliography.formats.bibtex.tidy import Action, actions, tidy_edits
from loccit.drafting.bib.blocks import blocks_in
from loccit.model import Edit, Span

#: The ways to tidy that change how entries are written, and not what they say.
_LAYOUT = frozenset(["align", "blank-lines", "braces", "lowercase"])
#: Those that change where entries are.
_ORDER = frozenset(["sort"])
#: So much of a file before and after a range shows how its entries are written.
_SAMPLE = 20_000


def format_bib(text: str, within: Span | None = None) -> list[Edit]:
    """Return the edits that format a file, or the entries that a range touches.

    A broken entry stays as it is.

    >>> format_bib("@Book{a, title = {A}}")[0].new
    '@book{a,\\n  title = {A}\\n}'
    """
    chosen = [action for action in actions() if action.name in _LAYOUT]
    return _edits(text, chosen, within)


def tidy_bib(text: str, within: Span) -> list[Edit]:
    """Return the edits that tidy the entries that a range touches in every way except
    their order, and that of their fields.

    >>> format_bib("@Book{a, pages = {1-2}}", Span(0, 0)) != tidy_bib("@Book{a, pages = {1-2}}", Span(0, 0))
    True
    """
    chosen = [
        action
        for action in actions()
        if action.name not in _ORDER and not action.moves_fields
    ]
    return _edits(text, chosen, within)


def sort_fields(text: str, within: Span) -> list[Edit]:
    """Return the edits that sort the fields of the entries that a range touches.

    >>> sort_fields("@book{a, year = 2001, title = {A}}", Span(0, 0))[0].new
    '@book{a, title = {A}, year = 2001}'
    """
    chosen = [action for action in actions() if action.name == "sort-fields"]
    return _edits(text, chosen, within)


def _edits(text: str, chosen: Sequence[Action], within: Span | None) -> list[Edit]:
    """Return the edits of a range; to find out how entries are written, only those
    around it are read.
    """
    if within is None:
        return tidy_edits(text, chosen)
    around = blocks_in(text, _around(text, within))
    spans = [block.whole for block in around]
    if not spans:
        return []
    start, end = spans[0].start, spans[-1].end
    inside = Span(max(within.start - start, 0), max(within.end - start, 0))
    return [
        Edit(Span(edit.span.start + start, edit.span.end + start), edit.new)
        for edit in tidy_edits(text[start:end], chosen, inside)
    ]


def _around(text: str, span: Span) -> Span:
    return Span(max(0, span.start - _SAMPLE), min(len(text), span.end + _SAMPLE))
