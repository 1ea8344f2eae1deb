"""Find the authors and the title, which begin a reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from loccit._startup.regex import regex
from loccit.essays.paragraph import Mark
from loccit.recognize.references.rules.author_before_date import (
    is_author_before_date,
    is_title_before_date,
)
from loccit.recognize.references.rules.draft import CERTAIN, TAKEN, Draft
from loccit.recognize.references.rules.names import (
    EDITORS_AFTER,
    are_inverted,
    are_people,
    is_full_name,
)
from loccit.recognize.references.rules.sentences import sentence_end
from loccit.values.groups import is_group

#: A title in quotation marks of any kind; an apostrophe ends none.
_QUOTED = [
    regex(r"“(?P<title>(?:[^“”\0]|“[^“”\0]{1,80}”){3,400})”(?=[\s,.;:(\0]|$)"),
    regex(r"„(?P<title>[^„“”\0]{3,400})[“”](?=[\s,.;:(\0]|$)"),
    regex(r"\"(?P<title>[^\0\"]{3,400}?)\"(?=[\s,.;:(\0]|$)"),
    regex(r"(?<=[\s(\0])‘(?P<title>[^\0]{3,400}?)’(?=[,.]?[\s\0]|$)"),
    regex(r"(?<=[\s(\0])'(?P<title>[^\0]{3,400}?)'(?=[,.]?[\s\0]|$)"),
    regex(r"«\s?(?P<title>[^\0»]{3,400}?)\s?»"),
]
_BY = regex(
    r"(?P<title>[^\0]{2,300}?)[,.]?\sby\s(?P<author>[A-Z][^\0(]*?)"
    r"(?:,\s(?P<publisher_>[^,\0()]*(?:Press|Books?|Classics|Penguin|Publish\w+)[^,\0()]*))?"
    r"(?:\s?\((?P<publisher>[^()\0]+?)[,\s\0]*\))?[\s.\0]*$"
)
#: An address, or what announces one.
_ADDRESS = regex(
    r"(?:https?:|www\.|doi|available|retrieved|accessed|url)", re.IGNORECASE
)
#: After the italics of a whole title; "*Emma* and" goes on.
_AFTER_ITALICS = regex(r"\s*,\s|\s(?=[A-ZÀ-Þ])")
_WORDS = regex(r"[^\W\d_]{2}")
_YEAR_AT_END = regex(r"\([^()]*\d{4}\)[\s.]*$")
#: "Lessing, Gotthold Ephraim: Nathan der Weise", as German styles have it.
_BEFORE_COLON = regex(
    r"\s*(?P<author>[^\0:,]{2,60},[^\0:.“„‘'\"()\[\]]{2,200}?):\s(?=[A-ZÀ-Þ„“\"»])"
)
#: Where the authors may end: at a stop, and at a comma in styles that have no stops.
_STOP = regex(r"\.(?=\s|$)|\bal\.(?=\w)")
_COMMA = regex(r",\s|$")
_SKIPPED = frozenset(f"{TAKEN} \t\n.,;:()[]*|")
#: What italics set apart that is no title.
_IDLE_ITALICS = frozenset(["et al.", "et al", "in", "in:", "and", "&"])
_SHORTEST_TITLE = 3
#: How many places are tried at which the authors may end; each reads all names again.
_MOST_ENDS = 80


def find_authors(draft: Draft) -> int:
    """Label the authors, or the editors in their place; return where they end."""
    if draft.first("author", "title") or _find_title_by_author(draft):
        return 0
    colon = _BEFORE_COLON.match(draft.free)
    if colon and are_inverted(colon["author"]):
        draft.label_groups(colon, CERTAIN)
        return colon.end()
    end = _end_of_authors(draft)
    if end and is_title_before_date(draft, end):
        return 0
    editors = EDITORS_AFTER.search(draft.free, 0, end)
    if editors and editors.start() > 0:
        draft.label("editor", 0, editors.start(), 0.95)
        draft.take(0, end)
    elif end:
        is_certain = is_author_before_date(draft, end)
        draft.label("author", 0, end, CERTAIN if is_certain else 0.9)
    return end


def find_title(draft: Draft, start: int) -> int:
    """Label the title; return where it ends."""
    title = draft.first("title")
    if title:
        return title.end
    start = next_free(draft, start)
    quoted = _first_quoted(draft, start)
    if quoted and next_free(draft, start) == next_free(draft, quoted.start()):
        draft.label("title", *quoted.span("title"), 0.97)
        draft.take(*quoted.span())
        return quoted.end()
    end = _end_of_title(draft, start)
    draft.label("title", start, end, _certainty(draft, start, end))
    return end


def _ends_with_italics(draft: Draft, start: int, end: int) -> bool:
    """Return whether a title is all that is in italics: a comma follows, or, in styles
    without stops, a publisher, as in "1996 *Seas of Old* MIT Press".
    """
    mark = next(italics(draft, start - 1), None)
    if mark is None or mark.start > start + 1 or mark.end != end:
        return False
    date = draft.first("date")
    follows_year = date is not None and not draft.text[date.end : start].strip()
    after = _AFTER_ITALICS if follows_year else _COMMA
    return after.match(draft.text, end) is not None


def _certainty(draft: Draft, start: int, end: int) -> float:
    """Return how sure a title is: there is no other place for one after "Title by", in
    italics, nor between a date in brackets and an address.
    """
    author, date = draft.first("author"), draft.first("date")
    if author and author.start > start:
        return CERTAIN
    if _ends_with_italics(draft, start, end):
        return CERTAIN
    if author is None and is_title_before_date(draft, end):
        return CERTAIN
    has_more = _WORDS.search(draft.free, end) or draft.first("volume", "issue", "pages")
    if author and date and not has_more:
        between = draft.text[date.end : start].strip()
        return 0.97 if between[:1] in (")", "]") else 0.85
    return 0.85


def italics(draft: Draft, start: int = 0) -> Iterator[Mark]:
    """Yield the stretches in italics from a place on that may be titles."""
    for mark in sorted(draft.marks, key=lambda each: each.start):
        words = draft.text[mark.start : mark.end].strip().lower()
        is_long = len(words) >= _SHORTEST_TITLE and words not in _IDLE_ITALICS
        if mark.kind == "emphasis" and mark.start >= start and is_long:
            yield mark


def next_free(draft: Draft, start: int) -> int:
    """Return where the next free word begins."""
    while start < len(draft.free) and draft.free[start] in _SKIPPED:
        start += 1
    return start


def _find_title_by_author(draft: Draft) -> bool:
    """Label "Emma by Jane Austen", as people type who know no style."""
    by = _BY.match(draft.free)
    has_year = draft.first("date") is not None
    is_at_end = _YEAR_AT_END.search(draft.text) is not None
    if not by or (has_year and not is_at_end) or not are_people(by["author"]):
        return False
    draft.label_groups(by, CERTAIN)
    return True


def _end_of_authors(draft: Draft) -> int:
    """Return where the people end that a reference begins with; 0 if with a title."""
    limit = _limit_of_authors(draft)
    head = draft.free[:limit].rstrip(" (")
    if are_people(head) and not _has_title_to_be(draft, limit):
        return len(head)
    end = 0
    for found in islice(_STOP.finditer(head), _MOST_ENDS):
        if are_people(head[: found.end()]):
            end = found.end()
        elif end:
            break
    if not end and is_author_before_date(draft, len(head)):
        return len(head)
    return end or _end_at_comma(head)


def _has_title_to_be(draft: Draft, limit: int) -> bool:
    """Return whether the title must be in the words before a place, since an address
    and no more than what announces it is there.
    """
    after = draft.text[limit:]
    return _ADDRESS.match(after) is not None


def _limit_of_authors(draft: Draft) -> int:
    """Return where the authors end at the latest: at the first part, title or italics."""
    taken = draft.free.find(TAKEN)
    limits = [len(draft.free) if taken < 0 else taken]
    quoted = _first_quoted(draft, 0)
    if quoted:
        limits.append(quoted.start())
    limits += [mark.start for mark in italics(draft)]
    return min(limits)


def _end_at_comma(head: str) -> int:
    """Return where the people end in a reference with commas between its parts."""
    end = 0
    for found in islice(_COMMA.finditer(head), _MOST_ENDS):
        before = head[: found.start()]
        name = before[end:]
        is_one = is_full_name(name) or is_group(name, certain=True)
        if not are_people(before) or not is_one:
            break
        end = found.start()
    return end


def _first_quoted(draft: Draft, start: int) -> re.Match[str] | None:
    """Return the first stretch in quotation marks."""
    found = [pattern.search(draft.free, start) for pattern in _QUOTED]
    return min(filter(None, found), key=lambda each: each.start(), default=None)


def _end_of_title(draft: Draft, start: int) -> int:
    """Return where a title without quotation marks ends."""
    text = draft.free
    taken = text.find(TAKEN, start)
    limit = len(text) if taken < 0 else taken
    mark = next(italics(draft, start - 1), None)
    if mark and mark.start <= start + 1:
        return min(mark.end, limit)
    end = sentence_end(text, start, limit)
    if mark and start < mark.start <= end:
        return mark.start
    if text[end - 1 : end] in (".", "?", "!") and end < len(text.rstrip()):
        return end
    edition = draft.first("edition")
    if edition and edition.start - end == len("(") and end == limit:
        return end
    comma = text.rfind(", ", start, max(start, end - 2))
    return comma if comma > start else end
