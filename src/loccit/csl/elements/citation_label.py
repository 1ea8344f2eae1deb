"""Labels such as `Doe65` for sources that have none of their own (CSL 1.0.2,
`citation-label`).
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.csl.elements.name_parts import split_name
from loccit.model import Name, Source
from loccit.values.dates import read_raw
from loccit.values.names import makers

#: How many letters each name gives, by the number of names.
_LETTERS = {1: (4,), 2: (2, 2), 3: (2, 1, 1)}
_MANY = (1, 1, 1, 1)
_LETTERS_OF_TITLE = 4
_TAG = regex(r"<[^<>]+>")


def citation_label(source: Source) -> str:
    """The source's own label, else letters of its authors, or of its title if it has
    none, and the last two digits of its year.

    >>> citation_label(Source("a", "book", {"author": (Name(family="Roe"), Name(family="Noakes"))}))
    'RoNo'
    >>> citation_label(Source("b", "bill", {"title": "A river bill"}))
    'Ariv'
    """
    own = source.text("citation-label")
    if own:
        return own
    names = makers(source)
    if not names:
        return _title_letters(source) + _year(source)
    counts = _LETTERS.get(len(names), _MANY)
    letters = "".join(
        _surname(name)[:count] for name, count in zip(names, counts, strict=False)
    )
    return letters + _year(source)


def _title_letters(source: Source) -> str:
    title = _TAG.sub("", source.text("title"))
    letters = "".join(filter(str.isalpha, title))
    return letters[:_LETTERS_OF_TITLE]


def _surname(name: Name) -> str:
    parts = split_name(name)
    return (parts.family or parts.literal or parts.given).replace(" ", "")


def _year(source: Source) -> str:
    date = source.date("issued")
    start = read_raw(date).start if date is not None else None
    return f"{abs(start.year) % 100:02}" if start is not None else ""
