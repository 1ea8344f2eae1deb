"""Zotero's RDF, the one export that has all of a library: notes, collections and the
files that belong to a source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.bibliography.formats.csl_json.items import with_note_read
from loccit.bibliography.formats.zotero_rdf.fields import (
    FIELDS,
    TYPES_OF_CLASSES,
    TYPES_OF_PARTS,
)
from loccit.bibliography.formats.zotero_rdf.rdf import (
    Graph,
    attributes,
    class_of,
    name_of,
    names_of,
    reference,
)
from loccit.bibliography.records.converters import read_keywords
from loccit.bibliography.records.fields import read_fields
from loccit.bibliography.records.lines import Line, Tags
from loccit.bibliography.records.record_file import Places, RecordFile
from loccit.bibliography.records.standard_numbers import move_standard_numbers
from loccit.bibliography.records.zotero_types import ZOTERO_TYPES
from loccit.bibliography.xml import Element, read_root, root_tag
from loccit.errors import UnreadableFile
from loccit.model import Place, Problem, Source
from loccit.values.identifiers import read_doi

NAME = "zotero-rdf"
EXTENSIONS = (".rdf",)

#: What Zotero's other RDF, "Bibliontology", does not have.
_MARKS = ("http://purl.org/net/biblio#", "itemType>")
#: What Zotero makes of the rest of an item.
_OF_THE_RECORD = ("z:itemType", "z:displayTitle", "rdf:type")
_AGENTS = frozenset(["foaf:Person", "foaf:Organization"])
_WHOLES = {"bib:Series": "series/", "bib:Part": "section/"}
_LABEL = regex(r"(ISBN|ISSN|DOI)\s+(?=\S)", re.IGNORECASE)
#: What parts a file's description, path and type in JabRef's field `file`, and files.
_SEPARATOR = regex(r"([\\:;])")


def recognizes(text: str) -> bool:
    return root_tag(text)[0] == "RDF" and any(mark in text[:20_000] for mark in _MARKS)


def read(text: str, path: str) -> RecordFile:
    root, text = read_root(text, path, ("RDF",))
    reader = _Reader(Graph(root), Places(text, path))
    items = [node for node in reader.graph.nodes if reader.type_of(node)]
    if list(root) and not items:
        message = "There are no items of Zotero in this RDF."
        raise UnreadableFile(
            message,
            place=Place(path),
            advice="In Zotero, export the library as “Zotero RDF”.",
        )
    return RecordFile([reader.source(node) for node in items], list(reader.stray(root)))


class _Reader:
    def __init__(self, graph: Graph, places: Places) -> None:
        self.graph = graph
        self._places = places
        self._collections: dict[str, list[str]] = {}
        for node in graph.nodes:
            if class_of(node) == "z:Collection":
                for property_ in node:
                    for part in [
                        reference(property_),
                        *(name for nested in property_ for name in names_of(nested)),
                    ]:
                        self._collections.setdefault(part, []).append(
                            graph.text(node, "dc:title")
                        )

    def type_of(self, node: Element) -> str:
        """Zotero's type of a node, or `""` if it is no item, but a part of one, a note
        or a file.
        """
        named = self.graph.text(node, "z:itemType")
        if named:
            return "" if named in ("attachment", "note") else named
        of_class = TYPES_OF_CLASSES.get(class_of(node), "")
        if not of_class or self.graph.is_part(node):
            return ""
        wholes = (
            class_of(whole)
            for property_ in node
            if (whole := self.graph.target(property_))
        )
        return next(
            (TYPES_OF_PARTS[whole] for whole in wholes if whole in TYPES_OF_PARTS),
            of_class,
        )

    def stray(self, root: Element) -> Iterator[Problem]:
        """What belongs to no item: notes and files that stand for themselves."""
        for node in root:
            if not (
                self.type_of(node)
                or self.graph.is_part(node)
                or class_of(node) == "z:Collection"
            ):
                text = self.graph.text(node, "dc:title", "rdf:value") or class_of(node)
                yield self._places.stray(Line("", text, node.position))

    def source(self, node: Element) -> tuple[Source, list[Problem]]:
        lines = [
            line
            for line in self._lines(node, {id(node)})
            if not line.tag.endswith(_OF_THE_RECORD)
        ]
        type_ = ZOTERO_TYPES.get(self.type_of(node), "")
        problems = (
            []
            if type_
            else [
                self._places.unknown_type(Line("", self.type_of(node), node.position))
            ]
        )
        type_ = type_ or "document"
        tags = Tags(lines)
        _tell_subjects(tags)
        _tell_identifiers(type_, tags)
        groups = [
            title
            for name in names_of(node)
            for title in self._collections.get(name, [])
        ]
        custom = {
            "file": ";".join(line.text for line in tags.pop("file", [])),
            "groups": read_keywords(groups),
            "rights": "; ".join(line.text for line in tags.pop("dc:rights", [])),
        }
        variables, left = read_fields(tags.lines(), type_, FIELDS)
        custom = {name: text for name, text in custom.items() if text}
        place = self._places.at(node.position)
        source = with_note_read(
            Source("", type_, variables, place, headline=True, custom=custom)
        )
        return source, [*problems, *self._places.not_kept(left, lines)]

    def _lines(self, node: Element, seen: set[int], path: str = "") -> Iterator[Line]:
        """What an item says, and what it is a part of: a person a line, a file a line."""
        yield from attributes(node, path)
        for property_ in node:
            target = self.graph.target(property_)
            people = (
                self.graph.members(target)
                if target and class_of(target) != "foaf:Organization"
                else []
            )
            if people and all(class_of(person) in _AGENTS for person in people):
                yield from (
                    self._name(path + name_of(property_), person) for person in people
                )
            elif target and name_of(property_) == "link:link":
                yield self._file(target, property_.position)
            elif target and name_of(property_) == "dcterms:isPartOf":
                if id(target) not in seen:
                    seen.add(id(target))
                    yield from self._lines(
                        target, seen, _WHOLES.get(class_of(target), "container/")
                    )
            else:
                yield from self.graph.lines(property_, seen, path)

    def _name(self, role: str, agent: Element) -> Line:
        """A name; for Zotero one in a single field, as groups have it, is a surname,
        and is not taken apart.
        """
        family = self.graph.text(agent, "foaf:surname")
        given = self.graph.text(
            agent, "foaf:givenName", "foaf:givenname", "foaf:firstName"
        )
        name = self.graph.text(agent, "foaf:name")
        if name and not family and class_of(agent) == "foaf:Person":
            return Line(role, name, agent.position)
        return Line(role, f"{family or name}, {given}".rstrip(" "), agent.position)

    def _file(self, attachment: Element, position: int) -> Line:
        """A file as JabRef and Better BibTeX write it; of an address alone only the
        title is told.
        """
        title, kind = (
            self.graph.text(attachment, "dc:title"),
            self.graph.text(attachment, "link:type"),
        )
        path = self.graph.text(attachment, "rdf:resource", "z:path")
        if not path:
            return Line("link:link", title or "link", position)
        return Line(
            "file",
            ":".join(_SEPARATOR.sub(r"\\\1", part) for part in (title, path, kind)),
            position,
        )


def _tell_subjects(tags: Tags) -> None:
    """Tags that Zotero added by itself are keywords too; what has a classification is a
    call number.
    """
    for tag in [
        tag
        for tag in tags
        if tag.startswith("dc:subject/") and tag.endswith("/rdf:value")
    ]:
        tags.rename(
            tag,
            "dc:subject"
            if tag == "dc:subject/z:AutomaticTag/rdf:value"
            else "call-number",
        )
    if "dc:subject" in tags:
        tags["dc:subject"].sort(key=lambda line: line.position)


def _tell_identifiers(type_: str, tags: Tags) -> None:
    """`ISBN 0-306-40615-2`, `DOI 10.1000/1`: of the work itself or, for Zotero, of the
    journal that it is in.
    """
    for tag in ("dc:identifier", "container/dc:identifier"):
        for line in tags.pop(tag, []):
            known, text = _read_identifier(line.text)
            known = known or tag
            tags.setdefault(known, []).append(line._replace(tag=known, text=text))
    move_standard_numbers(type_, "sn", tags)


def _read_identifier(text: str) -> tuple[str, str]:
    """Return the tag of an identifier, `""` if it is unknown, and its text."""
    label = _LABEL.match(text)
    if label:
        tag = "doi" if label[1].upper() == "DOI" else "sn"
        return tag, text[label.end() :]
    is_bare_doi = text.startswith("10.") and read_doi(text)
    return ("doi" if is_bare_doi else ""), text
