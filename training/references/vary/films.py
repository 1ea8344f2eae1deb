"""Films, videos and podcasts."""

from __future__ import annotations

import random
from typing import NamedTuple

from loccit.model import Source
from loccit.model.source import Value


class _Kind(NamedTuple):
    """A kind of film or broadcast: its type, who made it, what it is called."""

    type: str
    role: str
    genre: str | None


_FILMS = (
    _Kind("motion_picture", "director", "Film"),
    _Kind("motion_picture", "director", None),
    _Kind("song", "host", "Audio podcast"),
    _Kind("broadcast", "executive-producer", "TV series"),
    _Kind("motion_picture", "producer", "Motion picture"),
    _Kind("motion_picture", "author", "Video"),
)
_STUDIOS = (
    "Warner Bros.",
    "Paramount Pictures",
    "Universal Pictures",
    "20th Century Fox",
    "Columbia Pictures",
    "Miramax",
    "Netflix",
    "HBO",
    "BBC",
    "PBS",
    "NPR",
    "YouTube",
    "Media Education Foundation",
    "Focus Features",
    "Studio Ghibli",
    "Metro-Goldwyn-Mayer",
    "Spotify",
    "Gimlet Media",
)


def film(source: Source, choice: random.Random) -> Source:
    """Return a film, podcast or video with a book's title and author."""
    kind = choice.choice(_FILMS)
    values: dict[str, Value | None] = {
        "author": None,
        kind.role: source.names("author")[:2],
        "genre": kind.genre,
        "publisher": choice.choice(_STUDIOS),
        "container-title": None,
    }
    return source.with_variables(values, kind.type)
