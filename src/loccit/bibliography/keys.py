"""Citation keys made up from a source, for formats that have none and for whoever wants
new ones.

A key is the surname of the first author (or editor, or the like), and the year:
`alexander2010`.  Letters are small and without accents, so that keys can be typed on
any keyboard; what would be taken twice gets a letter.  Another pattern says otherwise,
with `[author]`, `[year]` and `[title]` in it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import chain, count

from loccit._startup.regex import regex
from loccit.errors import InvalidChange
from loccit.model import Name, Source
from loccit.values.names import MAKERS

#: What a key is made of.
PATTERN = "[author][year]"

#: Letters that no accent can be taken from.
_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
    }
)
_WORD = regex(r"[^\W_]+")
_INITIAL = regex(r"(?<=\b[^\W_])\.(?=[^\W_]\b)")
_PART = regex(r"\[([^\[\]]*)\]")
#: The letters that part keys of one pattern; more are no accident.
_SUFFIX = regex(r"[a-z]{0,2}")
_LIGHT = frozenset(
    [
        *(
            "a",
            "an",
            "and",
            "at",
            "das",
            "der",
            "die",
            "ein",
            "eine",
            "el",
            "for",
            "from",
            "in",
            "la",
            "las",
            "le",
        ),
        *("les", "los", "of", "on", "the", "to", "un", "una", "une"),
    ]
)


def make_key(source: Source, taken: Container[str] = ()) -> str:
    """A key for a source that is not among those `taken`.

    Args:
        source: what the key is for; its own key is not looked at.
        taken: keys that others have.

    >>> book = Source("", "book", {"author": (Name(family="Müller-Lüdenscheidt", given="A."),), "title": "The Bath"})
    >>> make_key(book), make_key(book, {"mullerludenscheidt"})
    ('mullerludenscheidt', 'mullerludenscheidta')
    """
    return next(make_keys([source], taken))


def free_key(key: str, taken: Container[str]) -> str:
    """A key, with a letter behind it where it is among those `taken`.

    >>> free_key("doe2010", ()), free_key("doe2010", {"doe2010", "doe2010a"})
    ('doe2010', 'doe2010b')
    """
    return next(free for free in chain([key], _lettered(key)) if free not in taken)


def make_keys(
    sources: Iterable[Source], taken: Container[str] = (), parts: str = PATTERN
) -> Iterator[str]:
    """Keys for many sources, none of which get the same one, and which may all be of
    one author and year.

    Args:
        sources: what the keys are for.
        taken: keys that others have.
        parts: what a key is made of: `[author]`, `[year]` and `[title]`, which is the
            title's first word of weight, and any text between them; `[Author]` and
            `[Title]` begin with a capital; JabRef's `[auth]` is the author too.

    Raises:
        InvalidChange: the pattern has other parts, or none.

    >>> list(make_keys([Source("", "book", {"title": "A Bath"})] * 3, {"batha"}))
    ['bath', 'bathb', 'bathc']
    """
    given: dict[str, Iterator[str]] = {}
    made: set[str] = set()
    for source in sources:
        key = _key(source, parts)
        further = given.setdefault(key, chain([key], _lettered(key)))
        key = next(
            candidate
            for candidate in further
            if candidate not in taken and candidate not in made
        )
        made.add(key)
        yield key


def other_keys(
    sources: Iterable[Source], taken: Container[str], parts: str = PATTERN
) -> dict[str, str]:
    """The keys that are not as the pattern has them, each with one that is and that no
    source has or had.

    Raises:
        InvalidChange: the pattern can't be understood.

    >>> doe = {"author": (Name(family="Doe"),)}
    >>> other_keys([Source(key, "book", doe) for key in ("x", "doe", "doeb", "doe-2")], {"doe", "doeb"})
    {'x': 'doea', 'doe-2': 'doec'}
    """
    other = [
        source for source in sources if not _is_made(source.key, _key(source, parts))
    ]
    return dict(
        zip(
            [source.key for source in other],
            make_keys(other, taken, parts),
            strict=True,
        )
    )


def _is_made(key: str, made: str) -> bool:
    """Whether a key is the one that was made for its source, or that with letters."""
    return key.startswith(made) and bool(_SUFFIX.fullmatch(key, len(made)))


def _key(source: Source, parts: str) -> str:
    key, count = _PART.subn(lambda part: _part(source, part[1]), parts)
    if not count:
        raise InvalidChange(
            f"The pattern `{parts}` would give all sources one key.",
            advice=f"Write {PATTERN}, say.",
        )
    return key or "source"


def _part(source: Source, name: str) -> str:
    """What stands for a part of the pattern."""
    made = _PARTS.get(name) or _PARTS.get(name[:1].lower() + name[1:])
    if made is None:
        known = ", ".join(f"`[{known}]`" for known in ("author", "year", "title"))
        raise InvalidChange(
            f"`[{name}]` is nothing that a key is made of.",
            advice=f"There are {known}.",
        )
    return made(source).capitalize() if name.istitle() else made(source)


def _author(source: Source) -> str:
    words = (
        word
        for role in MAKERS
        for name in source.names(role)[:1]
        if (word := _surname(name))
    )
    return next(words, "") or _title_word(source)


def _lettered(key: str) -> Iterator[str]:
    return (key + _letter(number) for number in count())


def _surname(name: Name) -> str:
    if name.family:
        return _folded(name.family)
    words = _WORD.findall(_INITIAL.sub("", name.literal))
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
    return "".join(
        letter for letter in letters if letter.isascii() and letter.isalnum()
    )


#: What can stand in brackets.
_PARTS: Mapping[str, Callable[[Source], str]] = {
    "author": _author,
    "auth": _author,
    "year": _year,
    "title": _title_word,
}
