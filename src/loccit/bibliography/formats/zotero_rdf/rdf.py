"""RDF in XML (RDF 1.1 XML Syntax, W3C), as far as bibliographies need it: nodes, and
what their properties lead to.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from loccit.bibliography.records.lines import Line
from loccit.bibliography.xml import Element

#: The prefixes that the names of properties and classes are written with.
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
#: Attributes of the syntax itself; others are properties.
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
#: What puts a node beside others, and makes it no part of any.
_BESIDE = frozenset(["dc:relation", "dcterms:relation", "dcterms:hasPart"])
_COLLECTIONS = frozenset(["rdf:Seq", "rdf:Bag", "rdf:Alt"])


def name_of(element: Element) -> str:
    """The name of a property or a class with its usual prefix."""
    return _shortened(element.namespace, element.name)


@lru_cache(maxsize=500)
def _shortened(namespace: str, name: str) -> str:
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{name}" if prefix else namespace + name


def class_of(node: Element) -> str:
    """What a node is: its own name or, where that is none of a class, the type that it
    is given.
    """
    name = name_of(node)
    if name != "rdf:Description" and "parseType" not in node.attributes:
        return name
    types = (
        reference(property_) for property_ in node if name_of(property_) == "rdf:type"
    )
    return next((_shortened(*_parted(type_)) for type_ in types), "rdf:Description")


def _parted(uri: str) -> tuple[str, str]:
    """The namespace and the name that an address is made of."""
    name = uri.replace("#", "/").rpartition("/")[2]
    return uri[: len(uri) - len(name)], name


def reference(property_: Element) -> str:
    """The name of the node that a property leads to, or `""`."""
    node_id = property_.attributes.get("nodeID")
    return f"_:{node_id}" if node_id else property_.attributes.get("resource", "")


def names_of(node: Element) -> list[str]:
    """What a node can be referred to as."""
    before = {"about": "", "ID": "#", "nodeID": "_:"}
    return [
        before[attribute] + name
        for attribute, name in node.attributes.items()
        if attribute in before
    ]


class Graph:
    """The nodes of a document, wherever they stand in it.

    Attributes:
        nodes: all of them, in the order of the document.
    """

    def __init__(self, root: Element) -> None:
        self.nodes = list(_nodes(root))
        self._named = {name: node for node in self.nodes for name in names_of(node)}
        targets = (self.target(property_) for node in self.nodes for property_ in node)
        self._parts = {id(target) for target in targets if target}

    def target(self, property_: Element) -> Element | None:
        """The node that a property leads to; None where it has a text, leads out of the
        document or puts it beside.
        """
        if name_of(property_) in _BESIDE:
            return None
        return _nested(property_) or self._named.get(reference(property_) or " ")

    def is_part(self, node: Element) -> bool:
        """Whether some property leads to a node."""
        return id(node) in self._parts

    def members(self, node: Element) -> list[Element]:
        """The nodes of a collection, or the node itself."""
        if class_of(node) not in _COLLECTIONS:
            return [node]
        return [
            member
            for item in sorted(node, key=_ordinal)
            if (member := self.target(item))
        ]

    def text(self, node: Element, *names: str) -> str:
        """The first text that properties of those names have, or `""`; the names stand
        for each other.
        """
        texts = (
            _text(property_)
            for name in names
            for property_ in node
            if name_of(property_) == name
        )
        return next(filter(None, texts), "")

    def lines(
        self, property_: Element, seen: set[int], path: str = ""
    ) -> Iterator[Line]:
        """The texts that a property leads to, by the properties and classes on the way;
        a node is gone through once.
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
    """The properties of a node that are attributes, whose namespaces are not known any
    more.
    """
    return (
        Line(path + name, text, node.position)
        for name, text in node.attributes.items()
        if name not in _SYNTAX
    )


def _nodes(parent: Element) -> Iterator[Element]:
    """The nodes in the root, or in a property, and those in their properties."""
    for node in parent:
        yield node
        for property_ in node:
            if property_.attributes.get("parseType") not in ("Literal", "Resource"):
                yield from _nodes(property_)


def _nested(property_: Element) -> Element | None:
    """The node in a property; with `parseType="Resource"` it is that itself."""
    parse = property_.attributes.get("parseType")
    return (
        property_
        if parse == "Resource"
        else None
        if parse == "Literal"
        else next(iter(property_), None)
    )


def _ordinal(member: Element) -> int:
    """The number in `rdf:_1`; members that are `rdf:li` stand in their order."""
    number = member.name.removeprefix("_")
    return int(number) if number.isdecimal() and len(number) < 10 else 0


def _text(property_: Element) -> str:
    return property_.text().strip() or reference(property_)
