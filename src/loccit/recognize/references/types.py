"""Decide what kind of work a reference is of."""

from __future__ import annotations

import re
from collections.abc import Mapping

from loccit._startup.regex import regex
from loccit.model.source import Value

_THESIS = regex(
    r"\b(?:thesis|dissertation|thèse|dissertação|tesis|doktorarbeit|masterarbeit|habilitation)\b",
    re.IGNORECASE,
)
_REPORT = regex(
    r"\b(?:technical report|tech\.? rep(?:ort)?\.?|working paper|discussion paper|white paper|report no)\b",
    re.IGNORECASE,
)
_CONFERENCE = regex(
    r"\b(?:proceedings|proc\.|conference|symposium|workshop|annual meeting|congress|tagung)",
    re.IGNORECASE,
)
_NEWSPAPER = regex(
    r"\b(?:times|post|guardian|herald|tribune|gazette|daily|zeitung|le monde|chronicle|news)\b",
    re.IGNORECASE,
)
_FILM = regex(
    r"\b(?:dvd|film|video|motion picture|documentary)\b|youtube\.com|youtu\.be|vimeo\.com",
    re.IGNORECASE,
)
_PREPRINT = regex(
    r"\b(?:arxiv|biorxiv|medrxiv|psyarxiv|socarxiv|ssrn|preprints?)\b", re.IGNORECASE
)
_SOFTWARE = regex(
    r"\[(?:computer )?software\]|\b(?:r package|python package)\b", re.IGNORECASE
)


def type_of(text: str, variables: Mapping[str, Value]) -> str:
    """Return the CSL type of a reference."""
    genre = variables.get("genre")
    if isinstance(genre, str) and (_THESIS.search(genre)):
        return "thesis"
    if _THESIS.search(_without_title(text, variables)):
        return "thesis"
    if _SOFTWARE.search(text):
        return "software"
    container = variables.get("container-title")
    has = variables.__contains__
    if isinstance(container, str):
        if _PREPRINT.search(container):
            return "article"
        if _CONFERENCE.search(container) and not has("issue"):
            return "paper-conference"
        if has("volume") or has("issue"):
            return "article-journal"
        if has("editor") or (has("publisher") and has("page")):
            return "chapter"
        if has("DOI"):
            return "article-journal"
        if has("URL"):
            return "webpage"
        return "chapter" if has("publisher") else "article-journal"
    rest = _without_title(text, variables)
    if _REPORT.search(rest):
        return "report"
    if _FILM.search(rest):
        return "motion_picture"
    if has("URL") and not has("publisher"):
        return "webpage"
    return "book"


def _without_title(text: str, variables: Mapping[str, Value]) -> str:
    title = variables.get("title")
    return text.replace(title, "") if isinstance(title, str) and title else text
