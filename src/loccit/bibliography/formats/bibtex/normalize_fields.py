"""An entry's fields made ready for the table in fields.py: what stands in two fields is
joined, and each has one name.

Values are still TeX.  What biblatex-apa knows beyond BibLaTeX is read in
biblatex_apa.py.
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.apa.biblatex_apa import (
    kind_beside_number,
    read_conventions,
)
from loccit.bibliography.formats.bibtex.entry_types import (
    BOOKLIKE,
    BOOKS,
    CHAPTERLIKE,
    GENRES,
    PERIODICAL,
    WHOLE,
    genre_of,
)
from loccit.bibliography.formats.bibtex.exporter_habits import (
    undo_exporter_habits,
    with_characters,
)
from loccit.bibliography.formats.bibtex.identifiers import read_verbatim
from loccit.values.identifiers import is_arxiv_number

#: Other names of fields (BibLaTeX manual, 2.2.5; those of ACM, Web of Science, Scopus
#: and Mendeley; common use).
ALIASES = {
    "accessed": "urldate",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "article-number": "eid",
    "articleno": "eid",
    "art_number": "eid",
    "arxivid": "eprint",
    "hyphenation": "langid",
    "journal-iso": "shortjournal",
    "journaltitle": "journal",
    "key": "sortkey",
    "lastaccessed": "urldate",
    "lastchecked": "urldate",
    "location": "address",
    "numpages": "pagetotal",
    "primaryclass": "eprintclass",
}

_SUBTITLES = {
    "title": "subtitle",
    "booktitle": "booksubtitle",
    "maintitle": "mainsubtitle",
    "journal": "journalsubtitle",
    "issuetitle": "issuesubtitle",
}
#: Additions to titles; what `titleaddon` and a film's `maintitleaddon` say is CSL's
#: `genre` or `medium` instead.
_ADDITIONS = {
    "booktitle": "booktitleaddon",
    "journal": "journaltitleaddon",
    "issuetitle": "issuetitleaddon",
    "eventtitle": "eventtitleaddon",
}

ARCHIVES = {
    "arxiv": "https://arxiv.org/abs/",
    "jstor": "https://www.jstor.org/stable/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
    "hdl": "https://hdl.handle.net/",
    "googlebooks": "https://books.google.com/books?id=",
}
_VARIANT = regex(r"variant\s*=\s*(\w+)")
_VARIANTS = {"us": "american", "usmax": "american", "uk": "british"}
_VOLUME = regex(r":?\s*Vol(?:\.|ume)[\s~]*(\w+)$")
_REPORTED = regex(r"(\d+) (\D.*) (\d+|[\\_]+)$")
_COMMUNICATION = regex(
    r"(?i)(?:personal|private)[ -](?:communication|correspondence|conversation|letter|e-?mail|interview)"
    r"(?: (?:to|with) .*)?|(?:e-?mail|letter|text message|(?:tele)?phone call)(?: message)? to (?:(?:the )?author|me)"
)
#: How catalogues say that nobody knows publisher or place (ISBD: sine nomine, sine
#: loco).
_NOT_NAMED = regex(r"(?i)[\[{]*s\. ?[nl]\.[,:\]}]*|\[s ?[nl]\]")
#: A number of pages, where the pages of a part would stand: "xiv + 337", "394 p.".
_PAGE_COUNT = regex(
    r"(?i)(?:[ivxlc]+|\d+)(?:\s*[+,]\s*(?:[ivxlc]+|\d+))*(?:\s*(?:pp?|pages|s)\.?)?"
)
_OF_A_BOOK = {"editor", "publisher", "series"}
#: Fields that stand for others where those are not there.
_INSTEAD = {
    "journal": "shortjournal",
    "series": "shortseries",
    "issn": "eissn",
    "url": "repository",
}
_OF_PUBLISHERS = ("publisher", "address", "institution", "organization", "school")
#: ACM's entries tell where the publisher is (`address`) and where the conference was
#: (`location`).
_OF_AN_EVENT = frozenset(["conference", "inproceedings", "proceedings"])


def normalized(kind: str, given: Mapping[str, str]) -> dict[str, str]:
    """The fields that the table knows, of an entry of type `kind`.

    >>> normalized("book", {"title": "City of Quartz", "subtitle": "Excavating", "location": "London"})["title"]
    'City of Quartz: Excavating'
    """
    fields: dict[str, str] = {}
    for name, tex in given.items():
        if tex:
            fields.setdefault(
                ALIASES.get(name, name), with_characters(tex) if "&" in tex else tex
            )
    undo_exporter_habits(kind, fields)
    _fill_gaps(kind, given, fields)
    _join_titles(kind, fields)
    read_conventions(kind, fields)
    if addendum := fields.get("addendum"):
        fields["note"] = joined(fields.get("note", ""), addendum, ".")
    if "langid" in fields:
        variant = _VARIANT.search(fields.get("langidopts", ""))
        fields["language"] = (
            _VARIANTS.get(variant[1], variant[1]) if variant else fields["langid"]
        )
    if genre := GENRES.get(kind) or genre_of(kind, fields.get("entrysubtype", "")):
        fields.setdefault("type", genre)
    kind_beside_number(kind, fields)
    if "eid" in fields:
        fields.setdefault("pages", fields["eid"])
    if (
        kind in ("inproceedings", "conference")
        and "volume" in fields
        and not fields.keys() & _OF_A_BOOK
    ):
        fields.setdefault(
            "issue", fields.pop("number", "")
        )  # proceedings that come out as a journal
    _find_communication(kind, fields)
    if "eprint" in fields:
        _find_archive(kind, fields)
    if (
        kind == "unpublished"
        and "institution" in fields
        and not fields.keys() & {"eventtitle", "eventdate"}
    ):
        fields["institution"] = ", ".join(
            filter(None, [fields.pop("venue", ""), fields["institution"]])
        )
    if "citation" in fields and (reported := _REPORTED.match(fields["citation"])):
        fields |= {"volume": reported[1], "journal": reported[2], "pages": reported[3]}
    return fields


def _fill_gaps(kind: str, given: Mapping[str, str], fields: dict[str, str]) -> None:
    """What stands for a field that is not there, and where one name of a field has two
    meanings.
    """
    for field, instead in _INSTEAD.items():
        if field not in fields and instead in fields:
            fields[field] = fields[instead]
    if "fjournal" in fields and "journal" in fields:
        fields.setdefault("shortjournal", fields["journal"])
        fields["journal"] = fields["fjournal"]
    if kind in _OF_AN_EVENT and "address" in given and "location" in given:
        fields["address"] = given["address"]
        fields.setdefault("venue", given["location"])
    for name in [
        name
        for name in _OF_PUBLISHERS
        if name in fields and _NOT_NAMED.fullmatch(fields[name])
    ]:
        del fields[name]
    if (
        kind in WHOLE
        and "pages" in fields
        and "pagetotal" not in fields
        and _PAGE_COUNT.fullmatch(fields["pages"])
    ):
        fields["pagetotal"] = fields.pop("pages")
    if kind == "patent" and "author" not in fields and "holder" in fields:
        fields["author"] = fields["holder"]
    if kind in ("report", "techreport") and "number" not in fields and "isrn" in fields:
        fields["number"] = fields["isrn"]


def _join_titles(kind: str, fields: dict[str, str]) -> None:
    if "title" in fields and "subtitle" in fields:
        fields.setdefault("shorttitle", fields["title"])
    for title, subtitle in _SUBTITLES.items():
        if title in fields and subtitle in fields:
            fields[title] = joined(fields[title], fields[subtitle], ":")
    for title, addition in _ADDITIONS.items():
        if title in fields and addition in fields:
            fields[title] = joined(fields[title], fields[addition], ".")
    if kind == "periodical":
        _read_issue(fields)
        return
    if (
        kind in BOOKS
        and "booktitle" in fields
        and fields.get("title") in (None, fields["booktitle"])
    ):
        fields["title"] = fields.pop(
            "booktitle"
        )  # there for the chapters that inherit from the book
    if main := fields.get("maintitle"):
        if kind not in BOOKLIKE:  # a song on an album, an episode of a series
            fields.setdefault("booktitle", main)
            fields.setdefault("titleaddon", fields.get("maintitleaddon", ""))
            return
        if volume := _VOLUME.search(main):
            main = main[: volume.start()]
            fields.setdefault("volume", volume[1])
        main = joined(main, fields.get("maintitleaddon", ""), ".")
        own = "booktitle" if kind in CHAPTERLIKE else "title"
        if own in fields:
            fields["volumetitle"] = fields[own]
        fields[own] = main


def _read_issue(fields: dict[str, str]) -> None:
    """An issue of a journal: its title is the journal's, or its own where the journal
    is named beside it.
    """
    if "journal" in fields:
        fields.setdefault("titleaddon", fields.get("issuetitle", ""))
        return
    if "title" in fields:
        fields["journal"] = fields.pop("title")
    if "issuetitle" in fields:
        fields["title"] = fields["issuetitle"]


def joined(first: str, second: str, mark: str) -> str:
    """Both texts with `mark` between them, unless the first ends in a mark of its own."""
    if not first or not second:
        return first or second
    return (
        f"{first} {second}"
        if first.rstrip("}").endswith(tuple("?!.,:;"))
        else f"{first}{mark} {second}"
    )


def _find_communication(kind: str, fields: dict[str, str]) -> None:
    """A personal communication, which BibTeX has no type for, and which people say in
    words (APA 7, section 8.9).
    """
    if kind not in ("misc", "unpublished"):
        return
    for name in ("entrysubtype", "howpublished", "type", "note", "titleaddon"):
        if _COMMUNICATION.fullmatch(fields.get(name, "").strip("{} .")):
            del fields[name]
            fields["entrysubtype"] = "personal_communication"
            return


def _find_archive(kind: str, fields: dict[str, str]) -> None:
    """What `eprint` says: a number in the archive that `eprinttype` names, or the
    archive itself (biblatex-apa).
    """
    eprint = read_verbatim(fields["eprint"])
    archive = (
        fields.get("eprinttype", "arxiv" if is_arxiv_number(eprint) else "")
        .strip()
        .lower()
    )
    if not eprint or not archive:
        return
    del fields["eprint"]
    if archive in ARCHIVES:
        fields.setdefault("url", ARCHIVES[archive] + eprint)
        if archive in ("pmid", "pubmed"):
            fields.setdefault("pmid", eprint)
    elif archive != "arxiv":
        fields |= {"eprint": fields["eprinttype"].strip(), "archiveid": eprint}
    if archive == "arxiv" and not fields.keys() & {"journal", "booktitle", "publisher"}:
        number = "eid" if kind in PERIODICAL else "number"
        fields |= {"publisher": "arXiv", number: f"arXiv:{eprint}", "preprint": eprint}
