"""Entry types of BibTeX and BibLaTeX (BibLaTeX manual, 2.1; biblatex-apa) <-> item
types of CSL 1.0.2.
"""

from __future__ import annotations

from collections.abc import Container

from loccit.values.csl_types import CSL_TYPES

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
#: Works that are whole, so that their pages are none of another's.
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

#: `entrysubtype` of films, recordings, posts and the like (biblatex-apa): the CSL type,
#: and the kind in words.
_KINDS = {
    "album": ("song", "Album"),
    "audiobook": ("", "Audiobook"),
    "film": ("motion_picture", "Film"),
    "podcast": ("broadcast", "Audio podcast"),
    "podcastepisode": ("broadcast", "Audio podcast episode"),
    "powerpoint": ("", "PowerPoint slides"),
    "song": ("song", "Song"),
    "statusupdate": ("post", "Status update"),
    "tvepisode": ("broadcast", "TV series episode"),
    "tvseries": ("broadcast", "TV series"),
    "tweet": ("post", "Tweet"),
    "video": ("motion_picture", "Video"),
    "webinar": ("motion_picture", "Webinar"),
}
#: Entry types whose `entrysubtype` is the kind in words where it is none of these.
_OF_A_KIND = frozenset(
    [
        *(
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
        )
    ]
)

#: The entry type that a CSL type is written as in BibTeX; `entrysubtype` keeps the CSL
#: type where that means another.
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

#: Item types of CSL that are no words for a kind of work: as `entrysubtype` they say
#: the type alone.
_NO_KINDS = frozenset(
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

#: The types of BibTeX (btxdoc, 3.1); BibLaTeX has them too.
BIBTEX_TYPES = frozenset(
    [
        *(
            "article",
            "book",
            "booklet",
            "conference",
            "inbook",
            "incollection",
            "inproceedings",
            "manual",
        ),
        *(
            "mastersthesis",
            "misc",
            "phdthesis",
            "proceedings",
            "techreport",
            "unpublished",
        ),
    ]
)

#: Types whose CSL type says less than they do: a manual is a book to CSL.
_SAID_IN_PART = frozenset(
    [
        *(
            "bookinbook",
            "codefragment",
            "collection",
            "commentary",
            "constitution",
            "manual",
            "mvbook",
            "mvcollection",
        ),
        *(
            "mvproceedings",
            "mvreference",
            "proceedings",
            "reference",
            "softwaremodule",
            "softwareversion",
            "suppbook",
        ),
        *("suppcollection", "suppperiodical"),
    ]
)

GENRES = {"phdthesis": "phdthesis", "mastersthesis": "mathesis"}


def csl_type(entry_type: str, subtype: str, fields: Container[str]) -> str:
    """The CSL type of an entry, by its type, its `entrysubtype`, and the fields that it
    has.

    >>> csl_type("article", "newspaper", ()), csl_type("misc", "", ("title", "url"))
    ('article-newspaper', 'webpage')
    """
    subtype = subtype.strip().lower()
    if (same := subtype.replace(" ", "_")) in CSL_TYPES:
        return same
    if subtype in _SUBTYPES and entry_type in PERIODICAL:
        return _SUBTYPES[subtype]
    if kind := _KINDS.get(subtype.replace(" ", ""), ("", ""))[0]:
        return kind
    if entry_type == "unpublished" and (
        "eventtitle" in fields or "eventdate" in fields or "venue" in fields
    ):
        return "speech"
    if "preprint" in fields and entry_type in (
        "article",
        "misc",
        "online",
        "unpublished",
    ):
        return "article"
    if entry_type in _CSL_TYPES:
        return _CSL_TYPES[entry_type]
    if (
        entry_type in CSL_TYPES
    ):  # @map, @interview: no type of BibLaTeX, but plain enough
        return entry_type
    return "webpage" if "url" in fields and "publisher" not in fields else "document"


def genre_of(entry_type: str, subtype: str) -> str:
    """What kind of film, recording, post or the like `entrysubtype` says that an entry
    is, or `""`.

    >>> genre_of("video", "film"), genre_of("software", "Mobile app"), genre_of("article", "magazine")
    ('Film', 'Mobile app', '')
    """
    subtype = subtype.strip()
    if subtype in _NO_KINDS:
        return ""
    if words := _KINDS.get(subtype.lower().replace(" ", ""), ("", ""))[1]:
        return words if entry_type != "misc" else ""
    return subtype[:1].upper() + subtype[1:] if entry_type in _OF_A_KIND else ""


def is_said(entry_type: str, csl: str) -> bool:
    """Whether an entry's CSL type says all that its own type does.

    >>> is_said("article", "article-journal"), is_said("manual", "book"), is_said("icon", "document")
    (True, False, False)
    """
    return entry_type == csl or (
        entry_type in ENTRY_TYPES and entry_type not in _SAID_IN_PART
    )


def entry_type(csl: str, genre: str, original: str = "") -> tuple[str, str]:
    """BibTeX's entry type for a CSL type, and the `entrysubtype` that tells the rest,
    or `""`.

    Args:
        original: the entry type that it was read from, where that says more than the
            CSL type.

    >>> entry_type("motion_picture", ""), entry_type("thesis", "Master’s thesis")
    (('misc', 'motion_picture'), ('mastersthesis', ''))
    """
    if original and csl in (
        csl_type(original, "", ()),
        csl_type(original, "", ("url",)),
    ):
        return original, ""
    if csl == "thesis" and genre.lower().startswith("master"):
        return "mastersthesis", ""
    for subtype, name in _SUBTYPES.items():
        if name == csl:
            return "article", subtype
    kind = _WRITTEN_AS.get(csl, "misc")
    return kind, "" if csl_type(kind, "", ()) == csl else csl
