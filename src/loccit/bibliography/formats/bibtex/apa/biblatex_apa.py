"""Read what biblatex-apa's entries have beyond BibLaTeX's own.

See the manual of biblatex-apa, "Entry types and fields". Roles and user names are
annotations of authors; apps have entries, pictures a location, and numbers in databases
no label.
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.apa.legal import read_law
from loccit.bibliography.formats.bibtex.names import read_annotations, split_at_and
from loccit.bibliography.formats.bibtex.zotero_habits import is_labelled

#: The values of `editortype` (BibLaTeX manual, 2.3.6) and the annotations of authors in
#: biblatex-apa, with the field for such names.
ROLES = {
    "chair": "chair",
    "collaborator": "with",
    "compiler": "compiler",
    "director": "director",
    "execproducer": "execproducer",
    "execproducers": "execproducer",
    "guestexpert": "guest",
    "host": "host",
    "illustrator": "illustrator",
    "narrator": "narrator",
    "organizer": "organizer",
    "producer": "producer",
    "writer": "writer",
}
_EDITORS = ("editor", "editora", "editorb", "editorc")
#: Types whose `note` describes the edition ("four-disc special edition on DVD").
_RECORDED = frozenset(["audio", "movie", "music", "video"])
#: Types whose number is one in a database or series, so that the kind of work does not
#: belong to it.
_NUMBERED = frozenset(["audio", "data", "dataset", "software", "video"])
#: A version; what else pages have as `version` is their number in a database, as ERIC's
#: "ED545393".
_VERSION = regex(r"[{ ]*(?:v|ver|version|release|beta|alpha)?[. ]*\d", re.IGNORECASE)
#: A note that says which version a code or a standard is (section 10.4, example 55).
_AMENDED = regex(
    r"\b(?:adopted|amended|effective|reaffirmed|revised|updated)\b.*\b\d{4}\b",
    re.IGNORECASE | re.DOTALL,
)
_REPORTS = frozenset(["report", "techreport"])


def read_conventions(kind: str, fields: dict[str, str]) -> None:
    """Move what biblatex-apa means to where the table of fields looks for it.

    Args:
        kind: the entry type.
        fields: the entry's fields, which are changed.
    """
    _annotate_names(fields)
    _move_roles(fields)
    read_law(kind, fields)
    howpublished = fields.get("howpublished", "")
    if kind == "software" and "appentry" in fields:
        fields["booktitle"] = fields.get("title", "")
        fields["title"] = fields["appentry"]
    elif kind == "image" and "address" in fields:
        place = fields.pop("address")
        if "publisher" in fields:
            place = f"{place}, {fields['publisher']}"
        fields["publisher"] = place
    elif kind == "online" and not _VERSION.match(fields.get("version", "1")):
        fields.setdefault("number", fields.pop("version"))
    elif kind in _REPORTS and "issue" in fields and "number" in fields:
        fields["number"] = f"{fields.pop('issue')} {fields['number']}"
    elif kind == "report" and _AMENDED.search(fields.get("note", "")):
        fields.setdefault("edition", fields.pop("note"))
    elif kind == "article" and howpublished and "://" not in howpublished:
        fields.setdefault("pubstate", fields.pop("howpublished"))
    if kind in _RECORDED and not is_labelled(fields.get("note", "")):
        fields.setdefault("medium", fields["note"])


def separate_kind_from_number(kind: str, fields: dict[str, str]) -> None:
    """Move the kind of work out of its number: `(No. 443) [Audio podcast episode]`."""
    if kind not in _NUMBERED or "medium" in fields:
        return
    if "number" in fields and "type" in fields:
        fields["medium"] = fields.pop("type")


def _move_roles(fields: dict[str, str]) -> None:
    """Move editors and authors who are directors or the like to CSL's own fields."""
    for editor in _EDITORS:
        if editor in fields:
            _move_editors(editor, fields)
    if "author" not in fields:
        return
    if "author+an:role" in fields:
        _move_annotated_authors(fields)
        return
    role = fields.get("authortype")
    if role is None:
        return
    field = ROLES.get(role.strip().lower())
    if field is not None:
        fields.setdefault(field, fields.pop("author"))


def _move_editors(editor: str, fields: dict[str, str]) -> None:
    role = fields.get(f"{editor}type", "").strip().lower()
    field = ROLES.get(role)
    if field is not None:
        fields.setdefault(field, fields.pop(editor))
    elif editor != "editor":
        # CSL has no founders, continuators, redactors or revisers: they are editors.
        names = [fields.get("editor", ""), fields.pop(editor)]
        fields["editor"] = " and ".join(filter(None, names))


def _move_annotated_authors(fields: dict[str, str]) -> None:
    """Move the authors whose annotation is a role, and show other annotations."""
    authors = list(split_at_and(fields["author"]))
    for annotation in read_annotations(fields["author+an:role"], len(authors)):
        author = authors[annotation.item]
        known = [ROLES[role] for role in annotation.values if role in ROLES]
        for field in known:
            others = f"{fields[field]} and " if field in fields else ""
            fields[field] = others + author
        roles = " & ".join(annotation.values)
        authors[annotation.item] = "" if known else _annotated(author, f"({roles})")
    fields["author"] = " and ".join(filter(None, authors))


def _annotate_names(fields: dict[str, str]) -> None:
    """Put user names and pen names in brackets after the names of authors."""
    if "author" not in fields:
        return
    if "author+an:username" in fields:
        authors = list(split_at_and(fields["author"]))
        annotations = read_annotations(fields["author+an:username"], len(authors))
        for item, usernames in annotations:
            authors[item] = _annotated(authors[item], f"[{usernames[0]}]")
    elif "nameaddon" in fields:
        authors = list(split_at_and(fields["author"]))
        addon = fields["nameaddon"].strip(" {}[]()")
        if "{" not in addon:
            authors[-1] = _annotated(authors[-1], f"[{addon}]")
    else:
        return
    fields["author"] = " and ".join(authors)


def _annotated(name: str, annotation: str) -> str:
    """Mark a name with an annotation, as `names.py` reads it."""
    return f"{name}\\annotation{{{annotation}}}"
