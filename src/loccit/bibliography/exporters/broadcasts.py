"""Episodes of podcasts, television and radio.

Zotero has a podcast's show in "Series Title", television's in "Program Title", and the
format of a file as the medium.  RIS has one type for songs, radio and podcasts.
"""

from __future__ import annotations

import re

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.exporters.genres import is_idle
from loccit.model import Source, Value


class _Show(NamedTuple):
    """The words for an episode of a kind of show, and for the whole of it."""

    episode: str
    whole: str


_PODCAST = _Show("Audio podcast episode", "Audio podcast")
_VIDEO_PODCAST = _Show("Video podcast episode", "Video podcast")
_TELEVISION = _Show("TV series episode", "TV series")
_RADIO = _Show("Radio broadcast", "Radio broadcast")

#: Variables in which a work may be called a podcast, or said to be on the radio.
_EVIDENCE = (
    "genre",
    "medium",
    "publisher",
    "container-title",
    "collection-title",
    "URL",
    "note",
)
_AUDIO_FILE = regex(r"(?:audio/)?(?:mp3|mpeg|m4a|aac|ogg|wav)(?: .*)?", re.I)
_VIDEO_FILE = regex(r"(?:video/)?(?:mp4|mov|m4v|avi)|video", re.I)
_PODCAST_WORD = regex(r"\bpodcasts?\b", re.I)
_RADIO_WORD = regex(r"\bradio\b|\bNPR\b", re.I)
#: Words that name no more than the kind of show.
_PLAIN = regex(
    r"(?:(?:audio|video|tv|television|radio) )?(?:podcast|series|show|program(?:me)?|broadcast)?(?: episode)?"
    r"|tv|television|radio|audio|episode|(?:podcast )?audio",
    re.I,
)
#: "S3E12", "Season 3 Episode 12", "3x12".
_SEASON = regex(
    r"s(?:eason)? ?0*(\d+)[ ,.:]*e(?:p(?:isode)?)?\.? ?0*(\d+)|0*(\d+)x0*(\d+)", re.I
)
_VAGUE = frozenset(["document", "webpage", "motion_picture", "song"])


def as_broadcast(source: Source) -> Source:
    """Give an episode its show, the word for its kind, and its number in words.

    >>> episode = {"title": "Doors", "collection-title": "Houses", "medium": "mp3"}
    >>> as_broadcast(Source("x", "broadcast", episode)).variables
    {'title': 'Doors', 'genre': 'Audio podcast episode', 'container-title': 'Houses'}
    """
    if source.type != "broadcast" and not _is_episode(source):
        return source
    container, series = source.text("container-title"), source.text("collection-title")
    show = container or series
    kind = _kind(source)
    values: dict[str, Value | None] = {
        "genre": _genre(source, kind, is_episode=bool(show or source.text("number"))),
        "medium": _medium(source),
        "container-title": show,
        "collection-title": series if container else None,
    }
    season, episode = source.text("volume"), source.text("number")
    if season.isdecimal() and episode.isdecimal():
        values |= {"number": f"S{season}E{episode}", "volume": None}
    return source.with_variables(values, "broadcast")


def _is_episode(source: Source) -> bool:
    """Return whether a record of another type is an episode."""
    if source.type not in _VAGUE:
        return False
    number = source.text("number")
    if _SEASON.fullmatch(number):
        return True
    if source.type == "motion_picture":  # RIS has the show as the series
        return bool(number and source.text("collection-title"))
    if source.type == "song" and _says(source, _RADIO_WORD):
        return True
    is_page = source.type == "webpage" and bool(source.text("container-title"))
    return bool(number) and not is_page and _says(source, _PODCAST_WORD)


def _says(source: Source, word: re.Pattern[str]) -> bool:
    return any(word.search(source.text(name)) for name in _EVIDENCE)


def _kind(source: Source) -> _Show:
    is_podcast = _says(source, _PODCAST_WORD) or _has_series_alone(source)
    medium = source.text("medium") or source.text("genre")
    if is_podcast or _AUDIO_FILE.fullmatch(medium):
        return _VIDEO_PODCAST if _VIDEO_FILE.fullmatch(medium) else _PODCAST
    return _RADIO if _says(source, _RADIO_WORD) else _TELEVISION


def _has_series_alone(source: Source) -> bool:
    """Return whether the show is where Zotero has that of a podcast."""
    if source.type != "broadcast" or source.text("container-title"):
        return False
    return bool(source.text("collection-title"))


def _genre(source: Source, kind: _Show, *, is_episode: bool) -> str:
    given = source.text("genre")
    says_kind = _PLAIN.fullmatch(given) or _AUDIO_FILE.fullmatch(given)
    if given and not says_kind and not is_idle("broadcast", given):
        return given
    return kind.episode if is_episode else kind.whole


def _medium(source: Source) -> str:
    """Return the medium unless it is the format of a file, or the kind once more."""
    medium = source.text("medium")
    is_file = _AUDIO_FILE.fullmatch(medium) or _VIDEO_FILE.fullmatch(medium)
    return "" if is_file or _PLAIN.fullmatch(medium) else medium
