"""Entries of a bibliography that know which variable each part of them is of.

Who compares a typed entry with the style's needs to know where in it the title is, and
where each name.  The output tree knows that; here each part becomes a link, which
survives the typesetting, and is taken out of the text again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loccit._startup.dataclass import dataclass, replace
from loccit.csl.citations.entries import set_entries
from loccit.csl.output_tree import Formatting, Node, Output, edit, find
from loccit.csl.processor import Document
from loccit.csl.styles.style import Style
from loccit.csl.text.typeset import typeset
from loccit.model import Mark, Marked, RichText, Source

#: A link that names a variable; no address begins so.
_SCHEME = "variable:"
_DOI_ADDRESS = "https://doi.org/"


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """A variable in a printed entry, `text.plain[start:end]`, without what surrounds it,
    save the stop or comma that goes into quotation marks; of names, one name.
    """

    variable: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PrintedEntry:
    """An entry, and the parts of it in reading order.

    Attributes:
        key: of the source.
    """

    key: str
    text: RichText
    parts: tuple[PrintedPart, ...]

    def of(self, *variables: str) -> list[PrintedPart]:
        """Return the parts of some variables."""
        return [each for each in self.parts if each.variable in variables]

    def names(self, variable: str) -> list[str]:
        """Return the names of a variable as they are printed."""
        plain = self.text.plain
        return [plain[each.start : each.end] for each in self.of(variable)]

    def between(self, *variables: str) -> str:
        """Return what is printed from the first part of some variables to the last."""
        parts = self.of(*variables)
        if not parts:
            return ""
        return self.text.plain[parts[0].start : parts[-1].end]


def printed_entries(
    style: Style, sources: Mapping[str, Source], *, locale: str | None = None
) -> Iterator[PrintedEntry]:
    """Return the entries of all sources, in the order of the style.

    Args:
        sources: by key.
        locale: as for `process`.
    """
    document = Document(style, sources, locale=locale)
    document.cite([], sources)
    return entries_of(document)


def entries_of(document: Document) -> Iterator[PrintedEntry]:
    """Yield the entries of a document, in the order of the style."""
    renderer = document.renderer
    outputs = set_entries(renderer, document.keys, document.states)
    for key, output in outputs.items():
        linked = _Linker(renderer.sources[key]).linked(output)
        parts: list[PrintedPart] = []
        text = _without_links(typeset(linked, document.locale), 0, parts)
        yield PrintedEntry(key, text, tuple(parts))


class _Linker:
    """Makes links of the parts of a source's entry."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def linked(self, output: Output) -> Output:
        """Return an output in which each part is a link to the name of its variable."""
        return edit(output, self._change)

    def _change(self, node: Node) -> Output | None:
        if node.tag == "names" and node.value != "substitute":
            return self._names(node)
        if node.tag == "label":
            return node
        if node.tag == "address":
            is_doi = node.value.startswith(_DOI_ADDRESS)
            return Node((node,), tag="link", value=_link("DOI" if is_doi else "URL"))
        if node.tag == "term":
            return _linked(node, "issued") if node.value == "no date" else node
        if node.tag in ("title", "date") or (node.value and not node.tag):
            return _linked(node, node.value)
        return None

    def _names(self, names: Node) -> Output:
        """Make each name a link.

        There is a list for each variable that has names.  A word for a role says which
        it is, too: two variables with the same names have one list.
        """
        variables = [each for each in names.value.split() if self._source.names(each)]
        lists: list[Output] = []
        for index, child in enumerate(names.children):
            role = find(child, "label")
            variable = role.value if role else variables[min(index, len(variables) - 1)]
            lists.append(_with_linked_names(child, variable))
        return replace(names, children=tuple(lists))


def _with_linked_names(output: Output, variable: str) -> Output:
    def change(node: Node) -> Output | None:
        if node.tag != "name":
            return None
        return Node((node,), tag="link", value=_link(variable))

    return edit(output, change)


def _link(variable: str) -> str:
    return _SCHEME + variable


def _linked(node: Node, variable: str) -> Node:
    """Return a node whose content, without its affixes, is a link to a variable."""
    inner = Formatting(delimiter=node.formatting.delimiter)
    link = Node(node.children, inner, "link", _link(variable))
    return replace(node, children=(link,))


def _without_links(text: RichText, start: int, parts: list[PrintedPart]) -> RichText:
    """Return a text without the links to variables; their places go to `parts`.

    Args:
        start: where the text begins in the entry.
    """
    nodes: list[str | Marked] = []
    for node in text.nodes:
        if isinstance(node, str):
            _add(node, nodes)
            start += len(node)
            continue
        end = start + len(node.content.plain)
        if _is_part(node.mark):
            variable = node.mark.value.removeprefix(_SCHEME)
            parts.append(PrintedPart(variable, start, end))
            for inner in _without_links(node.content, start, parts).nodes:
                _add(inner, nodes)
        else:
            content = _without_links(node.content, start, parts)
            nodes.append(Marked(node.mark, content))
        start = end
    return RichText(tuple(nodes))


def _add(node: str | Marked, nodes: list[str | Marked]) -> None:
    """Add a node, in one string with the string before it."""
    if isinstance(node, str) and nodes and isinstance(nodes[-1], str):
        nodes[-1] += node
    else:
        nodes.append(node)


def _is_part(mark: Mark) -> bool:
    return mark.name == "link" and mark.value.startswith(_SCHEME)
