"""References that loccit renders, each character with the label of its variable.

The labels are exact: each part of the processor's output knows its variable. The part
becomes a link to the name of its label, and links survive the typesetting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.csl import Style
from loccit.csl.citations.entries import set_entries
from loccit.csl.output_tree import Formatting, Node, Output, edit, find, leaves
from loccit.csl.processor import Document
from loccit.csl.text.typeset import typeset
from loccit.essays.paragraph import MarkKind
from loccit.model import RichText, Source
from loccit.recognize.segments import Label
from training.references.pieces import Piece

_SCHEME = "label:"
_LABELS: dict[str, Label] = {
    "title": "title",
    "title-short": "title",
    "part-title": "title",
    "volume-title": "title",
    "reviewed-title": "title",
    "original-title": "title",
    "container-title": "container-title",
    "container-title-short": "container-title",
    "collection-title": "collection-title",
    "collection-number": "volume",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "page-first": "pages",
    "edition": "edition",
    "version": "edition",
    "publisher": "publisher",
    "original-publisher": "publisher",
    "authority": "publisher",
    "publisher-place": "place",
    "original-publisher-place": "place",
    "event-place": "place",
    "event-title": "event",
    "event": "event",
    "genre": "genre",
    "medium": "genre",
    "number": "number",
    "archive": "archive",
    "archive_location": "archive",
    "archive-place": "place",
    "source": "archive",
    "call-number": "archive",
    "ISBN": "isbn",
    "issued": "date",
    "original-date": "date",
    "event-date": "date",
    "submitted": "date",
    "available-date": "date",
    "status": "date",
    "accessed": "accessed",
    "note": "note",
    "abstract": "note",
    "annote": "note",
    "citation-number": "citation-number",
    "citation-label": "citation-number",
}
#: Names that are first in a reference are its authors, whatever they did.
_NAMES: dict[str, Label] = {
    "author": "author",
    "editor": "editor",
    "collection-editor": "editor",
    "editorial-director": "editor",
    "container-author": "editor",
    "editortranslator": "editor",
    "translator": "translator",
}
_DOI = regex(r"(?i)10\.\d{4,9}/|doi\.org/")
_PUBMED = regex(r"pubmed/|pmc/articles/")
#: Preprint servers and platforms, which are read as journals and websites.
_PLATFORMS = regex(
    r"(?i)xiv\b|\bssrn\b|preprints\b"
    r"|^(?:youtube|twitter|facebook|instagram|tiktok|vimeo|reddit|wikipedia|x)$"
)
#: Words of a style by which it says what a work is.
_GENRES = regex(
    r"(?i)\b(?:thesis|dissertation|diss|tesis|mémoire|report|patent|preprint|video|film)\b"
)


def render_pieces(
    style: Style, locale: str, sources: Sequence[Source]
) -> Iterator[list[Piece]]:
    """Yield the references to sources in a style, in pieces."""
    by_key = {source.key: source for source in sources}
    document = Document(style, by_key, locale=locale)
    document.cite([], list(by_key))
    entries = set_entries(document.renderer, document.keys, document.states)
    for key, output in entries.items():
        labelled = _Labeller(by_key[key]).labelled(output)
        text = typeset(labelled, document.locale)
        yield list(_pieces(text, Piece("")))


class _Labeller:
    """Labels the output of one source.

    Attributes:
        is_first: no names were met yet.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.is_first = True

    def labelled(self, output: Output) -> Output:
        """Return an output in which each variable is a link to its label."""
        return edit(output, self._change)

    def _change(self, node: Node) -> Output | None:
        if node.tag == "names":
            return self._names(node)
        if node.tag == "address":
            return _address(node)
        if node.tag == "label":
            return node
        if node.tag == "term":
            return _linked(node, "date") if node.value == "no date" else node
        if node.tag == "year-suffix" or node.value == "year-suffix":
            return _linked(node, "date")
        label = _LABELS.get(node.value)
        if label in ("publisher", "archive") and _is_platform(node):
            label = "container-title"
        if label is not None:
            return _linked(node, label)
        if not node.tag and _is_genre(node):
            return _linked(node, "genre")
        return None

    def _names(self, node: Node) -> Output | None:
        """Label the lists of names, without the words for their roles."""
        if node.value == "substitute":
            self.is_first = False
            return None
        given = node.value.split()
        variables = [name for name in given if self.source.names(name)] or given
        lists: list[Output] = []
        for index, child in enumerate(node.children):
            by_place = variables[min(index, len(variables) - 1)]
            variable = _role(child) or by_place
            lists.append(self._one_list(child, self._label_of(variable)))
        return replace(node, children=tuple(lists))

    def _label_of(self, variable: str) -> Label:
        is_first = self.is_first
        self.is_first = False
        default: Label = "author" if is_first else "other"
        return _NAMES.get(variable, default)

    def _one_list(self, output: Output, label: Label) -> Output:
        if isinstance(output, str) or not any(map(_is_role, output.children)):
            return Node((output,), tag="link", value=_SCHEME + label)
        children: list[Output] = []
        for child in output.children:
            if _is_role(child):
                children.append(child)
            else:
                children.append(Node((child,), tag="link", value=_SCHEME + label))
        return replace(output, children=tuple(children))


def _is_role(output: Output) -> bool:
    """Return whether an output is the word for the role of the people beside it."""
    return isinstance(output, Node) and output.tag == "label"


def _role(output: Output) -> str:
    """Return the variable that the word for the role in a list of names is of."""
    label = find(output, "label")
    return label.value if label else ""


def _linked(node: Node, label: Label) -> Node:
    """Return a node whose content, without the affixes, is a link to a label."""
    inner = Formatting(delimiter=node.formatting.delimiter)
    link = Node(node.children, inner, "link", _SCHEME + label)
    return replace(node, children=(link,))


def _address(node: Node) -> Node:
    """Return an address with its label; "https://doi.org/" belongs to it, "doi:" not."""
    label: Label = "url"
    if _DOI.search(node.value):
        label = "doi"
    elif _PUBMED.search(node.value):
        label = "other"
    if node.formatting.prefix.startswith("http"):
        return Node((node,), tag="link", value=_SCHEME + label)
    return _linked(node, label)


def _is_platform(node: Node) -> bool:
    """Return whether a publisher or archive is arXiv, YouTube or the like."""
    return bool(_PLATFORMS.search("".join(leaves(node))))


def _is_genre(node: Node) -> bool:
    """Return whether a node is a text of the style that says what the work is."""
    if len(node.children) != 1 or not isinstance(node.children[0], str):
        return False
    return bool(_GENRES.search(node.children[0]))


_MARKS: dict[tuple[str, str], MarkKind] = {
    ("font-style", "italic"): "emphasis",
    ("font-weight", "bold"): "strong",
}


def _pieces(text: RichText, around: Piece) -> Iterator[Piece]:
    """Yield the pieces of a text inside of a piece."""
    for node in text.nodes:
        if isinstance(node, str):
            yield around._replace(text=node)
            continue
        inside = around
        mark = node.mark
        if mark.name == "link" and mark.value.startswith(_SCHEME):
            label = cast("Label", mark.value.removeprefix(_SCHEME))
            inside = around._replace(label=label)
        elif (mark.name, mark.value) in _MARKS:
            inside = around._replace(mark=_MARKS[mark.name, mark.value])
        elif mark.name == "display" and mark.value != "left-margin":
            yield Piece(" ")
        yield from _pieces(node.content, inside)
