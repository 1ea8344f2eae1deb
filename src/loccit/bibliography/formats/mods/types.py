"""Genres of MODS <-> CSL types: terms of the MARC genre list, of bibutils, Zotero,
JabRef and library catalogs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.records.types import ARTICLES
from loccit.values.csl_types import CSL_TYPES

#: The type that a genre of the work itself means.
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
#: The type of a work that the genre of its container means.
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
#: The type that `typeOfResource` means.
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
#: The values of `issuance` for periodicals.
_SERIALS = frozenset(["continuing", "serial", "integrating resource"])

#: Works with a container. In other types of works, the host in MODS is the series.
HOSTED = ARTICLES | {
    "chapter",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
    "paper-conference",
    "post",
    "post-weblog",
    "webpage",
    "song",
    "broadcast",
    "software",
    "figure",
    "speech",
    "legal_case",
    "review",
    "review-book",
    "bill",
    "hearing",
    "legislation",
    "regulation",
    "treaty",
}


class Written(NamedTuple):
    """The elements from which other programs infer the type of a work."""

    resource: str
    genre: str = ""
    genre_of_host: str = ""


WRITTEN = {
    "article-journal": Written("text", "journal article", "academic journal"),
    "article-magazine": Written("text", "article", "magazine"),
    "article-newspaper": Written("text", "article", "newspaper"),
    "bill": Written("text", "legislation"),
    "book": Written("text", "book"),
    "broadcast": Written("sound recording-nonmusical"),
    "chapter": Written("text", "book chapter", "book"),
    "dataset": Written("software, multimedia", "dataset"),
    "entry-dictionary": Written("text", "", "dictionary"),
    "entry-encyclopedia": Written("text", "", "encyclopedia"),
    "graphic": Written("still image"),
    "interview": Written("text", "interview"),
    "legal_case": Written("text", "legal case and case notes"),
    "legislation": Written("text", "legislation"),
    "manuscript": Written("text", "manuscript"),
    "map": Written("cartographic", "map"),
    "motion_picture": Written("moving image", "motion picture"),
    "musical_score": Written("notated music"),
    "paper-conference": Written("text", "conference paper", "conference publication"),
    "patent": Written("text", "patent"),
    "personal_communication": Written("text", "letter"),
    "report": Written("text", "technical report"),
    "review": Written("text", "review", "academic journal"),
    "review-book": Written("text", "book review", "academic journal"),
    "software": Written("software, multimedia", "computer program"),
    "song": Written("sound recording-musical"),
    "speech": Written("text", "speech"),
    "thesis": Written("text", "thesis"),
    "treaty": Written("text", "treaty"),
    "webpage": Written("text", "web page", "web site"),
}


class Issuance(NamedTuple):
    """How a work and its container are issued."""

    of_work: str = ""
    of_host: str = ""


def csl_type(
    genres: Sequence[tuple[str, str]],
    hosts: Sequence[str],
    resource: str,
    issuance: Issuance,
) -> str:
    """Infer the CSL type of a work.

    Args:
        genres: authorities and genres; a CSL type has the authority "csl".
        hosts: the genres of the containers; `""` for a container without a genre.
        resource: `typeOfResource`.
        issuance: how the work and its container are issued.

    >>> csl_type([], ["magazine"], "text", Issuance(of_host="continuing"))
    'article-magazine'
    """
    for authority, genre in genres:
        if authority == "csl" and genre in CSL_TYPES:
            return genre
    own = _first(_OF_WORKS, (genre for _, genre in genres))
    host = _first(_OF_HOSTS, (genre.lower() for genre in hosts))
    if own == "article-journal" and host in ARTICLES:
        return host  # the genre "article" means any of them
    if own:
        return own
    if host:
        return host
    if hosts:
        return "article-journal" if issuance.of_host in _SERIALS else "chapter"
    if resource in _OF_RESOURCES:
        return _OF_RESOURCES[resource]
    if issuance.of_work in _SERIALS:
        return "periodical"
    return "book" if issuance.of_work else "document"


def _first(types: Mapping[str, str], genres: Iterable[str]) -> str:
    """Return the type of the first known genre, or `""`."""
    return next((types[genre] for genre in genres if genre in types), "")


def says_type(authority: str, genre: str) -> bool:
    """Return whether a genre says no more than the type that it means."""
    return authority == "csl" or genre.lower() in _OF_WORKS
