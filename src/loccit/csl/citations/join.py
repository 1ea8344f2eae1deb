"""Join the cites of a citation, grouped and collapsed."""

from __future__ import annotations

from loccit.csl.citations.collapse import CollapseNumbers, CollapseYears
from loccit.csl.citations.group_cites import group_cites
from loccit.csl.citations.pieces import (
    SECONDARY,
    Piece,
    cite_output,
    delimiters_of,
    is_printed,
)
from loccit.csl.citations.renderer import PlacedCite, Renderer
from loccit.csl.output_tree import Node, Output, find, leaves

_LAST_MARKS = (",", ";", ":")
_FIRST_MARKS = (",", ";", ":", ".")
_OPENING = " \"'“‘„«(["


def join_cites(
    renderer: Renderer,
    cites: list[PlacedCite],
    link: bool,
) -> Output:
    """The cites, in the order of print, with the delimiters between them."""
    printed = [placed for placed in cites if is_printed(placed)]
    return _joined(_pieces(renderer, printed, link))


def _pieces(
    renderer: Renderer,
    cites: list[PlacedCite],
    link: bool,
) -> list[Piece]:
    options = renderer.style.citation_options
    delimiters = delimiters_of(renderer.style)
    if options.collapse == "citation-number":
        return CollapseNumbers(renderer, delimiters, link).pieces(cites)
    by_year = options.collapse.startswith("year")
    is_grouped = by_year or options.cite_group_delimiter is not None
    if not is_grouped or len(cites) < 2:
        return [Piece(cite_output(placed, link), delimiters.cite) for placed in cites]
    collapse = CollapseYears(renderer, delimiters, link)
    pieces: list[Piece] = []
    for group in group_cites(renderer, cites):
        pieces += collapse.pieces(group)
    return pieces


def _joined(pieces: list[Piece]) -> Output:
    children: list[Output] = []
    delimiter = ""
    for piece in pieces:
        if children:
            between = _between(children[-1], piece.output, delimiter)
            if between:
                children.append(between)
        children.append(piece.output)
        delimiter = piece.delimiter
    return Node(tuple(children))


def _between(
    before: Output,
    after: Output,
    delimiter: str,
) -> str:
    """The text between two pieces."""
    prefix = find(after, "prefix")
    if prefix is not None:
        if prefix.value == SECONDARY:
            return ", "
        if _text(prefix).lstrip().startswith(_FIRST_MARKS):
            return ""
    if not delimiter:
        return ""
    suffix = find(before, "suffix")
    if suffix is not None and _separates(_text(suffix), prefix):
        return " "  # it has its own mark
    if delimiter.endswith((",", ";")) and (prefix is not None or suffix is not None):
        return delimiter + " "  # "see 1,2, also 3"
    return delimiter


def _separates(suffix: str, prefix: Node | None) -> bool:
    """Return whether a suffix separates its cite from the next.

    A full stop does so after a sentence, and before one: "... 5. But see ...".  That of
    "etc." does not.
    """
    if suffix.endswith(_LAST_MARKS):
        return True
    if not suffix.endswith("."):
        return False
    if suffix.startswith("."):
        return True
    return prefix is not None and _text(prefix).lstrip(_OPENING)[:1].isupper()


def _text(output: Output) -> str:
    return "".join(leaves(output))
