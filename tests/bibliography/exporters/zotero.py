"""Zotero's four exports of an item, as its translators write them.

An item is its type, then a line for each creator and field, by the names of Zotero's
schema; a name in braces is a group's:

    film
    director: Forma, Mia
    title: Over the nest
    date: 1975-11-19

Sources: "csl" in Zotero's schema.json; BibTeX.js, BibLaTeX.js and RIS.js in
zotero/translators.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from loccit.bibliography.records.zotero_types import ZOTERO_TYPES

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun"]
MONTHS += ["jul", "aug", "sep", "oct", "nov", "dec"]

#: The first creator type of each item type, which CSL-JSON calls the author.
PRIMARY = {
    "artwork": "artist",
    "audioRecording": "performer",
    "bill": "sponsor",
    "computerProgram": "programmer",
    "film": "director",
    "interview": "interviewee",
    "map": "cartographer",
    "patent": "inventor",
    "podcast": "podcaster",
    "presentation": "presenter",
    "radioBroadcast": "director",
    "tvBroadcast": "director",
    "videoRecording": "director",
}
CREATORS = frozenset(
    [
        *PRIMARY.values(),
        "author",
        "bookAuthor",
        "castMember",
        "composer",
        "contributor",
        "editor",
        "guest",
        "interviewer",
        "producer",
        "recipient",
        "reviewedAuthor",
        "scriptwriter",
        "seriesEditor",
        "translator",
    ]
)
CSL_CREATORS = {
    "bookAuthor": "container-author",
    "castMember": "performer",
    "reviewedAuthor": "reviewed-author",
    "scriptwriter": "script-writer",
    "seriesEditor": "collection-editor",
}
#: Fields that are called the same in several item types, by the field they stand for.
BASE_FIELDS = {
    "number": [
        "billNumber",
        "docketNumber",
        "documentNumber",
        "episodeNumber",
        "identifier",
        "patentNumber",
        "publicLawNumber",
        "reportNumber",
        "archiveID",
    ],
    "publicationTitle": [
        "blogTitle",
        "bookTitle",
        "dictionaryTitle",
        "encyclopediaTitle",
        "forumTitle",
        "proceedingsTitle",
        "programTitle",
        "websiteTitle",
    ],
    "publisher": [
        "company",
        "distributor",
        "institution",
        "label",
        "network",
        "repository",
        "studio",
        "university",
    ],
    "type": [
        "genre",
        "letterType",
        "manuscriptType",
        "mapType",
        "postType",
        "presentationType",
        "reportType",
        "thesisType",
        "websiteType",
    ],
    "medium": [
        "artworkMedium",
        "audioFileType",
        "audioRecordingFormat",
        "format",
        "interviewMedium",
        "videoRecordingFormat",
    ],
    "title": ["caseName", "nameOfAct", "subject"],
    "date": ["dateDecided", "dateEnacted", "issueDate"],
    "volume": ["codeNumber", "codeVolume", "reporterVolume"],
    "pages": ["codePages", "firstPage"],
    "authority": ["court", "legislativeBody", "issuingAuthority", "organization"],
}
BASE = {name: base for base, names in BASE_FIELDS.items() for name in names}

#: CSL's variables for Zotero's (base) fields.
CSL_FIELDS = {
    "title": "title",
    "publicationTitle": "container-title",
    "reporter": "container-title",
    "code": "container-title",
    "seriesTitle": "collection-title",
    "series": "collection-title",
    "seriesNumber": "collection-number",
    "publisher": "publisher",
    "authority": "authority",
    "place": "publisher-place",
    "meetingName": "event-title",
    "conferenceName": "event-title",
    "volume": "volume",
    "issue": "issue",
    "section": "section",
    "committee": "section",
    "session": "chapter-number",
    "pages": "page",
    "number": "number",
    "numPages": "number-of-pages",
    "numberOfVolumes": "number-of-volumes",
    "edition": "edition",
    "versionNumber": "version",
    "type": "genre",
    "programmingLanguage": "genre",
    "medium": "medium",
    "system": "medium",
    "artworkSize": "dimensions",
    "runningTime": "dimensions",
    "scale": "scale",
    "history": "references",
    "archive": "archive",
    "archiveLocation": "archive_location",
    "libraryCatalog": "source",
    "callNumber": "call-number",
    "applicationNumber": "call-number",
    "url": "URL",
    "DOI": "DOI",
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "language": "language",
    "shortTitle": "title-short",
    "status": "status",
    "extra": "note",
}
CSL_DATES = {"date": "issued", "accessDate": "accessed", "filingDate": "submitted"}

BIBTEX_TYPES = {
    "book": "book",
    "bookSection": "incollection",
    "conferencePaper": "inproceedings",
    "journalArticle": "article",
    "magazineArticle": "article",
    "manuscript": "unpublished",
    "newspaperArticle": "article",
    "patent": "patent",
    "report": "techreport",
    "thesis": "phdthesis",
}
BIBTEX_FIELDS = {
    "place": "address",
    "section": "chapter",
    "edition": "edition",
    "type": "type",
    "series": "series",
    "title": "title",
    "volume": "volume",
    "rights": "copyright",
    "ISBN": "isbn",
    "ISSN": "issn",
    "url": "url",
    "DOI": "doi",
    "shortTitle": "shorttitle",
    "language": "language",
    "pages": "pages",
    "issue": "number",
    "number": "number",
    "seriesNumber": "number",
    "extra": "note",
}
BIBLATEX_TYPES = {
    "artwork": "artwork",
    "audioRecording": "audio",
    "bill": "legislation",
    "blogPost": "online",
    "book": "book",
    "bookSection": "incollection",
    "case": "jurisdiction",
    "computerProgram": "software",
    "conferencePaper": "inproceedings",
    "dictionaryEntry": "inreference",
    "email": "letter",
    "encyclopediaArticle": "inreference",
    "film": "movie",
    "forumPost": "online",
    "hearing": "jurisdiction",
    "journalArticle": "article",
    "letter": "letter",
    "magazineArticle": "article",
    "manuscript": "unpublished",
    "newspaperArticle": "article",
    "patent": "patent",
    "podcast": "audio",
    "presentation": "unpublished",
    "report": "report",
    "statute": "legislation",
    "thesis": "thesis",
    "videoRecording": "video",
    "webpage": "online",
}
BIBLATEX_FIELDS = {
    "place": "location",
    "edition": "edition",
    "title": "title",
    "volume": "volume",
    "rights": "rights",
    "ISBN": "isbn",
    "ISSN": "issn",
    "url": "url",
    "DOI": "doi",
    "series": "series",
    "shortTitle": "shorttitle",
    "numberOfVolumes": "volumes",
    "version": "version",
    "conferenceName": "eventtitle",
    "pages": "pages",
    "numPages": "pagetotal",
    "reportNumber": "number",
    "seriesNumber": "number",
    "billNumber": "number",
    "episodeNumber": "number",
    "number": "number",
    "issue": "number",
    "websiteTitle": "titleaddon",
    "forumTitle": "titleaddon",
    "blogTitle": "titleaddon",
    "programTitle": "titleaddon",
    "meetingName": "note",
    "manuscriptType": "type",
    "thesisType": "type",
    "websiteType": "type",
    "presentationType": "type",
    "reportType": "type",
    "mapType": "type",
    "letterType": "type",
}
IN_BOOKS = frozenset(
    ["bookSection", "conferencePaper", "dictionaryEntry", "encyclopediaArticle"]
)

RIS_TYPES = {
    "artwork": "ART",
    "audioRecording": "SOUND",
    "bill": "BILL",
    "blogPost": "BLOG",
    "book": "BOOK",
    "bookSection": "CHAP",
    "case": "CASE",
    "computerProgram": "COMP",
    "conferencePaper": "CONF",
    "dataset": "DATA",
    "dictionaryEntry": "DICT",
    "document": "GEN",
    "email": "ICOMM",
    "encyclopediaArticle": "ENCYC",
    "film": "MPCT",
    "forumPost": "ICOMM",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "journalArticle": "JOUR",
    "letter": "PCOMM",
    "magazineArticle": "MGZN",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "newspaperArticle": "NEWS",
    "patent": "PAT",
    "podcast": "SOUND",
    "presentation": "SLIDE",
    "radioBroadcast": "SOUND",
    "report": "RPRT",
    "statute": "STAT",
    "thesis": "THES",
    "tvBroadcast": "MPCT",
    "videoRecording": "VIDEO",
    "webpage": "ELEC",
}
#: RIS tags of fields in every item type, and in some.
RIS_TAGS = {
    "abstractNote": "AB",
    "archive": "DB",
    "archiveLocation": "AN",
    "callNumber": "CN",
    "DOI": "DO",
    "libraryCatalog": "DP",
    "issue": "IS",
    "shortTitle": "ST",
    "url": "UR",
    "title": "TI",
    "place": "CY",
    "edition": "ET",
    "language": "LA",
    "publisher": "PB",
    "volume": "VL",
    "section": "SE",
    "ISBN": "SN",
    "ISSN": "SN",
    "publicationTitle": "T2",
    "code": "T2",
    "committee": "T2",
    "meetingName": "T2",
    "numberOfVolumes": "NV",
    "billNumber": "M1",
    "documentNumber": "M1",
    "publicLawNumber": "M1",
    "episodeNumber": "M1",
    "system": "M1",
    "applicationNumber": "M1",
    "type": "M3",
    "artworkMedium": "M3",
    "interviewMedium": "M3",
    "audioFileType": "M3",
    "audioRecordingFormat": "C5",
    "videoRecordingFormat": "C5",
    "artworkSize": "C3",
    "scale": "C1",
    "reportNumber": "SN",
    "patentNumber": "SN",
    "court": "PB",
    "session": "ET",
    "versionNumber": "ET",
    "programmingLanguage": "LA",
    "history": "OP",
    "reporter": "A2",
    "legislativeBody": "T3",
    "docketNumber": "SV",
    "runningTime": "SP",
    "numPages": "SP",
}
RIS_TAGS_BY_TYPE = {
    ("bookSection", "series"): "T3",
    ("conferencePaper", "series"): "T3",
    ("conferencePaper", "conferenceName"): "T2",
    ("conferencePaper", "publicationTitle"): "C3",
    ("conferencePaper", "place"): "C1",
    ("book", "series"): "T2",
    ("audioRecording", "seriesTitle"): "T3",
    ("computerProgram", "seriesTitle"): "T2",
    ("map", "seriesTitle"): "T2",
    ("report", "seriesTitle"): "T2",
    ("film", "type"): "C4",
    ("dataset", "type"): "",
    ("case", "section"): "",
    ("videoRecording", "runningTime"): "",
    ("podcast", "runningTime"): "",
    ("tvBroadcast", "runningTime"): "",
    ("audioRecording", "runningTime"): "",
}
RIS_CREATORS = {
    "performer": "A2",
    "presenter": "A2",
    "interviewer": "A2",
    "editor": "A2",
    "recipient": "A2",
    "producer": "A3",
    "seriesEditor": "A3",
    "translator": "A4",
    "composer": "AU",
    "castMember": "C1",
    "bookAuthor": "C2",
    "sponsor": "A2",
}


class Creator(NamedTuple):
    """A creator of an item; a group has no given name."""

    type: str
    family: str
    given: str


class Item(NamedTuple):
    """An item of Zotero's library."""

    type: str
    creators: Sequence[Creator]
    fields: Mapping[str, str]


def read_item(text: str) -> Item:
    """Read an item from the notation above."""
    type_, *lines = text.strip().splitlines()
    creators: list[Creator] = []
    fields: dict[str, str] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        if name in CREATORS:
            creators.append(_creator(name, value))
        elif name in fields:
            fields[name] += f"\n{value}"
        else:
            fields[name] = value
    return Item(type_, creators, fields)


def _creator(type_: str, name: str) -> Creator:
    if name.startswith("{"):
        return Creator(type_, name.strip("{}"), "")
    family, _, given = name.partition(", ")
    return Creator(type_, family, given)


def as_json(item: Item) -> str:
    """Write CSL-JSON."""
    written: dict[str, object] = {"id": "x", "type": ZOTERO_TYPES[item.type]}
    for name, value in item.fields.items():
        base = BASE.get(name, name)
        if base in CSL_DATES:
            parts: list[int] = [int(part) for part in value.split("-")]
            written[CSL_DATES[base]] = {"date-parts": [parts]}
        elif base in CSL_FIELDS:
            written[CSL_FIELDS[base]] = value
            if base == "place":
                written["event-place"] = value
    for creator in item.creators:
        variable = CSL_CREATORS.get(creator.type, creator.type)
        if creator.type == PRIMARY.get(item.type):
            variable = "author"
        names = written.setdefault(variable, [])
        assert isinstance(names, list)
        names.append(_csl_name(creator))
    return json.dumps([written])


def _csl_name(creator: Creator) -> dict[str, str]:
    if not creator.given:
        return {"literal": creator.family}
    return {"family": creator.family, "given": creator.given}


def as_bibtex(item: Item) -> str:
    """Write BibTeX: half of the types are @misc, and the day is lost."""
    kind = BIBTEX_TYPES.get(item.type, "misc")
    fields: dict[str, str] = {}
    for name, value in item.fields.items():
        base = BASE.get(name, name)
        if base == "publicationTitle":
            in_book = item.type in ("bookSection", "conferencePaper")
            fields["booktitle" if in_book else "journal"] = value
        elif base == "publisher":
            fields[_bibtex_publisher(kind)] = value
        elif base == "date":
            year, _, rest = value.partition("-")
            fields["year"] = year
            if rest:
                fields["month"] = MONTHS[int(rest[:2]) - 1]
        elif base == "accessDate":
            fields["urldate"] = value
        elif base in BIBTEX_FIELDS:
            fields[BIBTEX_FIELDS[base]] = value
    fields |= _bibtex_creators(item)
    for name in ("title", "booktitle", "series", "type"):
        if name in fields:
            fields[name] = _with_braces(fields[name])
    return _entry(kind, fields)


def _bibtex_publisher(kind: str) -> str:
    return {"phdthesis": "school", "techreport": "institution"}.get(kind, "publisher")


def _bibtex_creators(item: Item) -> dict[str, str]:
    names: dict[str, list[str]] = {}
    for creator in item.creators:
        field = "collaborator"
        if creator.type in ("author", PRIMARY.get(item.type)):
            field = "author"
        elif creator.type in ("editor", "translator"):
            field = creator.type
        elif creator.type == "seriesEditor":
            field = "editor"
        names.setdefault(field, []).append(_bibtex_name(creator))
    return {field: " and ".join(each) for field, each in names.items()}


def _bibtex_name(creator: Creator) -> str:
    if not creator.given:
        return f"{{{creator.family}}}"
    return f"{creator.family}, {creator.given}"


def _with_braces(title: str) -> str:
    """Protect every word with a capital but the first, as Zotero does."""
    return re.sub(r"(?<!^)\b\w*[A-Z]\w*|^[A-Z]\w*[A-Z]\w*", r"{\g<0>}", title)


def as_biblatex(item: Item) -> str:
    """Write BibLaTeX."""
    kind = BIBLATEX_TYPES.get(item.type, "misc")
    roles = [creator.type for creator in item.creators]
    if item.type == "book" and "author" not in roles and "editor" in roles:
        kind = "collection"
    fields: dict[str, str] = {}
    for name, value in item.fields.items():
        base = BASE.get(name, name)
        if name in BIBLATEX_FIELDS:
            fields[BIBLATEX_FIELDS[name]] = value
        elif base == "publicationTitle":
            in_book = item.type in IN_BOOKS
            fields["booktitle" if in_book else "journaltitle"] = value
        elif base == "publisher":
            at_work = item.type in ("thesis", "report")
            fields["institution" if at_work else "publisher"] = value
        elif base == "date":
            fields["date"] = value
        elif base == "title":
            fields["title"] = value
        elif base == "volume":
            fields["volume"] = value
        elif base == "pages":
            fields["pages"] = value
        elif base == "accessDate":
            fields["urldate"] = value
        elif base == "number":
            fields["number"] = value
        elif base == "versionNumber":
            fields["version"] = value
    if "presentationType" in item.fields:
        fields["howpublished"] = item.fields["presentationType"]
    if "extra" in item.fields:
        fields.setdefault("note", item.fields["extra"])
    if "language" in item.fields:
        fields["langid"] = "english"
    _write_patent(item, fields)
    if item.type == "thesis" and re.search(r"(?i)ph\.?d", fields.get("type", "phd")):
        fields["type"] = "phdthesis"
    if item.type == "letter":
        fields.setdefault("type", "Letter")
    if item.type == "email":
        fields["type"] = "E-mail"
    fields |= _biblatex_creators(item)
    for name in fields:
        if name not in ("url", "doi", "pages", "author", "editor", "editora"):
            fields[name] = re.sub(r"\b\w+[A-Z]\w*", r"{\g<0>}", fields[name])
    return _entry(kind, fields)


def _write_patent(item: Item, fields: dict[str, str]) -> None:
    if item.type != "patent":
        return
    number = item.fields.get("patentNumber", "")
    fields["type"] = "patent"
    if number.startswith("US"):
        fields["type"] = "patentus"
    fields["number"] = number.removeprefix("US")


def _biblatex_creators(item: Item) -> dict[str, str]:
    fields: dict[str, str] = {}
    names: dict[str, list[str]] = {}
    for creator in item.creators:
        field = "editora"
        if creator.type in (
            "author",
            "interviewer",
            "inventor",
            "director",
            "programmer",
            "artist",
            "podcaster",
            "presenter",
        ):
            field = "author"
        elif creator.type == "bookAuthor":
            field = "bookauthor"
        elif creator.type in ("editor", "translator"):
            field = creator.type
        elif creator.type == "seriesEditor":
            field = "editorb"
        names.setdefault(field, []).append(_bibtex_name(creator))
    fields |= {field: " and ".join(each) for field, each in names.items()}
    if "editora" in fields:
        fields["editoratype"] = "collaborator"
    if "editorb" in fields:
        fields["editorbtype"] = "redactor"
    return fields


def _entry(kind: str, fields: Mapping[str, str]) -> str:
    lines = [f"\t{name} = {{{_tex(name, value)}}}," for name, value in fields.items()]
    return "\n".join([f"@{kind}{{x,", *lines, "}", ""])


def _tex(name: str, value: str) -> str:
    if name in ("url", "doi"):
        return value
    if name == "pages":
        return value.replace("-", "--")
    return re.sub(r"[#$%&_]", r"\\\g<0>", value)


def as_ris(item: Item) -> str:
    """Write RIS: the field Extra is lost."""
    tags: list[tuple[str, str]] = [("TY", RIS_TYPES.get(item.type, "GEN"))]
    for creator in item.creators:
        tag = RIS_CREATORS.get(creator.type, "AU")
        if item.type == "book":
            tag = {"editor": "A3", "seriesEditor": "A2"}.get(creator.type, tag)
        if creator.type in ("contributor", "guest", "scriptwriter", "reviewedAuthor"):
            continue
        name = f"{creator.family}, {creator.given}" if creator.given else creator.family
        tags.append((tag, name))
    for name, value in item.fields.items():
        tags += _ris_field(item.type, name, value)
    return "".join(f"{tag}  - {value}\n" for tag, value in [*tags, ("ER", "")])


def _ris_field(type_: str, name: str, value: str) -> Sequence[tuple[str, str]]:
    base = BASE.get(name, name)
    if base == "date":
        year, *rest = value.split("-")
        parts = [year, *rest, "", ""][:3]
        return [("DA", "/".join(parts) + "/"), ("PY", year)]
    if name == "accessDate":
        return [("Y2", value.replace("-", "/") + "/")]
    if base == "pages":
        first, dash, last = value.partition("-")
        return [("SP", first), ("EP", last)] if dash else [("SP", first)]
    for each in (name, base):
        tag = RIS_TAGS_BY_TYPE.get((type_, each), RIS_TAGS.get(each))
        if tag is not None:
            return [(tag, value)] if tag else []
    return []


#: Labels of fields in Zotero that are not the schema's name in words.
LABELS = {
    "# of Pages": "numPages",
    "# of Volumes": "numberOfVolumes",
    "Accessed": "accessDate",
    "Author of Reviewed Work": "reviewedAuthor",
    "DOI": "DOI",
    "Forum/Listserv Title": "forumTitle",
    "ISBN": "ISBN",
    "Loc. in Archive": "archiveLocation",
    "Medium": "artworkMedium",
    "Prog. Language": "programmingLanguage",
    "Publication": "publicationTitle",
    "URL": "url",
    "Version": "versionNumber",
}


def read_labelled_item(text: str) -> Item:
    """Read an item with the labels that Zotero shows: "Website Title: Harbor"."""
    type_, *lines = text.strip().splitlines()
    named = [_camel(type_)]
    for line in lines:
        label, _, value = line.partition(": ")
        named.append(f"{LABELS.get(label) or _camel(label)}: {value}")
    return read_item("\n".join(named))


def _camel(label: str) -> str:
    """Return the schema's name for a label: "Website Title" is `websiteTitle`."""
    words = label.split()
    return words[0].lower() + "".join(words[1:])


#: The exports by their names in cases, with the extension of their files.
EXPORTS: Mapping[str, tuple[str, Callable[[Item], str]]] = {
    "json": (".json", as_json),
    "bibtex": (".bib", as_bibtex),
    "biblatex": (".bib", as_biblatex),
    "ris": (".ris", as_ris),
}
