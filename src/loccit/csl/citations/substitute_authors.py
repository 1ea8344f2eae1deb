"""Substitute authors who repeat those of the entry before (CSL 1.0.2, "Reference
Grouping").
"""

from __future__ import annotations

from collections.abc import Iterable

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.csl.locales.locale import Locale
from loccit.csl.output_tree import (
    NOTHING,
    PLAIN,
    Node,
    Output,
    edit_first,
    find,
    walk,
    without,
)
from loccit.csl.text.typeset import plain_text


class _Authors(NamedTuple):
    """The names of an entry: the whole text, and each name."""

    text: str
    names: list[str]


_NOBODY = _Authors("", [])


def substitute_authors(
    entries: Iterable[tuple[str, Output]],
    text: str,
    rule: str,
    locale: Locale,
) -> dict[str, Output]:
    """The entries with `text` in the place of repeated names.

    Args:
        text: `subsequent-author-substitute`.
        rule: `subsequent-author-substitute-rule`.
    """
    changed: dict[str, Output] = {}
    before = _NOBODY
    for key, output in entries:
        names = find(output, "names")
        authors = _NOBODY
        if names is not None and not _is_fixed_text(names):
            authors = _authors(names, locale)
            count = _repeated(before, authors, rule)
            output = _with_names(output, _substituted(names, text, count))
        changed[key] = output
        before = authors
    return changed


def _is_fixed_text(names: Node) -> bool:
    """Return whether the names were substituted by a text of the style.

    Two works by "Anon." are not by the same author.
    """
    if names.value != "substitute":
        return False
    inside = [node for node in walk(names) if node is not names and node.value]
    return all(node.tag == "term" for node in inside)


def _authors(names: Node, locale: Locale) -> _Authors:
    each = [_plain(node, locale) for node in walk(names) if node.tag == "name"]
    return _Authors(_plain(without(names, "label"), locale), each)


def _plain(output: Output, locale: Locale) -> str:
    """The characters of an output without its own affixes."""
    if isinstance(output, Node):
        output = replace(output, formatting=PLAIN)
    return plain_text(output, locale)


def _repeated(
    before: _Authors,
    authors: _Authors,
    rule: str,
) -> int | None:
    """How many names to replace, from the first on; None to replace all by one text."""
    if rule.startswith("complete") or not authors.names:
        if before.text != authors.text:
            return 0
        return len(authors.names) if rule == "complete-each" and authors.names else None
    same = 0
    for old, new in zip(before.names, authors.names, strict=False):
        if old != new:
            break
        same += 1
    return min(same, 1) if rule == "partial-first" else same


def _substituted(
    names: Node,
    text: str,
    count: int | None,
) -> Node:
    if count is None:
        return _whole(names, text)
    return _Substitution(text, count).each(names) if count else names


def _with_names(output: Output, names: Node) -> Output:
    """The entry with other names."""
    return edit_first(output, ("names",), lambda _: names)


def _whole(names: Node, text: str) -> Node:
    """The names without their label and affixes become one text."""
    if find(names, "name") is None:
        return replace(names, children=(text,))
    return _ListSubstitution(text).node(names)


class _ListSubstitution:
    """Replaces the first list of names by a text, and removes others."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.is_done = False

    def node(self, node: Node) -> Node:
        """The node with its lists replaced."""
        if not any(_is_name(child) for child in node.children):
            children = [self._output(child) for child in node.children]
            return replace(node, children=tuple(children))
        if self.is_done:
            return NOTHING
        self.is_done = True
        return replace(node, children=(self.text,))

    def _output(self, output: Output) -> Output:
        return output if isinstance(output, str) else self.node(output)


def _is_name(output: Output) -> bool:
    return isinstance(output, Node) and output.tag == "name"


class _Substitution:
    """Replaces the first names, each by a text."""

    def __init__(self, text: str, count: int) -> None:
        self.name = Node((text,), tag="name")
        self.left = count

    def each(self, node: Node) -> Node:
        """The node with its names replaced."""
        if node.tag == "name" and self.left:
            self.left -= 1
            return self.name
        children = [self._output(child) for child in node.children]
        return replace(node, children=tuple(children))

    def _output(self, output: Output) -> Output:
        return output if isinstance(output, str) else self.each(output)
