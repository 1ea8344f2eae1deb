"""Entry types of BibTeX and BibLaTeX, and item types of CSL 1.0.2.

See the BibLaTeX manual, 2.1, and biblatex-apa.
"""

from __future__ import annotations

from collections.abc import Container

from loccit._startup.namedtuple import NamedTuple
from loccit.values.csl_types import CSL_TYPES


class WrittenType(NamedTuple):
    """An entry type, and the `entrysubtype` that says the rest."""

    type: str
    subtype: str = ""


class _Subtype(NamedTuple):
    """The CSL type that an `entrysubtype` means, if it means one, and its words."""

    csl: str
    words: str


CHAPTERLIKE = frozenset(
    [
        "inbook",
        "incollection",
        "inproceedings",
        "conference",
        "inreference",
        "bookinbook",
        "suppbook",
        "suppcollection",
    ]
)
PERIODICAL = frozenset(["article", "periodical", "suppperiodical", "review"])
BOOKS = frozenset(
    [
        "book",
        "collection",
        "proceedings",
        "reference",
        "mvbook",
        "mvcollection",
        "mvproceedings",
        "mvreference",
    ]
)
BOOKLIKE = CHAPTERLIKE | BOOKS
THESES = frozenset(["thesis", "phdthesis", "mastersthesis"])
#: Whole works: their `pages` are not those of a part.
WHOLE = BOOKS | THESES | {"booklet", "manual", "report", "techreport"}

_CSL_TYPES = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "codefragment": "software",
    "commentary": "book",
    "conference": "paper-conference",
    "constitution": "legislation",
    "data": "dataset",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "internet": "webpage",
    "jurisdiction": "legal_case",
    "legadminmaterial": "regulation",
    "legal": "treaty",
    "legislation": "legislation",
    "legmaterial": "bill",
    "letter": "personal_communication",
    "magazine": "article-magazine",
    "manual": "book",
    "mastersthesis": "thesis",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "newspaper": "article-newspaper",
    "online": "webpage",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "presentation": "speech",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "softwaremodule": "software",
    "softwareversion": "software",
    "standard": "standard",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "talk": "speech",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}

#: `entrysubtype` of articles (BibLaTeX manual, 2.1.1; biblatex-chicago; biblatex-apa).
_SUBTYPES = {
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
    "nonacademic": "article-magazine",
}

#: `entrysubtype` of films, recordings, posts and the like (biblatex-apa).
_KINDS = {
    "album": _Subtype("song", "Album"),
    "audiobook": _Subtype("", "Audiobook"),
    "film": _Subtype("motion_picture", "Film"),
    "podcast": _Subtype("broadcast", "Audio podcast"),
    "podcastepisode": _Subtype("broadcast", "Audio podcast episode"),
    "powerpoint": _Subtype("", "PowerPoint slides"),
    "song": _Subtype("song", "Song"),
    "statusupdate": _Subtype("post", "Status update"),
    "tvepisode": _Subtype("broadcast", "TV series episode"),
    "tvseries": _Subtype("broadcast", "TV series"),
    "tweet": _Subtype("post", "Tweet"),
    "video": _Subtype("motion_picture", "Video"),
    "webinar": _Subtype("motion_picture", "Webinar"),
}
_UNKNOWN = _Subtype("", "")
#: Kinds of works that say more if they are recorded (biblatex-apa).
_RECORDED = {"speech": "Speech audio recording"}
_RECORDINGS = frozenset(["audio", "music"])
#: Entry types whose other `entrysubtype`s are words for the kind of work.
_WITH_KIND_IN_WORDS = frozenset(
    [
        "artwork",
        "audio",
        "data",
        "dataset",
        "hardware",
        "image",
        "movie",
        "music",
        "online",
        "software",
        "video",
    ]
)

#: BibTeX's entry type for a CSL type. Where it means another CSL type, `entrysubtype`
#: keeps the right one.
_WRITTEN_AS = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "classic": "book",
    "document": "misc",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "review": "article",
    "review-book": "article",
    "speech": "unpublished",
    "thesis": "phdthesis",
}

#: Item types of CSL that can't be printed as words for a kind of work.
_NO_WORDS = frozenset(
    [
        "article",
        "broadcast",
        "entry",
        "post",
        *(name for name in CSL_TYPES if "-" in name or "_" in name),
    ]
)

#: Every type that an entry can have.
ENTRY_TYPES = frozenset([*_CSL_TYPES, "misc"])

#: The types of BibTeX (BibTeXing, 3.1); BibLaTeX has them too.
BIBTEX_TYPES = frozenset(
    [
        "article",
        "book",
        "booklet",
        "conference",
        "inbook",
        "incollection",
        "inproceedings",
        "manual",
        "mastersthesis",
        "misc",
        "phdthesis",
        "proceedings",
        "techreport",
        "unpublished",
    ]
)

#: Types that say more than their CSL type does: a manual is a book to CSL.
_MORE_THAN_CSL = frozenset(
    [
        "bookinbook",
        "codefragment",
        "collection",
        "commentary",
        "constitution",
        "manual",
        "mvbook",
        "mvcollection",
        "mvproceedings",
        "mvreference",
        "proceedings",
        "reference",
        "softwaremodule",
        "softwareversion",
        "suppbook",
        "suppcollection",
        "suppperiodical",
    ]
)

#: The `type` of entries whose type says it.
GENRES = {"phdthesis": "phdthesis", "mastersthesis": "mathesis"}

_OF_A_TALK = ("eventtitle", "eventdate", "venue")
#: Types that preprints have.
_PREPRINTS = frozenset(["article", "misc", "online", "unpublished"])


def csl_type(entry_type: str, subtype: str, fields: Container[str]) -> str:
    """Return the CSL type of an entry.

    Args:
        entry_type: the entry's type.
        subtype: its `entrysubtype`.
        fields: the names of its fields.

    >>> csl_type("article", "newspaper", ()), csl_type("misc", "", ("title", "url"))
    ('article-newspaper', 'webpage')
    """
    if subtype:
        csl = _csl_type_of_subtype(entry_type, subtype.strip().lower())
        if csl:
            return csl
    if entry_type == "unpublished" and any(name in fields for name in _OF_A_TALK):
        return "speech"
    if "preprint" in fields and entry_type in _PREPRINTS:
        return "article"
    if entry_type in _CSL_TYPES:
        return _CSL_TYPES[entry_type]
    if entry_type in CSL_TYPES:
        # @map and @interview are not in BibLaTeX, but their meaning is clear.
        return entry_type
    if "url" in fields and "publisher" not in fields:
        return "webpage"
    return "document"


def _csl_type_of_subtype(entry_type: str, subtype: str) -> str:
    csl = subtype.replace(" ", "_")
    if csl in CSL_TYPES:
        return csl
    if subtype in _SUBTYPES and entry_type in PERIODICAL:
        return _SUBTYPES[subtype]
    return _KINDS.get(subtype.replace(" ", ""), _UNKNOWN).csl


def genre_of(entry_type: str, subtype: str) -> str:
    """Return the kind of film, recording, post or the like that `entrysubtype` names.

    >>> genre_of("video", "film"), genre_of("software", "Mobile app"), genre_of("article", "magazine")
    ('Film', 'Mobile app', '')
    """
    subtype = subtype.strip()
    if not subtype or subtype in _NO_WORDS:
        return ""
    words = _KINDS.get(subtype.lower().replace(" ", ""), _UNKNOWN).words
    if words:
        return words if entry_type != "misc" else ""
    if entry_type in _RECORDINGS and subtype.lower() in _RECORDED:
        return _RECORDED[subtype.lower()]
    if entry_type in _WITH_KIND_IN_WORDS:
        return subtype[0].upper() + subtype[1:]
    return ""


def is_said(entry_type: str, csl: str) -> bool:
    """Return whether a CSL type says everything that an entry type does.

    >>> is_said("article", "article-journal"), is_said("manual", "book"), is_said("icon", "document")
    (True, False, False)
    """
    if entry_type == csl:
        return True
    return entry_type in ENTRY_TYPES and entry_type not in _MORE_THAN_CSL


def entry_type(csl: str, genre: str, original: str = "") -> WrittenType:
    """Return BibTeX's entry type for a CSL type.

    Args:
        csl: the CSL type.
        genre: CSL's `genre`, such as "Master's thesis".
        original: the entry type that was read, if it says more than the CSL type.

    >>> entry_type("motion_picture", "").subtype, entry_type("thesis", "Master’s thesis").type
    ('motion_picture', 'mastersthesis')
    """
    if original and csl in _csl_types_of(original):
        return WrittenType(original)
    if csl == "thesis" and genre.lower().startswith("master"):
        return WrittenType("mastersthesis")
    for subtype, meant in _SUBTYPES.items():
        if meant == csl:
            return WrittenType("article", subtype)
    kind = _WRITTEN_AS.get(csl, "misc")
    if csl_type(kind, "", ()) == csl:
        return WrittenType(kind)
    return WrittenType(kind, csl)


def _csl_types_of(entry_type: str) -> tuple[str, str]:
    """Return the CSL types of an entry type, without and with a `url`."""
    return csl_type(entry_type, "", ()), csl_type(entry_type, "", ("url",))
