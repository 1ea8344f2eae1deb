"""Citation keys made up from a source, for formats that have none and for whoever wants new ones.

A key is the surname of the first author (or editor, or the like), and the year: `alexander2010`.  Letters are small
and without accents, so that keys can be typed on any keyboard; what would be taken twice gets a letter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterable, Iterator
from itertools import chain, count

from loccit.model import Name, Source
from loccit.model.pattern import pattern

#: What a key is made of; `{title}` is the title's first word of weight.
PATTERN = "{author}{year}"

#: Whom a work is known by, in this order.
_AUTHORS = ("author", "editor", "director", "composer", "performer", "host", "translator", "container-author")

#: Letters that no accent can be taken from.
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})
_WORD = pattern(r"[^\W_]+")
_LIGHT = frozenset(
    [
        *("a", "an", "and", "at", "das", "der", "die", "ein", "eine", "el", "for", "from", "in", "la", "las", "le"),
        *("les", "los", "of", "on", "the", "to", "un", "una", "une"),
        *("are", "how", "is", "was", "what", "why"),
    ]
)


def make_key(source: Source, taken: Container[str] = (), template: str = PATTERN) -> str:
    """A key for a source that is not among those `taken`.

    Args:
        source: what the key is for; its own key is not looked at.
        taken: keys that others have.
        template: text with `{author}`, `{year}` and `{title}` in it.

    >>> book = Source("", "book", {"author": (Name(family="Müller-Lüdenscheidt", given="A."),), "title": "The Bath"})
    >>> make_key(book), make_key(book, {"mullerludenscheidt"}), make_key(book, template="{author}-{title}")
    ('mullerludenscheidt', 'mullerludenscheidta', 'mullerludenscheidt-bath')
    """
    key = _key(source, template)
    return key if key not in taken else next(filter(lambda lettered: lettered not in taken, _lettered(key)))


def make_keys(sources: Iterable[Source], taken: Container[str] = (), template: str = PATTERN) -> Iterator[str]:
    """The same for many sources, none of which get one key, and which may all be of one author and year.

    >>> list(make_keys([Source("", "book", {"title": "A Bath"})] * 3, {"batha"}))
    ['bath', 'bathb', 'bathc']
    """
    given: dict[str, Iterator[str]] = {}
    made: set[str] = set()
    for source in sources:
        key = _key(source, template)
        further = given.setdefault(key, chain([key], _lettered(key)))
        key = next(candidate for candidate in further if candidate not in taken and candidate not in made)
        made.add(key)
        yield key


def _key(source: Source, template: str) -> str:
    title = _title_word(source)
    author = next((word for role in _AUTHORS for name in source.names(role)[:1] if (word := _surname(name))), title)
    return template.replace("{author}", author).replace("{year}", _year(source)).replace("{title}", title) or "source"


def _lettered(key: str) -> Iterator[str]:
    return (key + _letter(number) for number in count())


def _surname(name: Name) -> str:
    if name.family:
        return _folded(name.family)
    words = _WORD.findall(name.literal)
    return _folded("".join([word for word in words if word.lower() not in _LIGHT][:2]))


def _year(source: Source) -> str:
    issued = source.date("issued")
    return str(abs(issued.start.year)) if issued and issued.start else ""


def _title_word(source: Source) -> str:
    words = [_folded(word) for word in _WORD.findall(source.plain("title"))]
    return next((word for word in words if word and word not in _LIGHT), "")


def _letter(number: int) -> str:
    """a to z, then aa, ab ...

    >>> _letter(0), _letter(25), _letter(26)
    ('a', 'z', 'aa')
    """
    rest, last = divmod(number, 26)
    return (_letter(rest - 1) if rest else "") + chr(ord("a") + last)


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join(letter for letter in letters if letter.isascii() and letter.isalnum())
