"""Years of works in a text: "2010a", "1900/1953", "n.d.", "in press"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex

_DIGITS = r"(?:1[0-9]|20)\d\d"
#: A letter after a year, or several: "2010a", "2010a,b", "2010a-c".
_LETTERS = r"[a-z](?:\s?[,&–-]\s?[a-z](?![\w.]))*(?![^\W_])"
#: A second year: of a reprint, "1962/2012", or of the end of a volume, "1974-75".
_SECOND = (
    rf"\s?/\s?{_DIGITS}|\s?[–-]\s?{_DIGITS}|[–/-]\d\d(?!\d)|\s?[\[(]{_DIGITS}[\])]"
)
#: The year of the first edition in brackets before that of a later one.
_FIRST_EDITION = rf"[\[(](?:orig\.? )?{_DIGITS}[\])]\s?/?\s?"
_WORDS = (
    r"n\.\s?d\.?|n\.?d\.|no date|o\.\s?J\.|s\.\s?[fda]\.|z\.\s?j\.|б\.\s?г\."
    r"|(?:in press|in preparation|in prep\.?|forthcoming|to appear|submitted"
    r"|under review|im Druck|im Erscheinen|en prensa|sous presse|à paraître"
    r"|in corso di stampa|in stampa|no prelo|in druk|i tryk|i tryck)\b"
)
#: What a date begins with; everything else is not worth a closer look.
_YEAR = regex(
    rf"(?<![\w$€£#/–-])(?<!\d\.)(?:(?:ca?\.|in press,?|forthcoming,?)\s?)?"
    rf"(?:(?P<digits>(?:{_FIRST_EDITION})?{_DIGITS}(?:{_SECOND})?)"
    rf"(?P<letters>{_LETTERS})?(?![\w%]|[.,]\d|[-/]\w)"
    rf"|(?P<words>{_WORDS})(?:[-\s]?(?P<after_words>[a-z])(?![^\W_]))?)"
)
#: Each year, with what a dash joins to it.
_EDITIONS = regex(r"\d{4}(?:\s?[–/-]\s?\d\d(?!\d)|\s?[–-]\s?\d{4})?")
_NO_DATE = regex(r"(?:n|o|s|z|no)?[.\s]*(?:d|j|f|a|date|г)[.\s]*\Z|б", re.IGNORECASE)
_LETTER = regex(r"[a-z]")
_RANGE = regex(r"([a-z])\s?[–-]\s?([a-z])\Z")


class Year(NamedTuple):
    """A year as it is typed.

    Attributes:
        start, end: its place in the text.
        text: the year without its letter: "2010", "1900/1953", "n.d.".
        letters: the letters after it: "a", "ab".
    """

    start: int
    end: int
    text: str
    letters: str = ""

    @property
    def is_number(self) -> bool:
        """Whether it has digits."""
        return self.text[-1].isdecimal()


def years_in(text: str, start: int, end: int) -> Iterator[Year]:
    """Yield the years in a stretch of a text.

    >>> [each.text + each.letters for each in years_in("2010a, [1962] 2012, n. d.", 0, 25)]
    ['2010a', '2012', 'n.d.']
    >>> [*years_in("1.2010, 2010%, $2000, 20105", 0, 27)]
    []
    """
    for found in _YEAR.finditer(text, start, end):
        letters = found["letters"] or found["after_words"] or ""
        yield Year(found.start(), found.end(), _plain(found), _listed(letters))


def _plain(found: re.Match[str]) -> str:
    """Return a year in one form: "1900/1953", the later one after one in brackets,
    "n.d.".
    """
    if found["digits"]:
        years = _EDITIONS.findall(found["digits"])
        return years[-1] if found["digits"][0] in "[(" else "/".join(years)
    return "n.d." if _NO_DATE.match(found["words"]) else str(found["words"])


def _listed(letters: str) -> str:
    """Return letters without what joins them: "abc" for "a-c"."""
    if between := _RANGE.match(letters):
        codes = range(ord(between[1]), ord(between[2]) + 1)
        return "".join(map(chr, codes))
    return "".join(_LETTER.findall(letters))
