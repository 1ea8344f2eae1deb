"""The pieces that a citation is joined from, and the delimiters between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from loccit._startup.namedtuple import NamedTuple
from loccit.csl.citations.renderer import PlacedCite
from loccit.csl.output_tree import Node, Output, find, is_empty
from loccit.csl.styles.style import Style
from loccit.csl.text.markup import parse_rich

T = TypeVar("T")

#: The `value` of a prefix before a source that another was read in.
SECONDARY = "secondary"
_DASH = "–"
#: Two consecutive numbers are no range.
_SHORTEST_RANGE = 3


class Piece(NamedTuple):
    """A cite or a part of one, and the delimiter after it."""

    output: Output
    delimiter: str


class Delimiters(NamedTuple):
    """A style's delimiters (CSL 1.0.2, "Cite Grouping", "Cite Collapsing").

    Attributes:
        cite: between cites.
        group: between the cites of a group.
        after_collapse: after a collapsed group.
        year_suffix: between the letters of a year.
    """

    cite: str
    group: str
    after_collapse: str
    year_suffix: str


def delimiters_of(style: Style) -> Delimiters:
    """The delimiters of a style, each with its default."""
    options = style.citation_options
    cite = style.citation.formatting.delimiter
    group = suffix = options.cite_group_delimiter
    if suffix is None:
        suffix = cite
    if group is None:
        # In the text, the years of an author are a list of their own; in notes, the
        # layout's delimiter separates them too.
        group = ", " if style.citation_class == "in-text" else cite
    if options.year_suffix_delimiter is not None:
        suffix = options.year_suffix_delimiter
    after_collapse = options.after_collapse_delimiter
    if after_collapse is None:
        after_collapse = cite
    return Delimiters(cite, group, after_collapse, suffix)


def is_printed(placed: PlacedCite) -> bool:
    """Return whether anything of the cite is visible."""
    if placed.cite.prefix or placed.cite.suffix:
        return True
    return not is_empty(placed.printed)


def has_locator(placed: PlacedCite) -> bool:
    """Return whether the style prints the cite's locator."""
    locator = find(placed.printed, "locator")
    return locator is not None and not is_empty(locator)


def linked(output: Output, key: str) -> Output:
    """An output that leads to the source's entry."""
    return Node((output,), tag="link", value=f"#ref-{key}")


def cite_output(placed: PlacedCite, link: bool) -> Output:
    """A cite between its own prefix and suffix."""
    cite = placed.cite
    children: list[Output] = []
    if cite.prefix:
        value = SECONDARY if cite.secondary else ""
        children.append(Node((parse_rich(cite.prefix),), tag="prefix", value=value))
    output = placed.printed
    children.append(linked(output, placed.key) if link else output)
    if cite.suffix:
        children.append(Node((parse_rich(cite.suffix),), tag="suffix"))
    return Node(tuple(children), tag="cite")


def with_last_delimiter(pieces: list[Piece], delimiter: str) -> list[Piece]:
    """The pieces with another delimiter after the last one."""
    if not pieces:
        return []
    return [*pieces[:-1], Piece(pieces[-1].output, delimiter)]


def as_range(outputs: list[Output], delimiter: str) -> list[Piece]:
    """The first and the last output with a dash between, if there are enough."""
    if len(outputs) < _SHORTEST_RANGE:
        return [Piece(output, delimiter) for output in outputs]
    return [Piece(Node((outputs[0], _DASH, outputs[-1])), delimiter)]


def runs(things: Iterable[T], follows: Callable[[T, T], bool]) -> list[list[T]]:
    """Split a list into runs in which each thing follows the one before it."""
    found: list[list[T]] = []
    for thing in things:
        if found and follows(found[-1][-1], thing):
            found[-1].append(thing)
        else:
            found.append([thing])
    return found
