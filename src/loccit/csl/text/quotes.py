"""Distinguish opening from closing quotes, and find the quotation marks of a locale."""

from __future__ import annotations

from loccit.csl.locales.locale import Locale

APOSTROPHE = "’"

#: What may end a quotation, by what begins it; straight and curly quotes do not pair.
CLOSERS = {
    '"': '"',
    "'": "'",
    "“": "”",
    "‘": "’",
    "”": "”",  # Swedish
    "„": "“”",  # German, Polish
    "‚": "‘’",
    "«": "»",
    "»": "«",  # German books
    "‹": "›",
    "›": "‹",
}
SINGLE_QUOTES = frozenset("'‘‚")
#: Quotes of one language, which stay as typed in another.
NATIONAL_QUOTES = frozenset("”„‚«»‹›")
#: Those that stay as typed in their own, too, with a space or without.
GUILLEMETS = frozenset("«»‹›")

_SINGLE_MARKS = frozenset("‘‚’‹'")
_CLOSING = frozenset("".join(CLOSERS.values()))
_CURLY_SINGLE = ("‘", "’")
_CURLY_DOUBLE = ("“", "”")
_BEFORE_OPENING = frozenset(" \t\n\u00a0\u202f([{-–—/«»‹›“‘’\"'„‚¿¡")


def can_open(
    token: str,
    before: str,
    after: str,
) -> bool:
    """Return whether a quote between these characters may begin a quotation."""
    if token not in CLOSERS:
        return False
    if before and before not in _BEFORE_OPENING:
        return False
    if token == "«":
        return bool(after)
    return bool(after) and not after.isspace()


def can_close(
    token: str,
    before: str,
    after: str,
) -> bool:
    """Return whether a quote between these characters may end a quotation."""
    if token not in _CLOSING:
        return False
    if token == "»":
        return bool(before)
    if not before or before.isspace():
        return False
    return not after.isalnum()


class QuotationMarks:
    """The quotation marks of a locale.

    Attributes:
        outer: the opening and the closing mark of a quotation.
        inner: those of a quotation inside another.
    """

    def __init__(self, locale: Locale) -> None:
        self.outer = locale.term("open-quote"), locale.term("close-quote")
        self.inner = locale.term("open-inner-quote"), locale.term("close-inner-quote")

    def at(self, depth: int) -> tuple[str, str]:
        """The marks of a quotation inside of `depth` others."""
        return self.inner if depth % 2 else self.outer

    def of_typed(self, token: str) -> tuple[str, str]:
        """The marks of a quotation that is inside no other, by the mark that was typed.

        Single quotes stay single, double ones double.
        """
        is_single = token in SINGLE_QUOTES
        for marks in (self.outer, self.inner):
            if (marks[0] in _SINGLE_MARKS) == is_single:
                return marks
        return _CURLY_SINGLE if is_single else _CURLY_DOUBLE

    def stay_typed(self, token: str, depth: int) -> bool:
        """Return whether a quotation that was typed with this mark keeps its marks."""
        if token in GUILLEMETS:
            return not depth or not self.begins_outer(token)
        if token not in NATIONAL_QUOTES:
            return False
        return token not in (self.outer[0], self.inner[0])

    def begins_outer(self, token: str) -> bool:
        """Return whether a mark begins the locale's quotations that are in no other."""
        return self.outer[0].strip() == token
