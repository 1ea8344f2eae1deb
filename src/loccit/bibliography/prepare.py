"""An entry's fields made ready for the table in fields.py: what stands in two fields is joined, and each has one name.

Values are still TeX.  Beside BibLaTeX's own fields, those of biblatex-apa are known: the roles of authors, and the kind
of a film, recording or post in `entrysubtype`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from loccit.bibliography.converters import read_verbatim
from loccit.bibliography.entry_types import BOOKLIKE, CHAPTERLIKE, GENRES, PERIODICAL, genre_of
from loccit.bibliography.names import split_at_and

#: Other names of fields (BibLaTeX manual, 2.2.5, and common use).
ALIASES = {
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "hyphenation": "langid",
    "journaltitle": "journal",
    "key": "sortkey",
    "location": "address",
    "primaryclass": "eprintclass",
}

#: `editortype` (BibLaTeX manual, 2.3.6), and biblatex-apa's annotations of authors; and the field whose names they are.
_ROLES = {
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

_SUBTITLES = {
    "title": "subtitle",
    "booktitle": "booksubtitle",
    "maintitle": "mainsubtitle",
    "journal": "journalsubtitle",
    "issuetitle": "issuesubtitle",
}

_ARCHIVES = {
    "arxiv": "https://arxiv.org/abs/",
    "jstor": "https://www.jstor.org/stable/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
    "hdl": "https://hdl.handle.net/",
    "googlebooks": "https://books.google.com/books?id=",
}
_ARXIV = re.compile(r"\d{4}\.\d{4,5}(v\d+)?$|[a-z-]+(\.[A-Z]{2})?/\d{7}$")
_VARIANT = re.compile(r"variant\s*=\s*(\w+)")
_VARIANTS = {"us": "american", "usmax": "american", "uk": "british"}
_ANNOTATION = re.compile(r"(\d*)=(.*)")
_REPORTED = re.compile(r"(\d+) (\D.*) (\d+|[\\_]+)$")


def prepared(kind: str, given: Mapping[str, str]) -> dict[str, str]:
    """The fields that the table knows, of an entry of type `kind`.

    >>> prepared("book", {"title": "City of Quartz", "subtitle": "Excavating", "location": "London"})["title"]
    'City of Quartz: Excavating'
    """
    fields: dict[str, str] = {}
    for name, tex in given.items():
        if tex:
            fields.setdefault(ALIASES.get(name, name), tex)
    _join_titles(kind, fields)
    _give_roles(fields)
    if addendum := fields.get("addendum"):
        fields["note"] = _joined(fields.get("note", ""), addendum, ".")
    if "langid" in fields:
        variant = _VARIANT.search(fields.get("langidopts", ""))
        fields["language"] = _VARIANTS.get(variant[1], variant[1]) if variant else fields["langid"]
    if genre := GENRES.get(kind) or genre_of(kind, fields.get("entrysubtype", "")):
        fields.setdefault("type", genre)
    if "eid" in fields:
        fields.setdefault("pages", fields["eid"])
    _find_address(fields)
    _find_archive(kind, fields)
    if kind == "unpublished" and "institution" in fields and not fields.keys() & {"eventtitle", "eventdate"}:
        fields["institution"] = ", ".join(filter(None, [fields.pop("venue", ""), fields["institution"]]))
    if reported := _REPORTED.match(fields.get("citation", "")):
        fields |= {"volume": reported[1], "journal": reported[2], "pages": reported[3]}
    return fields


def _join_titles(kind: str, fields: dict[str, str]) -> None:
    if "title" in fields and "subtitle" in fields:
        fields.setdefault("shorttitle", fields["title"])
    for title, subtitle in _SUBTITLES.items():
        if title in fields and subtitle in fields:
            fields[title] = _joined(fields[title], fields[subtitle], ":")
    if "booktitle" in fields and "booktitleaddon" in fields:
        fields["booktitle"] = _joined(fields["booktitle"], fields["booktitleaddon"], ".")
    if kind == "periodical":  # its title is the journal's
        if "title" in fields:
            fields["journal"] = fields.pop("title")
        if "issuetitle" in fields:
            fields["title"] = fields["issuetitle"]
    elif main := fields.get("maintitle"):
        if kind not in BOOKLIKE:  # a song on an album, an episode of a series
            fields.setdefault("booktitle", main)
            return
        volume = "booktitle" if kind in CHAPTERLIKE else "title"
        if volume in fields:
            fields["volumetitle"] = fields[volume]
        fields[volume] = main


def _joined(first: str, second: str, mark: str) -> str:
    """Both texts with `mark` between them, unless the first ends in a mark of its own."""
    if not first:
        return second
    return f"{first} {second}" if first.rstrip("}").endswith(tuple("?!.,:;")) else f"{first}{mark} {second}"


def _give_roles(fields: dict[str, str]) -> None:
    """Editors and authors who are directors or the like get the field of their own that CSL has for them."""
    for suffix in ("", "a", "b", "c"):
        role = fields.get(f"editor{suffix}type", "").strip().lower()
        field = _ROLES.get(role)
        if field and f"editor{suffix}" in fields:
            fields.setdefault(field, fields.pop(f"editor{suffix}"))
    if "author" not in fields or "author+an:role" not in fields:
        return
    authors = list(split_at_and(fields["author"]))
    for name, roles in _annotations(fields["author+an:role"], len(authors)):
        known = [_ROLES[role] for role in roles if role in _ROLES]
        for field in known:
            fields[field] = f"{fields[field]} and {authors[name]}" if field in fields else authors[name]
        if known:
            authors[name] = ""
    fields["author"] = " and ".join(filter(None, authors))


def _annotations(tex: str, count: int) -> list[tuple[int, list[str]]]:
    """Which of `count` names has which roles: `1=director; 2=writer,director`, or `=host` for all of them."""
    found: list[tuple[int, list[str]]] = []
    for annotation in filter(None, map(_ANNOTATION.match, re.split(r";\s*", tex.strip()))):
        roles = [role.strip(' "{}') for role in annotation[2].split(",")]
        number = int(annotation[1]) if len(annotation[1]) < 4 and annotation[1] else 0
        names = range(count) if not annotation[1] else range(number - 1, number)
        found += [(name, roles) for name in names if 0 <= name < count]
    return found


def _find_address(fields: dict[str, str]) -> None:
    """An address that stands in `howpublished`."""
    howpublished = read_verbatim(fields.get("howpublished", ""))
    if howpublished.startswith(("http://", "https://")):
        fields.setdefault("url", howpublished.split()[0])
        del fields["howpublished"]


def _find_archive(kind: str, fields: dict[str, str]) -> None:
    """What `eprint` says: a number in the archive that `eprinttype` names, or the archive itself (biblatex-apa)."""
    eprint = read_verbatim(fields.get("eprint", ""))
    archive = fields.get("eprinttype", "arxiv" if _ARXIV.match(eprint) else "").strip().lower()
    if not eprint or not archive:
        return
    del fields["eprint"]
    if archive in _ARCHIVES:
        fields.setdefault("url", _ARCHIVES[archive] + eprint)
    if archive == "arxiv" and not fields.keys() & {"journal", "booktitle", "publisher"}:
        number = "eid" if kind in PERIODICAL else "number"
        fields |= {"publisher": "arXiv", number: f"arXiv:{eprint}", "preprint": eprint}
