"""What biblatex-apa's entries say beyond BibLaTeX's own (biblatex-apa manual, "Entry
types and fields").

Roles and user names are annotations of authors; apps have entries, pictures a place,
numbers in databases no label.
"""

from __future__ import annotations

from loccit.bibliography.formats.bibtex.apa.legal import read_law
from loccit.bibliography.formats.bibtex.names import read_annotations, split_at_and

#: `editortype` (BibLaTeX manual, 2.3.6), and biblatex-apa's annotations of authors; and
#: the field whose names they are.
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
#: Whose `note` says of what make they are ("four-disc special edition on DVD").
_RECORDED = frozenset(["audio", "movie", "music", "video"])
#: Whose number is one in a database or series, so that the kind of work does not belong
#: to it.
_NUMBERED = frozenset(["audio", "data", "dataset", "software", "video"])
_PAPERS = frozenset(["report", "techreport"])


def read_conventions(kind: str, fields: dict[str, str]) -> None:
    """Puts what biblatex-apa means in an entry of type `kind` where the table of fields
    looks for it.
    """
    _give_names(fields)
    _give_roles(fields)
    read_law(kind, fields)
    if kind == "software" and "appentry" in fields:
        fields["booktitle"], fields["title"] = (
            fields.get("title", ""),
            fields["appentry"],
        )
    elif kind == "image" and "address" in fields:
        place = fields.pop("address")
        fields["publisher"] = (
            f"{place}, {fields['publisher']}" if "publisher" in fields else place
        )
    elif kind == "online" and "version" in fields:
        fields.setdefault("number", fields.pop("version"))
    elif kind in _PAPERS and "issue" in fields and "number" in fields:
        fields["number"] = f"{fields.pop('issue')} {fields['number']}"
    elif (
        kind == "article"
        and "howpublished" in fields
        and "://" not in fields["howpublished"]
    ):
        fields.setdefault("pubstate", fields.pop("howpublished"))
    if kind in _RECORDED and "note" in fields:
        fields.setdefault("medium", fields["note"])


def kind_beside_number(kind: str, fields: dict[str, str]) -> None:
    """`(No. 443) [Audio podcast episode]`: what a work is stands by itself, not before
    its number.
    """
    if (
        kind in _NUMBERED
        and "number" in fields
        and "type" in fields
        and "medium" not in fields
    ):
        fields["medium"] = fields.pop("type")


def _give_roles(fields: dict[str, str]) -> None:
    """Editors and authors who are directors or the like get the field of their own that
    CSL has for them.
    """
    for editor in [editor for editor in _EDITORS if editor in fields]:
        if field := ROLES.get(fields.get(f"{editor}type", "").strip().lower()):
            fields.setdefault(field, fields.pop(editor))
        elif editor != "editor":
            # CSL has no founders, continuators, redactors or revisers: they are
            # editors.
            fields["editor"] = " and ".join(
                filter(None, [fields.get("editor", ""), fields.pop(editor)])
            )
    field = ROLES.get(fields.get("authortype", "").strip().lower())
    if field and "author" in fields and "author+an:role" not in fields:
        fields.setdefault(field, fields.pop("author"))
    if "author" not in fields or "author+an:role" not in fields:
        return
    authors = list(split_at_and(fields["author"]))
    for name, roles in read_annotations(fields["author+an:role"], len(authors)):
        known = [ROLES[role] for role in roles if role in ROLES]
        for field in known:
            fields[field] = (
                f"{fields[field]} and {authors[name]}"
                if field in fields
                else authors[name]
            )
        authors[name] = (
            "" if known else f"{authors[name]}\\annotation{{({' & '.join(roles)})}}"
        )
    fields["author"] = " and ".join(filter(None, authors))


def _give_names(fields: dict[str, str]) -> None:
    """User names and pen names, which stand in brackets behind the names of authors."""
    if "author" not in fields or not fields.keys() & {
        "author+an:username",
        "nameaddon",
    }:
        return
    authors = list(split_at_and(fields["author"]))
    if "author+an:username" in fields:
        for name, usernames in read_annotations(
            fields["author+an:username"], len(authors)
        ):
            authors[name] += f"\\annotation{{[{usernames[0]}]}}"
    elif "nameaddon" in fields:
        addon = fields["nameaddon"].strip(" {}[]()")
        authors[-1] += "" if "{" in addon else f"\\annotation{{[{addon}]}}"
    fields["author"] = " and ".join(authors)
