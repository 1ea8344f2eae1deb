"""Albums of songs, and places of museums."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.model import Source, Value

_ALBUM = regex(r"(?i)\b(album|single|EP|mixtape|playlist|soundtrack)s?\b")
_DIGIT = regex(r"\d")


def with_album(source: Source) -> Source:
    """Read the series of a song as its album, and Discogs' "CD, Album" as an album.

    Zotero has no field for albums.

    >>> with_album(Source("x", "song", {"medium": "CD, Album"})).variables
    {'genre': 'Album'}
    """
    is_score = source.type == "musical_score"
    if source.type != "song" and not (is_score and source.text("container-title")):
        return source
    container, series = source.text("container-title"), source.text("collection-title")
    album = container or series
    words = f"{source.text('genre')} {source.text('medium')}"
    changed: dict[str, Value | None] = {"container-title": album}
    if not container:
        changed["collection-title"] = None
    found = _ALBUM.search(words)
    if found and not album and " by " not in words:  # "Album recorded by ..."
        kind = found[1] if found[1].isupper() else found[1].capitalize()
        changed |= {"genre": kind, "medium": None}
    return source.with_variables(changed, "song")


def with_place_of_museum(source: Source) -> Source:
    """Read a place in an archive without numbers as the place of the museum."""
    if source.type != "graphic":
        return source
    place = source.text("publisher-place")
    if place and source.text("publisher") and not source.text("archive"):
        return _with_museum(source, place)
    location = source.text("archive_location")
    if not location or _DIGIT.search(location) or source.text("archive-place"):
        return source
    changed = {"archive_location": None, "archive-place": location}
    return source.with_variables(changed)


def _with_museum(source: Source, place: str) -> Source:
    """Read the publisher of a picture and its place as the museum's."""
    museum: dict[str, Value | None] = {
        "archive": source.text("publisher"),
        "archive-place": place,
    }
    museum |= dict.fromkeys(["publisher", "publisher-place", "event-place"])
    return source.with_variables(museum)
