"""Separate the people of a list, however their names are typed.

A list is taken apart at its separators; then the pieces are put together to names.
Initials follow the surname before them ("Doe, J., Roe, R."), a single word is followed
by given names ("Doe, Jo"), and a piece of several words is a whole name ("Jo Doe"), so
that lists may mix the orders, as Chicago's and EndNote's do ("Doe, J., R. Roe, and Al
Poe").  The "and" in the name of a group separates nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.values.given_names import is_given_name
from loccit.values.groups import LEGAL_FORM, is_group, may_be_task
from loccit.values.names import is_suffix
from loccit.values.people.one_name import has_initials, is_initials
from loccit.values.people.pieces import (
    Piece,
    between_semicolons,
    pieces_of,
    without_others,
)

#: A role in brackets or at the end, which says what the people before it did.
_ROLE_WORDS = (
    r"(?:(?:co-?|executive |guest )?(?:eds?|editors?|hrsg|hg|dirs?|directors?|producers?"
    r"|writers?|authors?|trans|tr|translators?|comps?|compilers?|hosts?|narrators?"
    r"|performers?|artists?|speakers?|presenters?|composers?|creators?|illustrators?)\b"
    r"[.,\s&/]*(?:and )?)+"
)
_ROLE = regex(rf",?\s*[(\[]\s*{_ROLE_WORDS}[)\]]|,\s*{_ROLE_WORDS}$", re.IGNORECASE)
#: An acronym after the name of a group.
_ACRONYM = regex(r"\s*[(\[](?:[A-Z][\w&.-]{0,11}[A-Z]|@[\w.]+)(?:[)\]]\.?|$)")
_SPACES = regex(r"\s+")
#: "Doe JA, Roe R."
_UNDOTTED = regex(r"[^\W\d_]{2} [A-Z]{1,4},")
_LEGAL_FORM = regex(rf"{LEGAL_FORM}|P\.?C\.?|LLP|S\.A\.|AG|Co\.?")
#: "Mutual Aid LA" is a group, or a person as databases write one: "Le Guin UK".
_MAY_BE_GROUP = regex(r"[A-Z][^\W\d_]+ [A-Z][^,]* [A-Z]{2,3}")
#: What is written between the pieces of a group's name.
_AS_TYPED = {"word": " and ", "ampersand": " & ", "soft": " y ", "comma": ", "}
_PAIR = 2
#: How many pieces the next name may have, with all that belongs to a group's.
_WINDOW = 8
#: No list of authors is longer; the longest have some 5,000 names.
_LONGEST = 100_000


class ListedName(NamedTuple):
    """A name in a list, as it is typed: "Doe, Jo", "Jo Doe", or a group's."""

    text: str
    is_group: bool = False


class PeopleList(NamedTuple):
    """The names of a list.

    Attributes:
        names: as they are typed.
        has_others: whether "et al." or dots say that there are more.
        is_clear: whether no other reading is likely.
    """

    names: tuple[ListedName, ...] = ()
    has_others: bool = False
    is_clear: bool = True


class _Taken(NamedTuple):
    """A name that was put together, and how many pieces were used for it."""

    name: ListedName
    used: int = 1
    is_clear: bool = True


def split_people(text: str) -> PeopleList:
    """Separate the people of a list.

    >>> [name.text for name in split_people("Doe, J., R. Roe & Poe, Al").names]
    ['Doe, J.', 'R. Roe', 'Poe, Al']
    >>> split_people("Bill & Melinda Gates Foundation").names
    (ListedName(text='Bill & Melinda Gates Foundation', is_group=True),)
    >>> split_people("Alexander & Jimenez").is_clear
    False
    """
    text = _ROLE.sub("", _SPACES.sub(" ", text[:_LONGEST]).strip())
    bare, has_others = without_others(text)
    if _UNDOTTED.search(bare):
        bare = bare.rstrip(".")  # the stop ends the list, not the last initial
    parts = between_semicolons(_ACRONYM.sub("", bare).strip(" ,;"))
    if len(parts) == 1:
        found = _separated(parts[0])
        return found._replace(has_others=has_others)
    names = [name for part in parts for name in _between_semicolons(part)]
    return PeopleList(tuple(names), has_others)


def _between_semicolons(part: str) -> Sequence[ListedName]:
    """Return the name that two semicolons enclose, or several."""
    pieces = pieces_of(part)
    if len(pieces) == 2 and pieces[1].follows == "comma" and not is_group(part):
        return [ListedName(", ".join([piece.text for piece in pieces]))]
    return _separated(part).names


def _separated(text: str) -> PeopleList:
    """Separate the people of a list without semicolons."""
    pieces = pieces_of(text)
    if not pieces:
        return PeopleList()
    if _is_one_group(text, pieces):
        return PeopleList((ListedName(text, True),))
    if _are_surnames(pieces):
        names = tuple([ListedName(piece.text) for piece in pieces])
        has_ampersand = any(piece.follows == "ampersand" for piece in pieces)
        return PeopleList(names, is_clear=not has_ampersand)
    return _assembled(pieces)


def _is_one_group(text: str, pieces: Sequence[Piece]) -> bool:
    """Return whether a list is the name of one group, which its separators belong to."""
    if len(pieces) == 1:
        return _is_group(pieces[0])
    if _LEGAL_FORM.fullmatch(pieces[-1].text) and is_group(text):
        return True
    if not any(is_group(piece.text) for piece in pieces):
        return False
    if any(is_initials(piece.text) for piece in pieces):
        return False
    tasks = [may_be_task(piece.text) for piece in pieces[1:]]
    if all(is_group(piece.text) for piece in pieces) and not any(tasks):
        # "Harvard University, Department of Education", but three are a list.
        return len(pieces) == 2 and pieces[1].follows == "comma"
    return not any(map(_is_person, pieces))


def _is_person(piece: Piece) -> bool:
    """Return whether a piece beside a group is clearly a person."""
    first, _, _ = piece.text.partition(" ")
    if is_group(piece.text, certain=True):
        return False
    return has_initials(piece.text) or (piece.word_count > 1 and is_given_name(first))


def _are_surnames(pieces: Sequence[Piece]) -> bool:
    """Return whether a list has only surnames: "Clem, Greenberg, and Olander"."""
    if any(piece.word_count > 1 or is_initials(piece.text) for piece in pieces):
        return False
    commas = [piece.follows == "comma" for piece in pieces]
    is_even = len(commas) % 2 == 0
    are_pairs = is_even and all(commas[1::2]) and not any(commas[0::2])
    if are_pairs or all(commas[1:]):
        return len(pieces) == 1  # each has a given name, or nothing shows the last one
    after_commas = [piece.text for piece in pieces if piece.follows == "comma"]
    return not any(map(is_given_name, after_commas))


def _assembled(pieces: Sequence[Piece]) -> PeopleList:
    """Put pieces together to names, from the first to the last."""
    names: list[ListedName] = []
    is_clear, start = True, 0
    are_inverted = _are_inverted(pieces)
    while start < len(pieces):
        window = pieces[start : start + _WINDOW]
        is_alone = len(pieces) == len(window) == _PAIR
        taken = _inverted(window) if are_inverted else _first_name(window, is_alone)
        names.append(taken.name)
        is_clear = is_clear and (taken.is_clear or _are_full(pieces))
        start += taken.used
    return PeopleList(tuple(names), is_clear=is_clear)


def _are_full(pieces: Sequence[Piece]) -> bool:
    """Return whether a list has so many full names that no piece is a given name."""
    return len(pieces) > 2 and all(piece.word_count > 1 for piece in pieces)


def _are_inverted(pieces: Sequence[Piece]) -> bool:
    """Return whether each name has one comma, and conjunctions are between names."""
    kinds = [piece.follows == "comma" for piece in pieces]
    is_regular = len(kinds) > 2 and len(kinds) % 2 == 0
    return is_regular and all(kinds[1::2]) and not any(kinds[0::2])


def _first_name(window: Sequence[Piece], is_alone: bool) -> _Taken:
    """Put the first name of the pieces together.

    Args:
        is_alone: whether the two pieces are all of the list.
    """
    after = _after_commas(window)
    if after and is_initials(after[0]):
        return _inverted(window)
    if _has_suffix_second(window[0], after):
        return _Taken(ListedName(", ".join([window[0].text, *after[:2]])), 3)
    if _is_group(window[0]):
        return _group(window)
    if (
        after
        and not is_suffix(after[0])
        and _is_surname(*window[:2], is_alone=is_alone)
    ):
        return _inverted(window)
    return _given_first(window)


def _has_suffix_second(first: Piece, after: Sequence[str]) -> bool:
    """Return whether a suffix is between surname and given names: "Doe, Jr., J."."""
    if len(after) < 2 or not is_suffix(after[0]):
        return False
    return first.word_count == 1 or is_initials(after[1])


def _after_commas(window: Sequence[Piece]) -> list[str]:
    """Return the pieces that follow the first one after commas."""
    texts = []
    for piece in window[1:]:
        if piece.follows != "comma":
            break
        texts.append(piece.text)
    return texts


def _is_group(piece: Piece) -> bool:
    if piece.text.startswith("{") and piece.text.endswith("}"):
        return piece.word_count == 1
    return is_group(piece.text) and not _is_person(piece)


def _is_surname(first: Piece, second: Piece, *, is_alone: bool) -> bool:
    """Return whether the first piece is a surname, and the second the given names."""
    if first.word_count == 1:
        return first.text.upper() != first.text.lower()  # no Chinese name
    if has_initials(first.text):
        return False
    if second.word_count == 1 or first.text[0].islower():
        return True
    if not is_alone:
        return False
    given, _, _ = first.text.partition(" ")
    following, _, _ = second.text.partition(" ")
    return is_given_name(following) and not is_given_name(given)


def _inverted(window: Sequence[Piece]) -> _Taken:
    """Take a surname and its given names, and a suffix after them."""
    after = _after_commas(window)
    parts = [window[0].text, *after[:1]]
    rest = after[1:]
    if rest and is_suffix(rest[0]):
        parts.append(rest.pop(0))
    # "Doe, Jo, Roe, Al" may be two people or four.
    is_clear = is_initials(parts[-1]) or not rest or " " in rest[0]
    return _Taken(ListedName(", ".join(parts)), len(parts), is_clear)


def _given_first(window: Sequence[Piece]) -> _Taken:
    """Take a whole name in the order in which people say it."""
    text, after = window[0].text, _after_commas(window)
    is_certain = has_initials(text) or len(window) != 2 or not after
    is_clear = is_certain and not _MAY_BE_GROUP.fullmatch(text)
    if after and is_suffix(after[0]):
        return _Taken(ListedName(f"{text}, {after[0]}"), 2)
    return _Taken(ListedName(text), is_clear=is_clear)


def _group(window: Sequence[Piece]) -> _Taken:
    """Take the name of a group, with the pieces that belong to it."""
    count = 1
    while count < len(window) and _belongs_to_group(window[count:]):
        count += 1
    text = window[0].text
    for piece in window[1:count]:
        text += _AS_TYPED[piece.follows] + piece.text
    return _Taken(ListedName(text, True), count)


def _belongs_to_group(window: Sequence[Piece]) -> bool:
    """Return whether a piece continues the name of the group before it."""
    piece, after = window[0], _after_commas(window)
    if may_be_task(piece.text) or _LEGAL_FORM.fullmatch(piece.text):
        return True
    if piece.follows == "comma" or is_group(piece.text):
        return False
    return piece.word_count == 1 and not after
