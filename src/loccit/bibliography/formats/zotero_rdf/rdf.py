"""The part of RDF/XML that bibliographies need: nodes, and the targets of their
properties (RDF 1.1 XML Syntax, W3C).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from loccit.bibliography.records.lines import Line
from loccit.bibliography.xml import Element

#: The usual prefixes for the names of properties and classes.
_PREFIXES = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.zotero.org/namespaces/export#": "z",
    "http://purl.org/net/biblio#": "bib",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://xmlns.com/foaf/0.1/": "foaf",
    "http://prismstandard.org/namespaces/1.2/basic/": "prism",
    "http://nwalsh.com/rdf/vCard#": "vcard",
    "http://purl.org/rss/1.0/modules/link/": "link",
}
#: Attributes of the syntax itself; all others are properties.
_SYNTAX = frozenset(
    [
        "about",
        "ID",
        "nodeID",
        "resource",
        "datatype",
        "parseType",
        "base",
        "lang",
        "space",
    ]
)
#: Properties that lead to related nodes, which are not parts of the node.
_BESIDE = frozenset(["dc:relation", "dcterms:relation", "dcterms:hasPart"])
_COLLECTIONS = frozenset(["rdf:Seq", "rdf:Bag", "rdf:Alt"])
#: Attributes that name a node, and what a reference has before the name.
_NAME_PREFIXES = {"about": "", "ID": "#", "nodeID": "_:"}


def name_of(element: Element) -> str:
    """Return the name of a property or a class with its usual prefix."""
    return _shortened(element.namespace, element.name)


@lru_cache(maxsize=500)
def _shortened(namespace: str, name: str) -> str:
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{name}" if prefix else namespace + name


def class_of(node: Element) -> str:
    """Return the class of a node: its own name, or its `rdf:type` if that is no class."""
    name = name_of(node)
    if name != "rdf:Description" and "parseType" not in node.attributes:
        return name
    for property_ in node:
        if name_of(property_) == "rdf:type":
            return _shortened(*_split_uri(reference(property_)))
    return "rdf:Description"


def _split_uri(uri: str) -> tuple[str, str]:
    """Split an address into its namespace and its name."""
    name = uri.replace("#", "/").rpartition("/")[2]
    return uri[: len(uri) - len(name)], name


def reference(property_: Element) -> str:
    """Return the name of the node that a property leads to, or `""`."""
    node_id = property_.attributes.get("nodeID")
    return f"_:{node_id}" if node_id else property_.attributes.get("resource", "")


def names_of(node: Element) -> list[str]:
    """Return the names that references to a node may use."""
    return [
        _NAME_PREFIXES[attribute] + name
        for attribute, name in node.attributes.items()
        if attribute in _NAME_PREFIXES
    ]


class Graph:
    """The nodes of a document, at any depth.

    Attributes:
        nodes: all nodes, in the order of the document.
    """

    def __init__(self, root: Element) -> None:
        self.nodes = list(_nodes(root))
        self._named = {name: node for node in self.nodes for name in names_of(node)}
        targets = (self.target(property_) for node in self.nodes for property_ in node)
        self._parts = {id(target) for target in targets if target}

    def target(self, property_: Element) -> Element | None:
        """Return the node that a property leads to.

        Return None if the property has a text, leads out of the document, or leads to
        a related node.
        """
        if name_of(property_) in _BESIDE:
            return None
        return _nested(property_) or self._named.get(reference(property_) or " ")

    def is_part(self, node: Element) -> bool:
        """Return whether a property leads to the node."""
        return id(node) in self._parts

    def members(self, node: Element) -> list[Element]:
        """Return the members of a collection; for another node, the node itself."""
        if class_of(node) not in _COLLECTIONS:
            return [node]
        targets = map(self.target, sorted(node, key=_ordinal))
        return [target for target in targets if target]

    def text(self, node: Element, *names: str) -> str:
        """Return the first text of a property with one of these names, or `""`.

        The names are alternatives, the preferred one first.
        """
        for name in names:
            for property_ in node:
                if name_of(property_) == name and (text := _text(property_)):
                    return text
        return ""

    def lines(
        self, property_: Element, seen: set[int], path: str = ""
    ) -> Iterator[Line]:
        """Yield the texts that a property leads to.

        Args:
            property_: the property.
            seen: the ids of nodes already visited; each node is visited once.
            path: the path to the property; a line's tag is the path of properties and
                classes to its text.
        """
        name = path + name_of(property_)
        target = self.target(property_)
        if target is None:
            yield Line(name, _text(property_), property_.position)
        elif id(target) not in seen:
            seen.add(id(target))
            path = f"{name}/{class_of(target)}/"
            yield from attributes(target, path)
            for inner in target:
                yield from self.lines(inner, seen, path)


def attributes(node: Element, path: str = "") -> Iterator[Line]:
    """Yield the properties written as attributes; their namespaces are not kept."""
    return (
        Line(path + name, text, node.position)
        for name, text in node.attributes.items()
        if name not in _SYNTAX
    )


def _nodes(parent: Element) -> Iterator[Element]:
    """Yield the nodes in the root or in a property, and all nodes inside them."""
    for node in parent:
        yield node
        for property_ in node:
            if property_.attributes.get("parseType") not in ("Literal", "Resource"):
                yield from _nodes(property_)


def _nested(property_: Element) -> Element | None:
    """Return the node in a property; with `parseType="Resource"`, the property itself."""
    parse_type = property_.attributes.get("parseType")
    if parse_type == "Resource":
        return property_
    if parse_type == "Literal":
        return None
    return next(iter(property_), None)


def _ordinal(member: Element) -> int:
    """Return the number in `rdf:_1`; members named `rdf:li` keep their order."""
    number = member.name.removeprefix("_")
    return int(number) if number.isdecimal() and len(number) < 10 else 0


def _text(property_: Element) -> str:
    return property_.text().strip() or reference(property_)
