"""Zotero's RDF, its only export of a whole library: sources with their notes,
collections and files.
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
from loccit.bibliography.records.places import Places
from loccit.bibliography.records.record_file import ReadRecords
from loccit.bibliography.records.standard_numbers import move_standard_numbers
from loccit.bibliography.records.zotero_types import ZOTERO_TYPES
from loccit.bibliography.xml import Element, read_root, root_tag
from loccit.errors import UnreadableFile
from loccit.model import Place, Problem, Source
from loccit.text_files.positions import Positions
from loccit.values.identifiers import read_doi

NAME = "zotero-rdf"
EXTENSIONS = (".rdf",)

#: Texts that distinguish it from Zotero's other RDF, "Bibliontology".
_MARKS = ("http://purl.org/net/biblio#", "itemType>")
#: Properties that describe the record, not the source.
_OF_THE_RECORD = ("z:itemType", "z:displayTitle", "rdf:type")
_AGENTS = frozenset(["foaf:Person", "foaf:Organization"])
_WHOLES = {"bib:Series": "series/", "bib:Part": "section/"}
#: A tag that Zotero added by itself.
_AUTOMATIC_TAG = "dc:subject/z:AutomaticTag/rdf:value"
_LABEL = regex(r"(ISBN|ISSN|DOI)\s+(?=\S)", re.IGNORECASE)
#: Separators in JabRef's field `file`: between description, path and type, and between
#: files.
_SEPARATOR = regex(r"([\\:;])")


def recognizes(text: str) -> bool:
    return root_tag(text)[0] == "RDF" and any(mark in text[:20_000] for mark in _MARKS)


def read(text: str, path: str) -> ReadRecords:
    root, text = read_root(text, path, ("RDF",))
    reader = _Reader(Graph(root), Places(path, Positions(text).at))
    items = [node for node in reader.graph.nodes if reader.type_of(node)]
    if list(root) and not items:
        raise UnreadableFile(
            "This RDF contains no Zotero items.",
            place=Place(path),
            advice="In Zotero, export the library as “Zotero RDF”.",
        )
    return ReadRecords(
        [reader.source(node) for node in items], list(reader.stray(root))
    )


class _Reader:
    def __init__(self, graph: Graph, places: Places) -> None:
        self.graph = graph
        self._places = places
        self._collections: dict[str, list[str]] = {}
        for node in graph.nodes:
            if class_of(node) == "z:Collection":
                self._add_collection(node)

    def _add_collection(self, collection: Element) -> None:
        """Note the title of a collection for all names of its members."""
        title = self.graph.text(collection, "dc:title")
        for property_ in collection:
            names = [reference(property_)]
            for nested in property_:
                names += names_of(nested)
            for name in names:
                self._collections.setdefault(name, []).append(title)

    def type_of(self, node: Element) -> str:
        """Return Zotero's type of an item.

        Return `""` if the node is not an item: a part of one, a note or a file.
        """
        named = self.graph.text(node, "z:itemType")
        if named:
            return "" if named in ("attachment", "note") else named
        of_class = TYPES_OF_CLASSES.get(class_of(node), "")
        if not of_class or self.graph.is_part(node):
            return ""
        for property_ in node:
            whole = self.graph.target(property_)
            if whole and class_of(whole) in TYPES_OF_PARTS:
                return TYPES_OF_PARTS[class_of(whole)]
        return of_class

    def stray(self, root: Element) -> Iterator[Problem]:
        """Report nodes that belong to no item, as standalone notes and files."""
        for node in root:
            if self.type_of(node) or self.graph.is_part(node):
                continue
            if class_of(node) == "z:Collection":
                continue
            text = self.graph.text(node, "dc:title", "rdf:value") or class_of(node)
            yield self._places.stray(Line("", text, node.position))

    def source(self, node: Element) -> tuple[Source, list[Problem]]:
        """Read an item; return its source and the problems found."""
        all_lines = self._lines(node, {id(node)})
        lines = [line for line in all_lines if not line.tag.endswith(_OF_THE_RECORD)]
        zotero_type = self.type_of(node)
        problems = []
        if not ZOTERO_TYPES.get(zotero_type):
            type_line = Line("", zotero_type, node.position)
            problems.append(self._places.unknown_type(type_line))
        type_ = ZOTERO_TYPES.get(zotero_type) or "document"
        tags = Tags(lines)
        _rename_subjects(tags)
        _sort_identifiers(type_, tags)
        custom = self._custom(node, tags)
        variables, left = read_fields(tags.lines(), type_, FIELDS)
        place = self._places.at(node.position)
        source = Source("", type_, variables, place, headline=True, custom=custom)
        problems += self._places.not_kept(left, lines)
        return with_note_read(source), problems

    def _custom(self, node: Element, tags: Tags) -> dict[str, str]:
        """Take the fields that CSL has no variable for, under their BibTeX names."""
        groups: list[str] = []
        for name in names_of(node):
            groups += self._collections.get(name, [])
        custom = {
            "file": ";".join(line.text for line in tags.pop("file", [])),
            "groups": read_keywords(groups),
            "rights": "; ".join(line.text for line in tags.pop("dc:rights", [])),
        }
        return {name: text for name, text in custom.items() if text}

    def _lines(self, node: Element, seen: set[int], path: str = "") -> Iterator[Line]:
        """Yield the lines of an item and of its wholes: one for each person and file."""
        yield from attributes(node, path)
        for property_ in node:
            name = name_of(property_)
            target = self.graph.target(property_)
            people = self._people(target)
            if people:
                for person in people:
                    yield self._name(path + name, person)
            elif target and name == "link:link":
                yield self._file(target, property_.position)
            elif target and name == "dcterms:isPartOf":
                if id(target) not in seen:
                    seen.add(id(target))
                    whole = _WHOLES.get(class_of(target), "container/")
                    yield from self._lines(target, seen, whole)
            else:
                yield from self.graph.lines(property_, seen, path)

    def _people(self, target: Element | None) -> list[Element]:
        """Return the people that a property leads to; none if it leads elsewhere."""
        # A single organization is a publisher, not a name.
        if target is None or class_of(target) == "foaf:Organization":
            return []
        members = self.graph.members(target)
        if all(class_of(member) in _AGENTS for member in members):
            return members
        return []

    def _name(self, role: str, agent: Element) -> Line:
        """Return a line with a name.

        A name in a single field, as groups have it, is a surname for Zotero, and is
        not split into parts.
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
        """Write a file as JabRef and Better BibTeX do; keep only the title of a link."""
        title = self.graph.text(attachment, "dc:title")
        kind = self.graph.text(attachment, "link:type")
        path = self.graph.text(attachment, "rdf:resource", "z:path")
        if not path:
            return Line("link:link", title or "link", position)
        parts = [_SEPARATOR.sub(r"\\\1", part) for part in (title, path, kind)]
        return Line("file", ":".join(parts), position)


def _rename_subjects(tags: Tags) -> None:
    """Make keywords of automatic tags, and call numbers of classified subjects."""
    if _AUTOMATIC_TAG in tags:
        tags.rename(_AUTOMATIC_TAG, "dc:subject")
    for tag in list(tags):
        if tag.startswith("dc:subject/") and tag.endswith("/rdf:value"):
            tags.rename(tag, "call-number")
    if "dc:subject" in tags:
        tags["dc:subject"].sort(key=lambda line: line.position)


def _sort_identifiers(type_: str, tags: Tags) -> None:
    """Move labeled identifiers, as `ISBN 0-306-40615-2`, to tags of their own.

    Zotero writes them for the item or for the journal that it is part of.
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
