"""Words for the kind of a work: what they say of its type, and which say nothing.

Zotero's "Type", "Genre", "Medium", "Format", "System" and "Prog. Language" all become
CSL's `genre` and `medium`, which styles print in brackets.
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.model import Source

#: Types that say nothing of the kind of work.
_VAGUE = frozenset(["document", "manuscript", "webpage"])
#: The types that the last words of a genre mean: "Conference poster" is a speech.
_TYPES = {
    "album": "song",
    "app": "software",
    "blog post": "post-weblog",
    "computer program": "software",
    "data": "dataset",
    "data set": "dataset",
    "dataset": "dataset",
    "discussion paper": "report",
    "dissertation": "thesis",
    "documentary": "motion_picture",
    "drawing": "graphic",
    "film": "motion_picture",
    "infographic": "graphic",
    "keynote": "speech",
    "language model": "software",
    "lecture": "speech",
    "lecture notes": "speech",
    "map": "map",
    "mobile application": "software",
    "motion picture": "motion_picture",
    "movie": "motion_picture",
    "painting": "graphic",
    "photograph": "graphic",
    "podcast": "broadcast",
    "podcast episode": "broadcast",
    "policy brief": "report",
    "post": "post",
    "poster": "speech",
    "preprint": "article",
    "presentation": "speech",
    "r package": "software",
    "radio broadcast": "broadcast",
    "research report": "report",
    "sculpture": "graphic",
    "slides": "speech",
    "software": "software",
    "song": "song",
    "source code": "software",
    "speech": "speech",
    "status update": "post",
    "talk": "speech",
    "technical report": "report",
    "television broadcast": "broadcast",
    "thesis": "thesis",
    "tv series": "broadcast",
    "tweet": "post",
    "video": "motion_picture",
    "video game": "software",
    "webinar": "motion_picture",
    "working paper": "report",
}
#: Words of which one is in the genre of such a work if it names its kind; other genres
#: are those of a story, or the language of a program.
_KINDS = {
    "motion_picture": frozenset(
        [
            "advertisement", "clip", "commercial", "episode", "film", "interview", "lecture",
            "movie", "performance", "picture", "recording", "series", "speech", "talk",
            "trailer", "video", "webcast", "webinar",
        ]
    ),
    "software": frozenset(
        [
            "add-on", "apparatus", "app", "application", "assistant", "chatbot", "code",
            "database", "equipment", "game", "library", "model", "notebook", "package",
            "plugin", "program", "record", "script", "software", "system", "tool", "toolbox",
            "toolkit",
        ]
    ),
}  # fmt: skip
#: Carriers, formats of files and operating systems: references name none (APA 7,
#: section 9.22). `_FILLERS` are words that come with them.
_CARRIERS = frozenset(
    [
        "aac", "android", "avi", "blu-ray", "blu", "bluray", "cassette", "cd", "color",
        "compact", "csv", "digital", "download", "dvd", "ebook", "electronic", "epub",
        "flac", "hardcover", "html", "ios", "kindle", "linux", "lp", "m4a", "m4b", "m4v",
        "mac", "macos", "mkv", "mov", "mp3", "mp4", "mpeg", "mpg", "ogg", "online", "os",
        "paperback", "pdf", "print", "spss", "streaming", "text", "vhs", "vinyl", "wav",
        "web", "webm", "windows", "wmv", "xls", "xlsx", "zip",
    ]
)  # fmt: skip
_FILLERS = frozenset(
    [
        "and", "audio", "based", "disc", "file", "microsoft", "or", "platform", "ray",
        "video", "x",
    ]
)  # fmt: skip
#: Genres of films, as the Internet Movie Database has them.
_STORIES = frozenset(
    [
        "action", "adventure", "animation", "biography", "comedy", "crime", "drama",
        "family", "fantasy", "fi", "film-noir", "history", "horror", "musical", "mystery",
        "romance", "sci", "sci-fi", "short", "sport", "thriller", "war", "western",
    ]
)  # fmt: skip
_WITH_CARRIER = frozenset(
    ["book", "broadcast", "dataset", "motion_picture", "song", "software", "webpage"]
)
#: Databases' words for what CSL's type says already.
_TYPE_AGAIN = frozenset(
    [
        "academic journal",
        "article",
        "book",
        "book chapter",
        "book section",
        "book, section",
        "book, whole",
        "chapter",
        "conference paper",
        "conference proceedings",
        "e-book",
        "ebook",
        "electronic article",
        "electronic resource",
        "feature",
        "general information",
        "journal",
        "journal article",
        "magazine",
        "magazine article",
        "miscellaneous",
        "news",
        "newspaper",
        "newspaper article",
        "newspapers",
        "peer reviewed journal",
        "peer-reviewed journal",
        "scholarly journal",
        "text",
        "web page",
        "web site",
        "webpage",
        "website",
        "website content",
    ]
)
_WORD = regex(r"[a-z][\w-]*")


def with_type_of_genre(source: Source) -> Source:
    """Give a work of a vague type the type that its genre names.

    >>> with_type_of_genre(Source("x", "document", {"genre": "Conference poster"})).type
    'speech'
    """
    if source.type not in _VAGUE:
        return source
    genre = source.plain("genre")
    if not genre:
        return source
    type_ = type_of(genre)
    return source.with_variables({}, type_) if type_ else source


def type_of(genre: str) -> str | None:
    """Return the CSL type that the last words of a genre mean.

    >>> type_of("Computer software"), type_of("Essay")
    ('software', None)
    """
    words = genre.lower().split()
    for count in (2, 1):
        type_ = _TYPES.get(" ".join(words[-count:]))
        if type_ is not None:
            return type_
    return None


def without_idle_genre(source: Source) -> Source:
    """Omit what names no kind of work: a story's genre, a carrier, a database's word.

    >>> film = {"genre": "Drama, Crime", "medium": "DVD"}
    >>> without_idle_genre(Source("x", "motion_picture", film)).variables
    {}
    """
    genre, medium = source.plain("genre"), source.plain("medium")
    if genre and is_idle(source.type, genre):
        source = source.with_variables({"genre": None})
    is_again = medium.lower() == source.plain("genre").lower()
    if medium and (is_again or _is_carrier(source.type, medium)):
        source = source.with_variables({"medium": None})
    return source


def is_idle(type_: str, genre: str) -> bool:
    """Return whether a genre names no kind of such a work.

    >>> is_idle("motion_picture", "Drama"), is_idle("motion_picture", "Short film")
    (True, False)
    """
    if type_ == "document" and _words(genre) <= _STORIES:
        return True
    if type_ == "post-weblog" and "blog" in genre.lower():
        return True
    if genre.lower() in _TYPE_AGAIN or _is_carrier(type_, genre):
        return True
    kinds = _KINDS.get(type_)
    return kinds is not None and kinds.isdisjoint(_words(genre))


def _is_carrier(type_: str, words: str) -> bool:
    found = set(_WORD.findall(words.lower())) - _FILLERS
    return type_ in _WITH_CARRIER and bool(found) and found <= _CARRIERS


def _words(text: str) -> set[str]:
    """Return the words of a text, and their singulars."""
    words = _WORD.findall(text.lower())
    return {*words, *[word.removesuffix("s") for word in words]}
