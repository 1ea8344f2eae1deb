"""The words of a stretch of text, as far as names are concerned."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.recognize.citations.reading.words import words

#: Letters and digits, with accents that are characters of their own.
_LETTERS = r"(?:[^\W_][\u0300-\u036f]*)+"
#: Words with hyphens, apostrophes, and full stops in them; an ampersand; one
#: other character.
_TOKEN = regex(
    rf"{_LETTERS}(?:(?:[-‐‑]\n?|['’.]|[.]-){_LETTERS})*['’]?\.?|['’]?[^\W\d_]['’]?|&|[^\w\s]"
)
_INITIALS = regex(r"(?:[^\W\d_]\.-?)+[^\W\d_]?\Z|[^\W\d_]\Z")
_SUFFIX = regex(r"(?:Jr|Sr)\.?|I{2,3}|IV")


class Token(NamedTuple):
    """A word or a sign, `text[start:end]`."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it has letters."""
        return self.text[0].isalnum() or self.text[-1].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital, or is of a script without capitals."""
        first = self.text[0]
        if first in "'’" and len(self.text) > 1:
            first = self.text[1]
        return first.isalpha() and not self._begins_small

    @property
    def _begins_small(self) -> bool:
        first = self.text[0]
        if not first.islower():
            return False
        rest = self.text[1:]  # "d'Alembert", "al-Haytham", "iPhone", "deGroot"
        return not any(letter.isupper() for letter in rest)

    @property
    def is_initials(self) -> bool:
        """Whether it is one or more initials, "J." or "J.-P."."""
        return self.text[0].isupper() and _INITIALS.match(self.text) is not None

    @property
    def is_suffix(self) -> bool:
        """Whether it follows a name: "Jr."."""
        return _SUFFIX.fullmatch(self.text) is not None

    @property
    def is_particle(self) -> bool:
        """Whether it may be within a surname: "van"."""
        return self.text.casefold() in words().particles

    @property
    def is_link(self) -> bool:
        """Whether it may be between the capitals of a group's name."""
        return self.text.casefold() in words().links

    @property
    def is_and(self) -> bool:
        """Whether it may join two names."""
        return self.text in words().conjunctions


def tokens_of(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the tokens of a stretch.

    >>> [token.text for token in tokens_of("O'Neil, J.-P. & d'Ar", 0, 20)]
    ["O'Neil", ',', 'J.-P.', '&', "d'Ar"]
    """
    for found in _TOKEN.finditer(text, start, end):
        yield Token(found[0], found.start(), found.end())
