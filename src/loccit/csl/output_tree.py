"""The tagged tree between rendering and RichText.

The nodes say what they are (a list of names, a date, a year suffix, a cite ...), so that
later steps never look at strings: collapsing, disambiguation, author-only and links are
functions on this tree.  `typeset` makes text of it, once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeAlias

from loccit._startup.dataclass import dataclass, replace
from loccit.model import Mark

Tag = Literal[
    "",
    "markup",  # formatting in the data; it toggles the formatting around it (flip-flop)
    "nocase",  # keeps its letter case (`<span class="nocase">`)
    "quoted",  # quotation marks in the data
    "term",  # a term of the locale
    "names",  # the output of cs:names or its substitute; the value lists the variables
    "name",  # one name
    "particle",  # one before a surname, which has a capital when it begins a sentence
    "label",
    "date",
    "year",
    "year-suffix",
    "year-suffix-place",  # after a year: where an implicit letter goes; otherwise empty
    "citation-number",
    "citation-label",
    "locator",
    "title",
    "cite",  # one cite of a citation, with its own prefix and suffix
    "prefix",
    "suffix",
    "link",  # leads somewhere; the value is the address
    "address",  # DOI, URL ...; the value is the whole address
    "transparent",  # the output of cs:choose: its children count as the parent's
]


@dataclass(frozen=True, slots=True)
class Formatting:
    """The formatting attributes of a rendering element.

    CSL 1.0.2, "Formatting", "Affixes", "Delimiter", "Display", "Quotes",
    "Strip-periods" and "Text-case".
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
    """A part of the output; its leaves are strings."""

    children: tuple[Output, ...]
    formatting: Formatting = PLAIN
    tag: Tag = ""
    value: str = ""


Output: TypeAlias = "str | Node"

NOTHING = Node(())


def walk(output: Output) -> Iterator[Node]:
    """All nodes, parents before children, from left to right."""
    waiting = [output]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Node):
            yield node
            waiting.extend(reversed(node.children))


def leaves(output: Output) -> Iterator[str]:
    """The characters without affixes, delimiters and quotation marks."""
    waiting = [output]
    while waiting:
        leaf = waiting.pop()
        if isinstance(leaf, str):
            yield leaf
        else:
            waiting.extend(reversed(leaf.children))


def find(output: Output, *tags: Tag) -> Node | None:
    """The first node with one of the tags."""
    if isinstance(output, str):
        return None
    if output.tag in tags:
        return output
    for child in output.children:
        found = find(child, *tags)
        if found is not None:
            return found
    return None


def is_empty(output: Output) -> bool:
    """Return whether nothing of an output is visible."""
    if isinstance(output, str):
        return not output
    return all(map(is_empty, output.children))


def edit(output: Output, change: Callable[[Node], Output | None]) -> Output:
    """Replace each node by what `change` returns; None keeps the node and looks inside.

    Parents come first, and what `change` returns is final.
    """
    if isinstance(output, str):
        return output
    changed = change(output)
    if changed is not None:
        return changed
    children = tuple([edit(child, change) for child in output.children])
    if all(new is old for new, old in zip(children, output.children, strict=True)):
        return output
    return replace(output, children=tuple([child for child in children if child != ""]))


def edit_first(
    output: Output,
    tags: Iterable[Tag],
    change: Callable[[Node], Output],
) -> Output:
    """Replace the first node that has one of the tags."""
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
    """Remove the nodes that have one of the tags."""
    return edit(output, lambda node: "" if node.tag in tags else None)


def without_first(output: Output, *tags: Tag) -> Output:
    """Remove the first node that has one of the tags."""
    return edit_first(output, tags, lambda _: "")
