"""Find what follows the title: the container, the publisher and the place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from loccit._startup.regex import regex
from loccit.model import Span
from loccit.recognize.references.rules.draft import TAKEN, Draft
from loccit.recognize.references.rules.sentences import sentence_end
from loccit.recognize.references.rules.titles import italics, next_free
from loccit.recognize.segments import Label
from loccit.values.date_words import is_word_of_date
from loccit.values.us_states import STATES

_IN = regex(r"\b(?:in|aus|dans)\b:?\s+(?=\S)", re.IGNORECASE)
_CUE_WORDS = regex(
    r"[\s.,;:]*\b(?:in|from|at|available|retrieved|edited|doi)\b[\s.,:;]*",
    re.IGNORECASE,
)
_AT_THE_END = " \t\n.,;:()[]*–-|"
#: "New York: Wiley", "Cambridge, MA: MIT Press", "Treasure Island (FL): StatPearls".
_PLACE_FIRST = regex(
    r"(?P<place>[A-ZÀ-Þ][^\0:()“”\".?!]{1,30}(?:\.,?)?(?:,\s?[A-Z][^\0:()“”\"]{1,25})?(?:\s\([A-Z]{2}\))?)"
    r"\s?:\s+(?P<publisher>[A-ZÀ-Þ][^\0:]{1,80}?)(?=[.,;]?\s*(?:\0|$)|[,;(]\s?\0|\.\s[A-Z])"
)
PUBLISHER = regex(
    r"\b(?:press|publish\w*|books?|verlag|university|univ|inc|ltd|limited|co|sons|éditions?|editorial|editora|presses"
    r"|house|routledge|springer|elsevier|wiley|sage|pearson|mcgraw|penguin|palgrave|blackwell|macmillan|norton"
    r"|records|foundation|institut\w*|publications?|reilly|verso|associates|professional|jossey|erlbaum|addison|harper|knopf"
    r"|random|vintage|bacon|ministry|department|association|society|cengage|houghton|classics|media|council)\b",
    re.IGNORECASE,
)
_CONTAINER = regex(
    r"\b(?:journal|review|quarterly|annals|bulletin|proceedings|proc|conference|transactions|letters|magazine|archives"
    r"|symposium|workshop|zeitschrift|revue|revista|rivista|international|advances|frontiers|studies|research|times"
    r"|post|news|newsletter|blog|wikipedia|youtube|encyclop\w+|\w*rxiv|acta|notes|reports?|lancet|nature|science)\b",
    re.IGNORECASE,
)
#: What a subtitle begins with, or has in it, in languages that set it off by a stop.
_ARTICLE = regex(
    r"(?:Eine?|Der|Die|Das|Zur?|Zum|Über|Von|Une?|Les?|La|L['’]|Des?|Du|Pour|Essais?|An?|The"
    r"|El|Los|Las|Una?|Il|Lo|Uma?|O|Os)\b|\w[\w-]*(?: \w[\w-]*){0,3} (?:der|des|und|zur|von"
    r"|im|in|de|du|et|of|and|für|del|y|e|da|do)\s"
)
_NOT_OF_BOOKS: list[Label] = [
    "volume",
    "issue",
    "pages",
    "doi",
    "url",
    "note",
    "editor",
    "container-title",
]
#: How sure a title is with a subtitle after a stop.
_WITH_SUBTITLE = 0.8
#: "ICLR 2015", a conference.
_ACRONYM = regex(r"[A-Z]{3,}(?:\s?['’]?\d{2,4})?")
_WORD = regex(r"[^\W_]+")
_SHORTEST = 3


def find_imprint(draft: Draft, start: int) -> None:
    """Label the container, the publisher and its place after the title."""
    is_quoted = draft.text[start - 1 : start] in ("”", '"', "’", "»")
    _find_place_first(draft, start)
    if not is_quoted:
        start = _with_subtitle(draft, start)
    if not draft.first("container-title"):
        _find_container(draft, start, is_quoted)
    _find_publisher(draft, start)


def _with_subtitle(draft: Draft, start: int) -> int:
    """Add the sentence after the title of a book to it, if a publisher follows; return
    where the title ends then.

    In German and French a subtitle is after a full stop: "Meere. Eine Geschichte. Beck".
    """
    title = draft.first("title")
    if not title or title.end != start or draft.first(*_NOT_OF_BOOKS):
        return start
    pieces = [*islice(_pieces(draft, start), 2)]
    has_publisher = draft.first("publisher") is not None or len(pieces) > 1
    if not pieces or not has_publisher:
        return start
    words = draft.text[pieces[0].start : pieces[0].end]
    is_next = not draft.text[start : pieces[0].start].strip()
    if not is_next or not _is_subtitle(words):
        return start
    draft.segments.remove(title)
    draft.label("title", title.start, pieces[0].end, _WITH_SUBTITLE)
    return pieces[0].end


def _is_subtitle(words: str) -> bool:
    """Return whether words are a subtitle, not the name of a publisher or a journal."""
    if PUBLISHER.search(words) or _CONTAINER.search(words) or is_place(words):
        return False
    return _ARTICLE.match(words) is not None


def _find_place_first(draft: Draft, start: int) -> None:
    for found in _PLACE_FIRST.finditer(draft.free, start):
        if is_place(found["place"]) or PUBLISHER.search(found["publisher"]):
            draft.label_groups(found, 0.9)
            return


def _find_container(draft: Draft, start: int, is_quoted: bool) -> None:
    announced = _IN.match(draft.free, next_free(draft, start))
    if announced:
        draft.take(*announced.span())
    mark = next(_free_italics(draft, start), None)
    if mark:
        draft.label("container-title", mark.start, mark.end, 0.95)
        return
    piece = next(_pieces(draft, start), None)
    if piece and (announced or is_quoted or _is_container(draft, piece)):
        end = _end_of_container(draft, piece, is_quoted)
        draft.label("container-title", piece.start, end, 0.8)


def _free_italics(draft: Draft, start: int) -> Iterator[Span]:
    """Yield what is free of the stretches in italics after the title."""
    for mark in italics(draft, start - 1):
        taken = draft.free.find(TAKEN, mark.start, mark.end)
        end = _trimmed(draft, mark.start, mark.end if taken < 0 else taken)
        if end - mark.start >= _SHORTEST:
            yield Span(mark.start, end)


def _is_container(draft: Draft, piece: Span) -> bool:
    """Return whether the first words after a title name a journal, a site or a book."""
    text = draft.text[piece.start : piece.end]
    number = draft.first("volume", "issue")
    if number and number.start >= piece.end:
        return True
    if draft.first("publisher"):
        return False
    if PUBLISHER.search(text) and not _CONTAINER.search(text):
        return False
    if _ACRONYM.fullmatch(text):
        return True
    has_address = draft.first("doi", "url", "note", "pages") is not None
    return has_address or _CONTAINER.search(text) is not None


def _end_of_container(draft: Draft, piece: Span, is_quoted: bool) -> int:
    """Return where a container ends; MLA has the publisher after a comma."""
    comma = draft.text.find(", ", piece.start, piece.end)
    number = draft.first("volume", "issue")
    if comma < 0 or (number and number.start >= piece.end):
        return piece.end
    rest = draft.text[comma + 2 : piece.end]
    is_again = draft.text[piece.start : comma] == rest
    if is_again or PUBLISHER.search(rest) or is_place(rest):
        return comma
    return piece.end


def _find_publisher(draft: Draft, start: int) -> None:
    """Label the first of what is left as the publisher, with a place beside it."""
    if draft.first("publisher"):
        return
    for piece in _pieces(draft, start):
        if is_place(draft.text[piece.start : piece.end]):
            draft.label("place", piece.start, piece.end, 0.7)
        else:
            _label_publisher(draft, piece)
            return


def _label_publisher(draft: Draft, piece: Span) -> None:
    """Label a publisher, and the place before or after it."""
    before, comma, after = draft.text[piece.start : piece.end].partition(", ")
    first = Span(piece.start, piece.start + len(before))
    last = Span(piece.end - len(after), piece.end)
    if comma and is_place(before):
        draft.label("place", first.start, first.end, 0.8)
        draft.label("publisher", last.start, last.end, 0.8)
    elif comma and is_place(after):
        draft.label("publisher", first.start, first.end, 0.8)
        draft.label("place", last.start, last.end, 0.8)
    else:
        draft.label("publisher", piece.start, piece.end, 0.6)


def _pieces(draft: Draft, start: int) -> Iterator[Span]:
    """Yield the free sentences after the title."""
    for gap in draft.gaps(start):
        first = gap.start
        while first < gap.end:
            first = next_free(draft, first)
            if first >= gap.end:
                break
            end = sentence_end(draft.free, first, gap.end)
            trimmed = _trimmed(draft, first, end)
            if trimmed - first >= _SHORTEST and not _is_idle(draft, first, trimmed):
                yield Span(first, trimmed)
            first = max(end, first + 1)


def _is_idle(draft: Draft, start: int, end: int) -> bool:
    """Return whether words only announce, or are the day of a newspaper."""
    if _CUE_WORDS.fullmatch(draft.free, start, end):
        return True
    words = _WORD.findall(draft.free, start, end)
    return all(word.isdecimal() or is_word_of_date(word) for word in words)


def _trimmed(draft: Draft, start: int, end: int) -> int:
    while end > start and draft.text[end - 1] in _AT_THE_END:
        end -= 1
    if draft.text.count("(", start, end) > draft.text.count(")", start, end):
        return end + 1 if draft.text[end : end + 1] == ")" else end
    return end


def is_place(text: str) -> bool:
    """Return whether a text is a city where books are published, or has a state.

    >>> is_place("New York"), is_place("Thousand Oaks, CA"), is_place("Wiley")
    (True, True, False)
    """
    city, _, region = text.strip(" .").partition(",")
    if city.casefold() in _cities():
        return True
    region = region.strip(" .")
    return region in _regions() or (region.isupper() and len(region) == len("CA"))


@cache
def _cities() -> frozenset[str]:
    path = Path(__file__).with_name("cities.txt")
    return frozenset(
        line.strip().casefold() for line in path.read_text("utf-8").splitlines()
    )


@cache
def _regions() -> frozenset[str]:
    abbreviations = [name.rstrip(".") for name in STATES.values()]
    return frozenset([*STATES, *abbreviations, *_COUNTRIES])


_COUNTRIES = frozenset(
    "UK USA England Scotland Canada Germany France Netherlands Australia India Switzerland Italy Spain".split()  # noqa: SIM905
)
