"""Words that are no names: "Figure", "January", "Beijing", "Olympics"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import Evidence
from loccit.recognize.citations.judge.words import words
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.citations.reading.locators import label_of
from loccit.recognize.typed_citation import Reason
from loccit.values.date_words import month_number
from loccit.values.given_names import is_given_name
from loccit.values.groups import is_group
from loccit.values.letter_case.english_words import is_english_word
from loccit.values.letter_case.proper_nouns import is_proper_noun, proper_nouns

_SHORTEST_ACRONYM, _LONGEST_ACRONYM = 2, 6
#: A word with digits, which names don't have; a court: "6th Cir.".
_DIGIT = regex(r"\d")
_WORD = regex(r"[^\W\d_]+")
_PLACE_WINDOW = 40
_OPENING = ('"', "“", "„", "«")
_CLOSING = regex(r"[,.]?[\"”“»]")
#: Fewer words are a slogan or a film; a title of more may be a work without an author.
_SHORTEST_TITLE = 5


def weigh(possible: Possible, essay: CitingEssay) -> Iterator[Evidence]:
    """Look at the words where the names of an unlisted work are."""
    cite = possible.cites[0]
    if not cite.names or cite.read is None:
        return
    first = cite.names[0]
    if not cite.year and _is_defined(first, possible.before):
        text = f"“{first}” abbreviates what is before"
        yield Evidence(-5.0, Reason("definition", text))
    if ":" in first and cite.read.is_literal and not cite.read.is_title:
        reason = Reason("publisher", "it is a place and a publisher, or the like")
        yield Evidence(-6.0, reason)
    if _is_within_quotes(possible):
        yield Evidence(-5.0, Reason("in-title", "it is within a title"))
    if not essay.lists(cite):
        evidence = _of_words(possible, cite, first)
        if evidence:
            yield evidence


def _of_words(possible: Possible, cite: PossibleCite, first: str) -> Evidence | None:
    typed = first.split() or [first]
    is_quoted = cite.read is not None and cite.read.is_title
    if _is_label(typed):
        text = f"“{typed[0]}” is a part of a document, or counted"
        return Evidence(-6.0, Reason("label", text))
    if _is_date(typed):
        return Evidence(-6.0, Reason("date", f"“{first}” is a part of a date"))
    if _is_event(typed) and not is_quoted:
        text = f"“{first}” is an event or the like"
        return Evidence(-4.0, Reason("event", text))
    if _is_place(possible, typed) and not is_group(first):
        text = f"“{first}” is a place, a people or the like"
        return Evidence(-4.0, Reason("place", text))
    if cite.read and cite.read.dated and not is_group(first):
        return Evidence(-2.0, Reason("exact-date", "it is a date"))
    if _plain(typed[-1]) in words().publishers:
        return Evidence(-3.0, Reason("publisher", f"“{first}” is a publisher"))
    if _is_abbreviation(first):
        weight = -1.5 if _has_comma(possible) else -2.5
        text = f"“{first}” is an abbreviation"
        return Evidence(weight, Reason("abbreviation", text))
    if _DIGIT.search(first) and not is_quoted:
        return Evidence(-3.0, Reason("digits", f"“{first}” has digits"))
    is_common = all(_is_common(name.split() or [name]) for name in cite.names)
    if is_common and not is_quoted and not is_group(first, certain=True):
        is_bare = len(typed) > 1 or not (_has_comma(possible) or _is_named(possible))
        weight = -1.5 if is_bare else -1.0
        if len(cite.names) > 1:
            weight = -2.5  # "Sense and Sensibility"
        text = f"“{first}” is a common word"
        return Evidence(weight, Reason("common-word", text))
    if _are_given_names(cite):
        reason = Reason("given-names", "they are first names")
        return Evidence(-2.0, reason)
    if _is_short_title(cite, typed):
        text = f"“{first}” is no person and no group"
        return Evidence(-2.0, Reason("short-title", text))
    return None


def _is_defined(short: str, before: str) -> bool:
    """Return whether letters abbreviate the words before them."""
    letters = "".join(filter(str.isupper, short))
    if len(letters) < len(short) / 2 or len(letters) < _SHORTEST_ACRONYM:
        return False
    last_words = before.replace("-", " ").split()[-2 * len(letters) :]
    initials = "".join(word.strip('(“"')[:1] for word in last_words).upper()
    return letters[0] in initials and letters[-1] in initials


def _is_within_quotes(possible: Possible) -> bool:
    """Return whether quotation marks are around the whole: “Doe's Letters (1937–46)”."""
    return (
        possible.before[-1:] in _OPENING and _CLOSING.match(possible.after) is not None
    )


def _is_label(typed: list[str]) -> bool:
    word = typed[0].rstrip(".").casefold()
    if word in words().counted or word.rstrip("s") in words().counted:
        return True
    return len(typed) > 1 and typed[1][:1].isdecimal() and label_of(word) is not None


def _is_date(typed: list[str]) -> bool:
    return any(
        month_number(word.strip(".,")) is not None and not word.isdecimal()
        for word in typed
        if word[:1].isupper()
    )


def _is_event(typed: list[str]) -> bool:
    ends = {_plain(typed[0]), _plain(typed[-1])} if len(typed) > 1 else set()
    return not ends.isdisjoint(words().events) or _plain(typed[-1]) in words().events


def _plain(word: str) -> str:
    return word.casefold().strip(".,'’")


def _is_common(typed: list[str]) -> bool:
    if len(typed) == 1:
        is_surname = typed[0] in proper_nouns().common_surnames
        return is_english_word(typed[0].lower()) and not is_surname
    is_person = is_given_name(typed[0]) or len(typed[0].rstrip(".")) == 1
    return not is_person and all(is_english_word(word.lower()) for word in typed)


def _are_given_names(cite: PossibleCite) -> bool:
    """Return whether all names are first names: "Thelma and Louise"."""
    surnames = proper_nouns().common_surnames
    return len(cite.names) > 1 and all(
        is_given_name(name) and name not in surnames for name in cite.names
    )


def _is_named(possible: Possible) -> bool:
    return possible.mode == "narrative"


def _has_comma(possible: Possible) -> bool:
    return possible.mode == "parenthetical" and "," in possible.text


def _is_place(possible: Possible, typed: list[str]) -> bool:
    last = typed[-1]
    if is_proper_noun(last) and last not in proper_nouns().authors:
        return True
    read = possible.cites[0].read
    end = read.start + len(read.names[0]) if read else 0
    return _ends_with_phrase(possible.passage.text[max(0, end - _PLACE_WINDOW) : end])


def _ends_with_phrase(text: str) -> bool:
    """Return whether a text ends with a proper noun of several words: "New Zealand"."""
    phrases = proper_nouns().phrases
    return any(
        text[word.start() :] in phrases.get(word[0], ())
        for word in _WORD.finditer(text)
    )


def _is_abbreviation(name: str) -> bool:
    return name.isupper() and len(name) <= _LONGEST_ACRONYM and name.isascii()


def _is_short_title(cite: PossibleCite, typed: list[str]) -> bool:
    read = cite.read
    if read is None or not read.is_literal or read.is_title:
        return False
    return len(typed) < _SHORTEST_TITLE and not is_group(read.names[0], certain=True)
