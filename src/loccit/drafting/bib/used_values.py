"""The values that a field has in a `.bib` file already: names, journals, keywords."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.words import (
    NAME_FIELDS,
    names_of_field,
    one_name,
    split_at_and,
)

#: Fields of which the values of one are seldom those of another entry.
_OWN = frozenset(
    """
    abstract annotation chapter date doi eid eprint isbn issue month note number pages
    pmcid pmid shorttitle sorttitle subtitle title url urldate volume year
    """.split()  # noqa: SIM905  a table of words reads best as words
)
_LONGEST = 200
_KEYWORDS = regex(r"\s*[,;]\s*")
_SPACE = regex(r"\s+")
#: A library that is larger is not searched again for every few letters.
_LARGE = 1_000_000
_FEW_LETTERS = 2_000


def fields_like(field: str) -> Collection[str]:
    """Return the fields whose values can be those of a field; none where each entry has
    its own, as a title.
    """
    name = one_name(field)
    if name in _OWN:
        return ()
    return NAME_FIELDS if name in NAME_FIELDS else names_of_field(name)


def separated(field: str, tex: str) -> Iterable[str]:
    """Separate the names or the keywords in a value.

    >>> separated("keywords", "law; race, class"), [*separated("author", "A and B")]
    (['law', 'race', 'class'], ['A', 'B'])
    """
    if one_name(field) in NAME_FIELDS:
        return map(str.strip, split_at_and(tex))
    if field == "keywords":
        return _KEYWORDS.split(tex)
    return [tex.strip()]


class UsedValues:
    """The values in a text, the most frequent first.

    A large text is searched again only when it has changed by more than some letters.
    """

    def __init__(self) -> None:
        self._found: dict[str, Sequence[str]] = {}
        self._size = -1

    def of(self, text: str, field: str, typed: str = "") -> Sequence[str]:
        """Return the values of a field, without the one that is being typed.

        >>> text = "@a{x, author = {B and A}}\\n@a{y, editor = {A}}"
        >>> UsedValues().of(text, "author")
        ['A', 'B']
        """
        names = fields_like(field)
        if not names:
            return ()
        if len(text) < _LARGE or abs(len(text) - self._size) > _FEW_LETTERS:
            self._found.clear()
            self._size = len(text)
        name = min(names)
        if name not in self._found:
            self._found[name] = _values(text, names, field)
        return [value for value in self._found[name] if value != typed]


def _values(text: str, names: Collection[str], field: str) -> list[str]:
    counts = Counter[str]()
    for found in _pattern(names).finditer(text):
        value = found[1] or found[2] or ""
        if len(value) <= _LONGEST * 10:
            counts.update(separated(field, _SPACE.sub(" ", value)))
    return [value for value, _ in counts.most_common() if 0 < len(value) <= _LONGEST]


def _pattern(names: Collection[str]) -> re.Pattern[str]:
    """Match a field of these names; its value is in no more than two braces."""
    either = "|".join(map(re.escape, sorted(names)))
    return re.compile(
        rf"[\n,][ \t]*(?:{either})\s*=\s*"
        r"(?:\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}|\"([^{}\"]*)\")",
        re.IGNORECASE,
    )
