"""What is known of a word by itself: its shape, the lists that it is in."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.values.given_names import is_given_name
from loccit.values.word_lists import read_sections, words_of

_UPPER = regex(r"[^\W\d_a-zß-öø-ÿ]")
_CAPITALS = regex(r"X{2,}")
_SMALL = regex(r"x+")
_ADDRESS = regex(r"(?:https?|ftp)://|www\.|[\w-]+(?:\.[\w-]+)+/")
_DOI = regex(r"10\.\d{4,9}(?:\.\d+)*/|(?:https?://)?(?:dx\.)?doi\.org/")
_DITTO = regex(r"[-‐-―_]+$")
#: The kinds of numbers, the first that fits.
_NUMBERS = {
    "year": regex(r"(?:1[4-9]|20)\d\d[a-z]?$"),
    "years": regex(r"(?:1[4-9]|20)\d\d[-‐-―/](?:\d\d)?\d\d$"),
    "range": regex(r"[a-zA-Z]{0,2}\d+[-‐-―][a-zA-Z]{0,2}\d+$"),
    "ordinal": regex(r"\d+(?:st|nd|rd|th|e|er|ª|º|ème)$"),
    "isbn": regex(r"(?:97[89][-‐–]?)?\d[-‐–]?\d+[-‐–]?\d+[-‐–]?[\dXx]$"),
    "roman": regex(r"(?:[IVX]+|[ivxl]{2,}|[CDLM][IVXLCDM]+)$"),
    "article": regex(r"[a-zA-Z]{1,2}\d+$"),
    "decimal": regex(r"\d+[.:/]\d+$"),
}
_SHORT_ISBN = 9
_MANY_DIGITS = 5


class WordFacts(NamedTuple):
    """What is known of a word by itself.

    Attributes:
        word: in small letters; numbers are "#", addresses "@".
        shape: which letters are capitals: "Xx" for "Smith", "X" for an initial.
        number: which kind of number it is, or "".
        lists: the lists of `word_lists.txt` that it is in.
        is_given: whether it is a common first name.
    """

    word: str
    shape: str
    number: str
    lists: tuple[str, ...]
    is_given: bool

    @property
    def kind(self) -> str:
        """The most telling fact, in one word."""
        if self.number:
            return self.number
        if self.lists:
            return self.lists[0]
        return "given" if self.is_given else self.shape


@lru_cache(maxsize=16384)
def facts_of(word: str) -> WordFacts:
    """Return what is known of a word.

    >>> facts_of("Smith").shape, facts_of("J").shape, facts_of("12–15").number
    ('Xx', 'X', 'range')
    """
    number = _number(word)
    if number in ("doi", "address"):
        return WordFacts("@", number, number, (), False)
    if len(word) == 1 and word.isupper():
        return WordFacts(word.lower(), "X", "", (), False)
    lower = word.lower()
    lists = _lists().get(lower, ())
    shape = _shape(word)
    if number and number != "roman":
        return WordFacts("#", shape, number, lists, False)
    return WordFacts(lower, shape, number, lists, is_given_name(word))


def _number(word: str) -> str:
    if _DOI.match(word):
        return "doi"
    if _ADDRESS.match(word):
        return "address"
    if _DITTO.match(word):
        return "ditto"
    if word.isdecimal() and not _NUMBERS["year"].match(word):
        return _digits(word)
    for kind, pattern in _NUMBERS.items():
        if pattern.match(word) and (kind != "isbn" or len(word) > _SHORT_ISBN):
            return kind
    return ""


def _digits(word: str) -> str:
    """The kind of a number of digits: how many there are."""
    if len(word) > _SHORT_ISBN:
        return "isbn"
    return f"digits{min(len(word), _MANY_DIGITS)}"


def _shape(word: str) -> str:
    """The capitals, small letters and digits of a word; repeated ones are one."""
    shape = ""
    last = ""
    for character in word:
        each = _class(character)
        if each != last or (each == "X" and len(shape) == 1):
            shape += each
        last = each
    return shape[:6]


def _class(character: str) -> str:
    if character.isupper():
        return "X"
    if character.isalpha():
        return "x"
    if character.isdigit():
        return "0"
    return character


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    """Return the lists that each word is in."""
    sections = read_sections(Path(__file__).with_name("word_lists.txt"))
    found: dict[str, tuple[str, ...]] = {}
    for name, lines in sections.items():
        for word in words_of(lines):
            found[word] = (*found.get(word, ()), name)
    return found
