"""The head of a cite within brackets: everything before its year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.recognize.citations.lexicon import Lexicon
from loccit.recognize.citations.reading.groups import is_one_group, is_person
from loccit.recognize.citations.reading.names import NamesRead, plain_name
from loccit.recognize.citations.reading.secondary import is_secondary
from loccit.recognize.citations.reading.tokens import Token, tokens_of
from loccit.recognize.citations.reading.words import ET_AL, words
from loccit.values.date_words import month_number

_LONGEST = 400
_AROUND = " \n\t\u00a0,:;.…*_"
_ET_AL_AT_END = regex(rf"[,\s]*{ET_AL}\Z", re.IGNORECASE)
_ABBREVIATED_SIGNAL = regex(
    r"\s*(?:e\.\s?g\.|i\.\s?e\.|cf\.|z\.\s?B\.|vgl\.|bspw\.|p\.\s?ex\.|p\.\s?ej\.|s\.\s?a\.)"
    r"[,:]?\s*",
    re.IGNORECASE,
)
_PERSONAL = regex(
    r"[,\s(]+(?:personal\s(?:communication|interview|correspondence|conversation|e-?mail)"
    r"|pers\.?\scomm(?:un)?\.?|private\scommunication|persönliche\s(?:Mitteilung"
    r"|Kommunikation)|communication\spersonnelle|comunicación\spersonal"
    r"|e-?mail(?=\s*(?:,|\Z)|\sto\b)|(?:letter|interview)(?=\s*,|\s(?:to|with)\b)"
    r"|comunicazione\spersonale|comunicação\spessoal|persoonlijke\scommunicatie)\b",
    re.IGNORECASE,
)
_DATE_AT_END = regex(
    r"[,\s]+(?:(\d{1,2})\.?\s)?([^\W\d_]{3,}\.?)(?:\s(\d{1,2})(?:st|nd|rd|th)?)?\Z"
)
_QUOTED = regex(r"[\"“„«‘']([^\"“”„«»]{2,200})[\"”“»’'][.,]?\Z")
_LONGEST_LITERAL = 25
_SEPARATORS = frozenset(",;/")


def read_head(text: str, start: int, end: int, lexicon: Lexicon) -> NamesRead | None:
    """Read the names before a year, and what is before them.

    Returns:
        None if there are no names.
    """
    if end - start > _LONGEST:
        return None
    signal = _ABBREVIATED_SIGNAL.match(text, start, end)
    first = signal.end() if signal else start
    end = _stripped(text, first, end)
    dated = False
    personal = _PERSONAL.search(text, first, end)
    if personal:
        end = _stripped(text, first, personal.start())
    else:
        whole, end = end, _without_date(text, first, end)
        dated = end < whole
    et_al = _ET_AL_AT_END.search(text, first, end)
    if et_al:
        end = _stripped(text, first, et_al.start())
    read = _names(text, first, end, lexicon)
    if read is None:
        return None
    prefix = _prefix(text[start : read.start])
    return read._replace(
        et_al=et_al is not None,
        prefix=prefix,
        personal=personal is not None,
        dated=dated,
        secondary=is_secondary(prefix),
    )


def is_personal(text: str, start: int, end: int) -> bool:
    """Return whether a stretch names a personal communication."""
    return _PERSONAL.search(text, start, end) is not None


def _prefix(before: str) -> str:
    """Return the words before names, without what joins them to another cite."""
    prefix = before.strip(_AROUND.replace(".", ""))
    return "" if prefix in words().conjunctions else prefix


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _AROUND:
        if text[end - 1] == "." and _ends_with_abbreviation(text, end):
            break
        end -= 1
    return end


def _ends_with_abbreviation(text: str, end: int) -> bool:
    return text[max(0, end - 3) : end] in (" A.", "al.", "Jr.", "Sr.")


def _without_date(text: str, start: int, end: int) -> int:
    """Leave out the day and month of a newspaper's date."""
    found = _DATE_AT_END.search(text, max(start, end - 30), end)
    if not found or month_number(found[2]) is None or found.start() <= start:
        return end
    has_day = found[1] or found[3]
    if not has_day and _leads_to_name(text, start, found.start()):
        return end
    return _stripped(text, start, found.start())


def _leads_to_name(text: str, start: int, end: int) -> bool:
    """Return whether the word for a month is a name after such words: "and" joins it to
    another, or no name is before it, as in "as defined by May".
    """
    before = [*tokens_of(text, start, end)]
    names = [each for each in before if each.is_capital and not _is_signal(each)]
    return not names or before[-1].is_and


def _is_signal(token: Token) -> bool:
    return token.text.rstrip(".") in words().signals


def _names(text: str, start: int, end: int, lexicon: Lexicon) -> NamesRead | None:
    if quoted := _QUOTED.search(text, start, end):
        return _with_title(text, start, quoted, lexicon)
    tokens = [*tokens_of(text, start, end)]
    first = _first_of_names(text, tokens, end, lexicon)
    tokens = tokens[first:]
    if not tokens:
        return None
    return _people_or_literal(text, tokens, lexicon)


def _with_title(
    text: str, start: int, quoted: re.Match[str], lexicon: Lexicon
) -> NamesRead:
    """Read a title between quotation marks, and the name that may be before it."""
    title = quoted[1].strip(_AROUND)
    before = _stripped(text, start, quoted.start())
    read = _names(text, start, before, lexicon) if before > start else None
    if read and lexicon.is_person(read.names[0]):
        return read._replace(title=title)
    return NamesRead(quoted.start(), (title,), is_title=True, is_literal=True)


def _first_of_names(
    text: str, tokens: Sequence[Token], end: int, lexicon: Lexicon
) -> int:
    """Return the number of the token where names begin, after words like "see"."""
    for number, token in enumerate(tokens):
        following = tokens[number + 1] if number + 1 < len(tokens) else None
        if token.is_capital and (following is None or not _is_signal(token)):
            return number
        if token.text[0].isdecimal() and following and following.is_capital:
            return number
        if _is_surname_in_small(text, token, following, end, lexicon):
            return number
    return len(tokens)


def _is_surname_in_small(
    text: str, token: Token, following: Token | None, end: int, lexicon: Lexicon
) -> bool:
    """Return whether a word in small letters begins a name: "van Gogh", "bell hooks"."""
    small = token.text.casefold()
    if following and token.is_particle and _begins_name(following):
        is_doubtful = small in words().doubtful_particles
        return not is_doubtful or lexicon.has_phrase(text[token.start : end])
    return token.is_word and lexicon.has_phrase(text[token.start : end])


def _begins_name(token: Token) -> bool:
    return token.is_capital or token.is_particle


def _people_or_literal(
    text: str, tokens: Sequence[Token], lexicon: Lexicon
) -> NamesRead | None:
    start, end = tokens[0].start, tokens[-1].end
    whole = text[start:end]
    if lexicon.has_phrase(whole) or is_one_group(whole):
        return NamesRead(start, (plain_name(whole),), is_literal=is_one_group(whole))
    people = _people(text, tokens)
    if people:
        return _without_title(NamesRead(start, people), lexicon)
    later = _after_small_words(tokens)
    if later and not lexicon.known(whole):
        return _people_or_literal(text, tokens[later:], lexicon)
    if not _is_literal(tokens):
        return None
    return NamesRead(start, (plain_name(whole),), is_literal=True)


def _without_title(read: NamesRead, lexicon: Lexicon) -> NamesRead:
    """Separate a listed title from the names: "Doe, New Start"."""
    titles = [
        name
        for name in read.names
        if lexicon.has_group_or_title(name) and not lexicon.is_person(name)
    ]
    others = [name for name in read.names if name not in titles]
    if len(titles) != 1 or not any(map(lexicon.is_person, others)):
        return read
    return read._replace(names=tuple(others), title=titles[0])


def _is_literal(tokens: Sequence[Token]) -> bool:
    """Return whether tokens may be the name of a group, or a title without quotation
    marks; neither ends with a preposition.
    """
    if not tokens[0].is_word or len(tokens) > _LONGEST_LITERAL:
        return False
    last = tokens[-1]
    return last.is_capital or not (last.is_link or last.is_particle)


def _people(text: str, tokens: Sequence[Token]) -> tuple[str, ...]:
    """Return the people that tokens name; none if there is anything else."""
    people: list[str] = []
    for piece in _pieces(tokens):
        if is_person(_without_brackets(piece)):
            if people and all(token.is_initials for token in piece):
                continue
            name = text[piece[0].start : piece[-1].end].rstrip(".")
            people.append(plain_name(name))
        elif not people or not all(token.is_suffix for token in piece):
            return ()
    return tuple(people)


def _pieces(tokens: Sequence[Token]) -> list[list[Token]]:
    """Separate tokens at commas and at words that join names."""
    pieces: list[list[Token]] = [[]]
    for number, token in enumerate(tokens):
        is_joint = token.is_and and 0 < number < len(tokens) - 1
        if token.text in _SEPARATORS or is_joint:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return [piece for piece in pieces if piece]


def _without_brackets(piece: Sequence[Token]) -> Sequence[Token]:
    """Leave out an acronym in brackets after a name."""
    for number, token in enumerate(piece):
        if number and token.text in "([":
            return piece[:number]
    return piece


def _after_small_words(tokens: Sequence[Token]) -> int:
    """Return the number of the token after the last word that is no part of a name."""
    for number in range(len(tokens) - 1, 0, -1):
        token = tokens[number]
        is_small = token.is_word and not token.is_capital and not token.is_link
        if is_small and not token.is_particle and token.text.isalpha():
            after = number + 1
            while after < len(tokens) and not tokens[after].is_capital:
                after += 1
            return after if after < len(tokens) else 0
    return 0
