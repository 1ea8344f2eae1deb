"""Decide what kind of work a reference is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from loccit._startup.regex import regex
from loccit.bibliography import type_of_genre
from loccit.model import Source
from loccit.model.source import Value
from loccit.values.groups import is_group, is_same_group

_CASE = regex(r".+\sv\.?\s[A-Z].+")
_ACT = regex(r".*\b(?:Act|Bill|Ordinance|Regulations)(?: of)?(?: \d{4})?")
_REVIEW = regex(r"\breview of\b", re.IGNORECASE)
_THESIS = regex(
    r"\b(?:ph\.?d\.?|doctoral|master['’]?s?|diss\.|bachelor['’]?s?)[\s,]*(?:thesis|dissertation)"
    r"|\b(?:dissertation|thèse|dissertação|tesis|doktorarbeit|masterarbeit|habilitation"
    r"|thesis)\b|\bDiss\.",
    re.IGNORECASE,
)
_REPORT = regex(
    r"\b(?:tech(?:nical|\.)? rep(?:ort|\.)|(?:working|discussion|research|white) paper"
    r"|report no|RFC \d|guidelines?|standards?|outlook|survey|statistics|annual report"
    r"|(?:development|assessment|synthesis|final|scientific) report|policy brief)\b",
    re.IGNORECASE,
)
#: Words after the title that name what is heard or seen.
_CARRIERS = {
    "motion_picture": regex(
        r"\b(?:DVD|Film|Blu-ray|VHS)\b|\b[Dd]ir(?:ected by|\. )|, dirs?\."
    ),
    "song": regex(r"\b(?:CD|LP|Vinyl)\b(?=[.\s]*$)"),
    "patent": regex(r"\bPatent\b(?=[\s,]*(?:No|US|EP|\d))"),
    "software": regex(r"\bVersion \d|\bComputer software\b|\bR package\b|Video game"),
    "speech": regex(r"\b(?:Speech|Lecture|Keynote|Poster)\b(?=[,.\]])"),
}
_PREPRINTS = regex(r"\b(?:\w*rxiv|ssrn|corr|preprints?)\b", re.IGNORECASE)
_CONFERENCE = regex(
    r"\b(?:conference|symposium|workshop|annual meeting|congress|tagung|neural information"
    r" processing systems)\b|\b[A-Z]{3,}\s?['’]?(?:19|20)?\d\d\b"
)
_PROCEEDINGS = regex(r"\b(?:proceedings|proc\.)", re.IGNORECASE)
_ENTRIES = {
    "entry-encyclopedia": regex(
        r"\b(?:encyclop\w+|wikipedia|britannica)\b", re.IGNORECASE
    ),
    "entry-dictionary": regex(
        r"\b(?:dictionary|duden|wörterbuch|merriam)\b", re.IGNORECASE
    ),
}
_NEWSPAPER = regex(
    r"\b(?:times|guardian|herald|tribune|gazette|daily|zeitung|le monde|chronicle|telegraph"
    r"|reuters|morning post|washington post|observer|país|mundo|independent|haaretz|mail)\b",
    re.IGNORECASE,
)
_JOURNAL = regex(
    r"\b(?:journal|zeitschrift|revue|revista|annals|quarterly|bulletin|transactions|studies"
    r"|letters|acta|archives)\b",
    re.IGNORECASE,
)
_VIDEOS = regex(r"\b(?:youtube|vimeo|netflix|dailymotion)\b", re.IGNORECASE)
_IN = regex(r"[.?!”\"’,]\s(?:In|in|Dans|dans)\b:?\s")


def type_of(text: str, variables: Mapping[str, Value]) -> str:
    """Return the CSL type of a reference.

    Args:
        text: the reference.
        variables: what was read of it.

    >>> type_of("Doe v. Roe, 3 U.S. 2", {"title": "Doe v. Roe", "container-title": "U.S."})
    'legal_case'
    """
    source = Source("", "document", variables)
    return next(_types(text, source))


def _types(text: str, source: Source) -> Iterator[str]:
    """Yield types that a reference may have, the surest first."""
    title, genre = source.text("title"), source.text("genre")
    rest = text.replace(title, "") if title else text
    if _CASE.fullmatch(title) and not source.names("author"):
        yield "legal_case"
    if _ACT.fullmatch(title) and not source.names("author"):
        yield "legislation"
    if _REVIEW.match(genre):
        yield "review"
    if _THESIS.search(genre) or _THESIS.search(rest):
        yield "thesis"
    named = type_of_genre(genre)
    if named:
        yield named
    for type_, carrier in _CARRIERS.items():
        if carrier.search(rest):
            yield type_
    if source.text("container-title"):
        yield from _types_in_container(text, source)
    yield from _types_alone(source, rest)


def _types_in_container(text: str, source: Source) -> Iterator[str]:
    """Yield the types of what is in a journal, a book, a site."""
    container, has = source.text("container-title"), source.variables.__contains__
    yield from _types_by_container(container)
    has_volume = has("issue") or has("volume")
    if _is_conference(container, has_issue=has("issue"), has_volume=has("volume")):
        yield "paper-conference"
    has_publisher = has("publisher") or has("publisher-place")
    if has("editor") or (has_publisher and has("page") and not has_volume):
        yield "chapter"
    if has_volume or has("DOI"):
        yield "article-journal"
    if _NEWSPAPER.search(container) and _has_day(source):
        yield "article-newspaper"
    if has_publisher or (_IN.search(text) and not has("URL")):
        yield "chapter"
    if _JOURNAL.search(container):
        yield "article-journal"
    if has("URL"):
        yield "webpage"
    yield "article-magazine" if _has_day(source) else "article-journal"


def _types_by_container(container: str) -> Iterator[str]:
    """Yield the types that the name of a container shows by itself."""
    if _PREPRINTS.search(container):
        yield "article"
    for type_, words in _ENTRIES.items():
        if words.search(container):
            yield type_
    if _VIDEOS.search(container):
        yield "motion_picture"


def _is_conference(container: str, *, has_issue: bool, has_volume: bool) -> bool:
    """Return whether a container is that of a conference, not a journal that is called
    "Proceedings".
    """
    if _CONFERENCE.search(container) and not has_issue:
        return True
    is_dated = any(map(str.isdecimal, container))  # "Proceedings of the 13th ..."
    is_named = _PROCEEDINGS.search(container) is not None
    return is_named and (is_dated or not has_volume)


def _types_alone(source: Source, rest: str) -> Iterator[str]:
    """Yield the types of what is published by itself."""
    has = source.variables.__contains__
    title, publisher = source.text("title"), source.text("publisher")
    if _REPORT.search(rest) or (_is_by_group(source) and _REPORT.search(title)):
        yield "report"
    if has("URL") and not publisher:
        yield "webpage"
    if _is_by_group(source) and not has("ISBN"):
        author = source.names("author")[0].literal
        if not publisher or is_same_group(author, publisher):
            yield "report"
    yield "book"


def _is_by_group(source: Source) -> bool:
    authors = source.names("author")
    return bool(authors) and is_group(authors[0].literal)


def _has_day(source: Source) -> bool:
    """Return whether a work is dated to the day or the month, as news are."""
    issued = source.date("issued")
    return issued is not None and issued.start is not None and bool(issued.start.month)
