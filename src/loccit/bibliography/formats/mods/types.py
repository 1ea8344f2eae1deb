"""Genres of MODS and CSL's types: terms of the MARC genre list, of bibutils, Zotero,
JabRef and library catalogues.
"""

from __future__ import annotations

from collections.abc import Iterable

from loccit.bibliography.records.types import ARTICLES
from loccit.values.csl_types import CSL_TYPES

#: What a genre of the work itself says.
_OF_WORKS = {
    "academic article": "article-journal",
    "article": "article-journal",
    "artwork": "graphic",
    "audio recording": "song",
    "audiorecording": "song",
    "bill": "bill",
    "blog post": "post-weblog",
    "blogpost": "post-weblog",
    "book": "book",
    "book chapter": "chapter",
    "book review": "review-book",
    "book section": "chapter",
    "booksection": "chapter",
    "booklet": "pamphlet",
    "case": "legal_case",
    "chapter": "chapter",
    "communication": "personal_communication",
    "computer program": "software",
    "computerprogram": "software",
    "conference paper": "paper-conference",
    "conferencepaper": "paper-conference",
    "conference proceedings": "book",
    "conference publication": "book",
    "data set": "dataset",
    "dataset": "dataset",
    "dictionary": "book",
    "dictionary entry": "entry-dictionary",
    "dictionaryentry": "entry-dictionary",
    "diploma thesis": "thesis",
    "dissertation": "thesis",
    "doctoral thesis": "thesis",
    "e-mail communication": "personal_communication",
    "email": "personal_communication",
    "encyclopedia": "book",
    "encyclopedia article": "entry-encyclopedia",
    "encyclopediaarticle": "entry-encyclopedia",
    "film": "motion_picture",
    "forum post": "post",
    "forumpost": "post",
    "habilitation thesis": "thesis",
    "hearing": "hearing",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "instruction": "book",
    "interview": "interview",
    "journal article": "article-journal",
    "journalarticle": "article-journal",
    "law report or digest": "legal_case",
    "legal case and case notes": "legal_case",
    "legislation": "legislation",
    "letter": "personal_communication",
    "licentiate thesis": "thesis",
    "magazine article": "article-magazine",
    "magazinearticle": "article-magazine",
    "manuscript": "manuscript",
    "map": "map",
    "masters thesis": "thesis",
    "mastersthesis": "thesis",
    "miscellaneous": "document",
    "motion picture": "motion_picture",
    "newspaper article": "article-newspaper",
    "newspaperarticle": "article-newspaper",
    "pamphlet": "pamphlet",
    "patent": "patent",
    "performance": "performance",
    "periodical": "periodical",
    "ph.d. thesis": "thesis",
    "phdthesis": "thesis",
    "podcast": "broadcast",
    "preprint": "article",
    "presentation": "speech",
    "radio broadcast": "broadcast",
    "radiobroadcast": "broadcast",
    "report": "report",
    "research paper": "article-journal",
    "review": "review",
    "software": "software",
    "speech": "speech",
    "standard": "standard",
    "statute": "legislation",
    "technical report": "report",
    "techreport": "report",
    "television broadcast": "broadcast",
    "theses": "thesis",
    "thesis": "thesis",
    "treaty": "treaty",
    "tv broadcast": "broadcast",
    "tvbroadcast": "broadcast",
    "unpublished": "manuscript",
    "video recording": "motion_picture",
    "videorecording": "motion_picture",
    "web page": "webpage",
    "web site": "webpage",
    "webpage": "webpage",
    "website": "webpage",
    "working paper": "report",
}
#: What a genre of that which holds the work says of it.
_OF_HOSTS = {
    "academic journal": "article-journal",
    "book": "chapter",
    "collection": "chapter",
    "conference publication": "paper-conference",
    "conference proceedings": "paper-conference",
    "dictionary": "entry-dictionary",
    "encyclopedia": "entry-encyclopedia",
    "journal": "article-journal",
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
    "periodical": "article-journal",
    "proceedings": "paper-conference",
    "web site": "webpage",
    "website": "webpage",
}
_OF_RESOURCES = {
    "cartographic": "map",
    "moving image": "motion_picture",
    "notated music": "musical_score",
    "software, multimedia": "software",
    "sound recording": "song",
    "sound recording-musical": "song",
    "sound recording-nonmusical": "broadcast",
    "still image": "graphic",
}
_SERIALS = frozenset(["continuing", "serial", "integrating resource"])

#: Works that stand in another; for the others what MODS calls a host is their series.
HOSTED = ARTICLES | {
    *(
        "chapter",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "paper-conference",
        "post",
        "post-weblog",
    ),
    *(
        "webpage",
        "song",
        "broadcast",
        "software",
        "figure",
        "speech",
        "legal_case",
        "review",
        "review-book",
    ),
}
#: What tells others the type of a work: its resource, its genre, and the genre of its
#: host.
WRITTEN = {
    "article-journal": ("text", "journal article", "academic journal"),
    "article-magazine": ("text", "article", "magazine"),
    "article-newspaper": ("text", "article", "newspaper"),
    "bill": ("text", "legislation", ""),
    "book": ("text", "book", ""),
    "broadcast": ("sound recording-nonmusical", "", ""),
    "chapter": ("text", "book chapter", "book"),
    "dataset": ("software, multimedia", "dataset", ""),
    "entry-dictionary": ("text", "", "dictionary"),
    "entry-encyclopedia": ("text", "", "encyclopedia"),
    "graphic": ("still image", "", ""),
    "interview": ("text", "interview", ""),
    "legal_case": ("text", "legal case and case notes", ""),
    "legislation": ("text", "legislation", ""),
    "manuscript": ("text", "manuscript", ""),
    "map": ("cartographic", "map", ""),
    "motion_picture": ("moving image", "motion picture", ""),
    "musical_score": ("notated music", "", ""),
    "paper-conference": ("text", "conference paper", "conference publication"),
    "patent": ("text", "patent", ""),
    "personal_communication": ("text", "letter", ""),
    "report": ("text", "technical report", ""),
    "review": ("text", "review", "academic journal"),
    "review-book": ("text", "book review", "academic journal"),
    "software": ("software, multimedia", "computer program", ""),
    "song": ("sound recording-musical", "", ""),
    "speech": ("text", "speech", ""),
    "thesis": ("text", "thesis", ""),
    "treaty": ("text", "treaty", ""),
    "webpage": ("text", "web page", "web site"),
}


def csl_type(
    genres: Iterable[tuple[str, str]],
    hosts: Iterable[str],
    resource: str,
    issuance: tuple[str, str],
) -> str:
    """CSL's type of a work.

    Args:
        genres: each with its authority, which is "csl" for a type of CSL itself.
        hosts: genres of what holds it; an empty one where a host is there that has
            none.
        resource: `typeOfResource`.
        issuance: how it appears, and how its host does.

    >>> csl_type([], ["magazine"], "text", ("", "continuing"))
    'article-magazine'
    """
    genres, hosts = list(genres), list(hosts)
    for authority, genre in genres:
        if authority == "csl" and genre in CSL_TYPES:
            return genre
    host = next(
        (_OF_HOSTS[genre] for genre in map(str.lower, hosts) if genre in _OF_HOSTS), ""
    )
    own = next((_OF_WORKS[genre] for _, genre in genres if genre in _OF_WORKS), "")
    if own == "article-journal" and host in ARTICLES:
        return host  # "article" says no more than that
    if own:
        return own
    if hosts:
        return host or ("article-journal" if issuance[1] in _SERIALS else "chapter")
    if resource in _OF_RESOURCES:
        return _OF_RESOURCES[resource]
    return (
        "periodical"
        if issuance[0] in _SERIALS
        else "book"
        if issuance[0]
        else "document"
    )


def says_type(authority: str, genre: str) -> bool:
    """Whether a genre is spent when the type is known."""
    return authority == "csl" or genre.lower() in _OF_WORKS
