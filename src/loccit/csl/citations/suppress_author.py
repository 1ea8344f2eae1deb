"""Suppress authors: "Moss (2010, 2012)" for `Moss [-@moss2010; @moss2012]`."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import replace
from loccit.csl.citations.group_cites import authors_of
from loccit.csl.citations.pieces import runs
from loccit.csl.citations.renderer import PlacedCite, Renderer
from loccit.csl.output_tree import Output, find, is_empty, without_first
from loccit.model import Cite

#: Punctuation and spaces that separate an author from what follows.
SEPARATORS = " \xa0,.;:"


def without_author(output: Output) -> Output:
    """A cite without its names, or what was substituted for them.

    The punctuation after them goes too.
    """
    if find(output, "names") is not None:
        return _without_separators(without_first(output, "names"))
    return _without_separators(without_first(output, "title"))


def _without_separators(output: Output) -> Output:
    """An output without punctuation at its beginning.

    A style may print ", 2010" after a name, and have no word for "n.d.".
    """
    if isinstance(output, str):
        return output if output.strip(SEPARATORS) else ""
    prefix = output.formatting.prefix.lstrip(SEPARATORS)
    formatting = replace(output.formatting, prefix=prefix)
    if prefix:
        return replace(output, formatting=formatting)
    children = list(output.children)
    for index, child in enumerate(children):
        children[index] = _without_separators(child)
        if not is_empty(children[index]):
            break
    return replace(output, children=tuple(children), formatting=formatting)


def suppress_in_groups(
    renderer: Renderer,
    cites: list[PlacedCite],
    typed: Sequence[Cite],
) -> None:
    """Suppress the author of a whole group, as of the cite that was typed first.

    A style that collapses cites prints the author once, before the group; sorting may
    have put another cite there.

    Args:
        cites: in the order of print.
        typed: the same in the order of the essay.
    """
    if not renderer.style.citation_options.collapse.startswith("year"):
        return
    keys = [cite.key for cite in typed]

    def have_same_authors(before: PlacedCite, placed: PlacedCite) -> bool:
        authors = authors_of(placed, renderer.locale)
        return bool(authors) and authors == authors_of(before, renderer.locale)

    for group in runs(cites, have_same_authors):
        first = min(group, key=lambda placed: keys.index(placed.key))
        if first.rest is None:
            group[0].rest = None
        else:
            _suppress(group)


def _suppress(group: list[PlacedCite]) -> None:
    for placed in group:
        if placed.rest is None:
            placed.rest = without_author(placed.output)
