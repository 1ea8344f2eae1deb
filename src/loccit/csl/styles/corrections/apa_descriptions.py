"""Say in brackets, parentheses and dates what kind of work it is, as APA 7 does.

Each function changes a source before it is rendered, where a style can't ask for it.
"""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.csl.locales.locale import Locale
from loccit.csl.text.numbers import is_numeric
from loccit.csl.text.sentence_case.convert import sentence_case
from loccit.model import DateParts, Source

#: APA's words for kinds of works that programs name otherwise.
_WORDS = {
    "app": "Mobile app",
    "computer program": "Computer software",
    "dataset": "Data set",
    "feature film": "Film",
    "mobile application": "Mobile app",
    "motion picture": "Film",
    "movie": "Film",
    "online video": "Video",
    "software": "Computer software",
    "source code": "Computer software",
    "streaming video": "Video",
    "video clip": "Video",
    "video recording": "Video",
    "youtube video": "Video",
}
#: Words for the material of pictures, and the word for their kind (section 10.14).
_MATERIALS = {
    "acrylic": "Painting",
    "albumen": "Photograph",
    "bronze": "Sculpture",
    "chalk": "Drawing",
    "charcoal": "Drawing",
    "chromogenic": "Photograph",
    "crayon": "Drawing",
    "daguerreotype": "Photograph",
    "fresco": "Painting",
    "gelatin": "Photograph",
    "gouache": "Painting",
    "graphite": "Drawing",
    "ink": "Drawing",
    "marble": "Sculpture",
    "oil": "Painting",
    "oils": "Painting",
    "paint": "Painting",
    "pencil": "Drawing",
    "photograph": "Photograph",
    "photographic": "Photograph",
    "plaster": "Sculpture",
    "tempera": "Painting",
    "terracotta": "Sculpture",
    "watercolor": "Painting",
    "watercolour": "Painting",
}
_KIND_OF_PICTURE = frozenset(
    ["painting", "photograph", "photographs", "sculpture", "drawing", "clip"]
)
#: Types whose kind in words is no part of their number.
_APART_FROM_NUMBER = frozenset(
    ["broadcast", "dataset", "graphic", "map", "motion_picture", "software", "song"]
)
#: "S3E12", "Season 3 Episode 12", "3x12"; and an episode alone.
_SEASON = regex(
    r"s(?:eason)? ?0*(\d+)[ ,.:]*e(?:p(?:isode)?)?\.? ?0*(\d+)|0*(\d+)x0*(\d+)",
    re.IGNORECASE,
)
#: A few words, each with a capital or small.
_SHORT_HEADLINE = regex(
    r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|a|an|and|of|on|the|to|with)){1,4}"
)
#: Types whose kinds are names, or are printed as they are typed.
_WITH_NAMES_OF_KINDS = frozenset(
    ["bill", "dataset", "legislation", "patent", "regulation", "report", "thesis"]
)
#: Kinds of works that are parts of a greater whole.
_PART = regex(
    r"\b(?:article|chapter|episode|essay|poem|short story|song)\b", re.IGNORECASE
)
_EPISODE = regex(r"(?:e(?:p(?:isode)?)?\.? ?)?0*(\d+)", re.IGNORECASE)
_TELEVISION = regex(r"\b(?:tv|television)\b", re.IGNORECASE)
_FILM = regex(r"film\b", re.IGNORECASE)
_FORUM = regex(r"forum", re.IGNORECASE)
_WORD = regex(r"(?:<[^<>]*>|[^\s<])+")
_LONGEST_POST = 20
_NUMBERED_PAGES = regex(r"(\w+):\d+[-–]+\1:\d+")
_PAGES_AFTER_NUMBER = regex(r"Article (\w+)(?:, (.*))?", re.IGNORECASE)
_MUSIC = frozenset(["", "song", "album", "single", "music album"])
_MATERIAL = regex(r"[^\W\d_]+")
_VERSION_WORD = regex(r"\b(?:version|release|build|edition|update)\b", re.IGNORECASE)


def kind_in_words_of_manual(source: Source, _locale: Locale) -> Source:
    """Call data "Data set", and a movie "Film" (sections 10.9 to 10.12)."""
    word = _WORDS.get(source.plain("genre").lower())
    if word is None or source.type not in _APART_FROM_NUMBER:
        return source
    return source.with_variables({"genre": word})


def description_in_sentence_case(source: Source, locale: Locale) -> Source:
    """Print "[Conference session]", though "Conference Session" was typed (9.22)."""
    if source.type in _WITH_NAMES_OF_KINDS or locale.language != "en":
        return source
    words = {name: source.text(name) for name in ("genre", "medium")}
    lowered = {
        name: sentence_case(text, "headline")
        for name, text in words.items()
        if _SHORT_HEADLINE.fullmatch(text)
    }
    return source.with_variables(lowered) if lowered else source


def review_of_part(source: Source, _locale: Locale) -> Source:
    """Mark a review of a part of a greater whole (section 10.7, example 69)."""
    if not source.text("reviewed-title"):
        return source
    if not _PART.search(source.text("reviewed-genre")):
        return source
    return source.with_variables({"reviewed-part": "true"})


def report_with_label(source: Source, _locale: Locale) -> Source:
    """Print "No." before the number of a report with letters, too (section 10.4)."""
    genre, number = source.text("genre"), source.text("number")
    if source.type != "report" or not genre or not number or is_numeric(number):
        return source
    if genre.lower().endswith(("no.", "number")) or not number[0].isdigit():
        return source
    return source.with_variables({"genre": f"{genre} No."})


def kind_apart_from_number(source: Source, _locale: Locale) -> Source:
    """Put the kind into brackets after the number: "(No. 443) [Audio podcast episode]"."""
    if source.type not in _APART_FROM_NUMBER or not source.text("number"):
        return source
    genre, medium = source.text("genre"), source.text("medium")
    words = "; ".join(filter(None, [genre, medium]))
    return source.with_variables({"genre": None, "medium": words})


def episode_in_words(source: Source, _locale: Locale) -> Source:
    """Write an episode of television as "Season 3, Episode 12" (section 10.12)."""
    if source.type != "broadcast" or not _TELEVISION.search(source.text("genre")):
        return source
    number = source.text("number")
    if found := _SEASON.fullmatch(number):
        season, episode = filter(None, found.groups())
        number = f"Season {season}, Episode {episode}"
    elif found := _EPISODE.fullmatch(number):
        number = f"Episode {found[1]}"
    return source.with_variables({"number": number})


def video_with_address(source: Source, _locale: Locale) -> Source:
    """Call a film with an address a video, unless it says that it is a film."""
    is_picture = source.type == "motion_picture" and bool(source.text("URL"))
    if not is_picture or source.text("genre") or source.text("medium"):
        return source
    return source.with_variables({"genre": "Video"})


def film_with_year(source: Source, _locale: Locale) -> Source:
    """Give a film its year alone (section 10.12, example 84)."""
    genre = source.text("genre")
    if source.type != "motion_picture" or (genre and not _FILM.search(genre)):
        return source
    return _with_year(source)


def _with_year(source: Source) -> Source:
    issued = source.date("issued")
    if issued is None or issued.start is None:
        return source
    year = replace(issued, start=DateParts(issued.start.year), end=None)
    return source.with_variables({"issued": year})


def music_with_year(source: Source, _locale: Locale) -> Source:
    """Give a song and an album their year alone (section 10.13)."""
    kind = source.plain("genre").lower().partition(" recorded by ")[0]
    if source.type != "song" or kind not in _MUSIC:
        return source
    return _with_year(source)


def picture_in_one_word(source: Source, _locale: Locale) -> Source:
    """Call an oil on canvas a painting, with its year alone (section 10.14)."""
    if source.type != "graphic":
        return source
    words = f"{source.plain('genre')} {source.plain('medium')}".lower()
    if not _KIND_OF_PICTURE.isdisjoint(words.split()):
        return _with_year(source)
    for material in _MATERIAL.findall(words):
        if material in _MATERIALS:
            kind = _MATERIALS[material]
            changed = source.with_variables({"medium": None, "genre": kind})
            return _with_year(changed)
    return source


def first_words_of_post(source: Source, _locale: Locale) -> Source:
    """Print the first 20 words of a post (section 10.15); a forum's posts have titles."""
    title = source.text("title")
    if source.type != "post" or _FORUM.search(source.text("genre")):
        return source
    words = list(_WORD.finditer(title))
    if len(words) <= _LONGEST_POST:
        return source
    short = title[: words[_LONGEST_POST - 1].end()]
    if short.count("<span") > short.count("</span"):
        short += "</span>"
    return source.with_variables({"title": short, "title-short": None})


def version_in_words(source: Source, _locale: Locale) -> Source:
    """Print "Mar 14 version" without the word before it."""
    version = source.text("version")
    if _VERSION_WORD.search(version):
        return source.with_variables({"version": None, "version-in-words": version})
    return source


def preprint_number(source: Source, _locale: Locale) -> Source:
    """Print an archive's identifier without "No." (section 10.8)."""
    number = source.text("number")
    if source.type != "article" or not number[:1].isalpha() or source.text("genre"):
        return source
    return source.with_variables({"number": None, "version-in-words": number})


def paper_in_book(source: Source, _locale: Locale) -> Source:
    """Read proceedings that a publisher brought out as a book (section 10.5).

    Those of a journal have a volume and no publisher.
    """
    if source.type != "paper-conference" or not source.text("container-title"):
        return source
    if not (source.text("publisher") or source.text("ISBN")):
        # A series of proceedings is no series of a journal.
        return source.with_variables({"collection-title": None})
    return _with_article_number(source).with_variables({"event-title": None}, "chapter")


def paper_that_was_given(source: Source, _locale: Locale) -> Source:
    """Call a paper in no proceedings a paper presentation (section 10.5, example 61)."""
    is_in_something = source.text("container-title") or source.text("publisher")
    if source.type != "paper-conference" or is_in_something:
        return source
    if source.text("genre") or not source.text("event-title"):
        return source
    return source.with_variables({"genre": "Paper presentation"})


def _with_article_number(source: Source) -> Source:
    """Print a paper's number before its pages: "(Article 412, pp. 1–13)".

    dblp has "412:1-412:13"; with the number alone the pages are the number.
    """
    number, pages = source.text("number"), source.text("page")
    if found := _NUMBERED_PAGES.fullmatch(pages):
        number, pages = found[1], ""
    elif found := _PAGES_AFTER_NUMBER.fullmatch(pages):
        number, pages = found[1], found[2] or ""
    if pages == number:
        pages = ""
    if not number:
        return source
    return source.with_variables(
        {"number": None, "version-in-words": f"Article {number}", "page": pages}
    )
