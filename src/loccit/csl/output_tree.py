"""The tagged tree between rendering and RichText.

Nodes say what they are (a name list, a date, a year suffix, a cite ...), so that the
later steps never look at strings: collapsing, disambiguation, author-only and links are
functions over this tree.  Text is made of it once, in `typeset`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeAlias

from loccit._startup.dataclass import dataclass, replace
from loccit.model import Mark

Tag = Literal[
    "",
    "markup",  # formatting that stands in the data; it toggles what surrounds it (flip-flop)
    "nocase",  # no change of letter case (`<span class="nocase">`)
    "quoted",  # quotation marks that stand in the data
    "term",  # a term of the locale
    "names",  # what cs:names renders, be it a substitute; the value lists the variables
    "name",  # one name
    "label",
    "date",
    "year",
    "year-suffix",
    "year-suffix-place",  # behind a year: where an implicit suffix letter goes; empty otherwise
    "citation-number",
    "citation-label",
    "locator",
    "title",
    "cite",  # one cite in a citation, with its own prefix and suffix
    "prefix",
    "suffix",
    "link",  # what leads somewhere; the value is the address
    "address",  # DOI, URL ...; the value is the whole address
    "transparent",  # what cs:choose prints: the delimiter of the parent goes between its children
]


@dataclass(frozen=True, slots=True)
class Formatting:
    """What an element of a style asks for besides its content (CSL 1.0.2, "Formatting",
    "Affixes", "Delimiter" ...).
    """

    marks: tuple[Mark, ...] = ()
    prefix: str = ""
    suffix: str = ""
    delimiter: str = ""
    quotes: bool = False
    display: str = ""
    text_case: str = ""
    strip_periods: bool = False


PLAIN = Formatting()


@dataclass(frozen=True, slots=True)
class Node:
    """A stretch of output; strings are its leaves."""

    children: tuple[Output, ...]
    formatting: Formatting = PLAIN
    tag: Tag = ""
    value: str = ""


Output: TypeAlias = "str | Node"


def walk(output: Output) -> Iterator[Node]:
    """All nodes, from the outside in and from left to right."""
    if isinstance(output, Node):
        yield output
        for child in output.children:
            yield from walk(child)


def leaves(output: Output) -> Iterator[str]:
    """The characters without affixes, delimiters and quotation marks."""
    if isinstance(output, str):
        yield output
    else:
        for child in output.children:
            yield from leaves(child)


def find(output: Output, *tags: Tag) -> Node | None:
    """The first node with one of the tags."""
    return next((node for node in walk(output) if node.tag in tags), None)


def is_empty(output: Output) -> bool:
    """Whether nothing would be seen of it."""
    return not any(leaves(output))


def edit(output: Output, change: Callable[[Node], Output | None]) -> Output:
    """A tree in which every node is what `change` makes of it; None leaves the node as
    it is, to look inside.

    Parents come first: what `change` returns is not looked into.
    """
    if isinstance(output, str):
        return output
    changed = change(output)
    if changed is not None:
        return changed
    children = tuple(edit(child, change) for child in output.children)
    if all(new is old for new, old in zip(children, output.children, strict=True)):
        return output
    return replace(output, children=tuple(child for child in children if child != ""))


def edit_first(
    output: Output, tags: Iterable[Tag], change: Callable[[Node], Output]
) -> Output:
    """A tree in which the first node with one of the tags is changed."""
    wanted = frozenset(tags)
    done = False

    def once(node: Node) -> Output | None:
        nonlocal done
        if done:
            return node
        if node.tag in wanted:
            done = True
            return change(node)
        return None

    return edit(output, once)


def without(output: Output, *tags: Tag) -> Output:
    """A tree without the nodes that have one of the tags."""
    return edit(output, lambda node: "" if node.tag in tags else None)
