"""Make citation keys for sources that have none, or for users who want other ones.

A key is the surname of the first author (or editor, or the like) and the year:
`alexander2010`. It has only lower-case letters without accents, so that it can be typed
on any keyboard, and a letter at its end if another source has the same. Users can choose
another pattern of `[author]`, `[year]` and `[title]`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import (
    Callable,
    Container,
    Iterable,
    Iterator,
    Mapping,
    MutableSequence,
)
from itertools import chain, count

from loccit._startup.regex import regex
from loccit.errors import InvalidChange
from loccit.model import Name, Source
from loccit.values.names import MAKERS

#: The parts of a key.
PATTERN = "[author][year]"

#: The variables that a key is made of.
VARIABLES = frozenset([*MAKERS, "issued", "title", "URL"])

#: Letters that Unicode does not decompose into a letter and an accent.
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
#: The full stops of "U.S." and "W.H.O.", which are one word each.
_STOP_IN_WORD = regex(r"(?<=\b[^\W_])\.(?=[^\W_]\b)")
_PART = regex(r"\[([^\[\]]*)\]")
#: The letters at the end of a key that another source has without them. More letters
#: belong to a key that somebody chose.
_LETTERS_AT_END = regex(r"[a-z]{0,2}")
_YEAR_AND_LETTERS = regex(r"\d([a-z]{1,2})\Z")
#: Words that a title or a group's name begins with, but that say nothing.
_LIGHT_WORDS = """
a an and at das der die ein eine el for from in la las le les los of on the to un una une
"""
_LIGHT = frozenset(_LIGHT_WORDS.split())
_HOST = regex(r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z][\w-]+)(?![\w.-])")
#: Labels of a host between the site and the country: `co.uk`, `gc.ca`.
_SECOND_LEVEL = frozenset(["ac", "co", "com", "edu", "gc", "go", "gov", "net", "org"])
#: So many words of a group's name are a part of a key.
_WORDS_OF_GROUP = 2


def make_key(source: Source, taken: Container[str] = ()) -> str:
    """Return a key for a source.

    Args:
        source: the source; its own key does not matter.
        taken: keys that the new one must differ from.

    >>> book = Source("", "book", {"author": (Name("Müller-Lüdenscheidt"),)})
    >>> make_key(book), make_key(book, {"mullerludenscheidt"})
    ('mullerludenscheidt', 'mullerludenscheidta')
    """
    return next(make_keys([source], taken))


def fill_keys(
    keys: MutableSequence[str], source_of: Callable[[int], Source]
) -> dict[int, str]:
    """Make a key for each entry of a file that has none, and put it into the list.

    Args:
        keys: of each entry; `""` for one that has none.
        source_of: reads an entry, by its index.

    Returns:
        The keys that were made, by the index of their entry.

    >>> keys = ["doe", ""]
    >>> fill_keys(keys, lambda index: Source("", "book", {"author": (Name("Doe"),)}))
    {1: 'doea'}
    >>> keys
    ['doe', 'doea']
    """
    if "" not in keys:  # as in nearly all files
        return {}
    without = [index for index, key in enumerate(keys) if not key]
    made = make_keys(map(source_of, without), set(keys))
    given = dict(zip(without, made, strict=True))
    for index, key in given.items():
        keys[index] = key
    return given


def free_key(key: str, taken: Container[str]) -> str:
    """Return a key, with a letter at its end if it is taken.

    >>> free_key("doe2010", ()), free_key("doe2010", {"doe2010", "doe2010a"})
    ('doe2010', 'doe2010b')
    """
    return next(free for free in with_letters(key) if free not in taken)


def stem_of(key: str) -> str:
    """Return a key without the letters that tell it from others of that year.

    >>> stem_of("doe2010a"), stem_of("doe2010food"), stem_of("doe")
    ('doe2010', 'doe2010food', 'doe')
    """
    found = _YEAR_AND_LETTERS.search(key)
    return key[: found.start(1)] if found else key


def make_keys(
    sources: Iterable[Source], taken: Container[str] = (), parts: str = PATTERN
) -> Iterator[str]:
    """Yield a key for each source, all of them different.

    Args:
        sources: the sources; all may have the same author and year.
        taken: keys that the new ones must differ from.
        parts: the pattern of a key, with any text between its parts: `[author]`,
            `[year]`, and `[title]`, the first word of the title that is not an article
            or the like. `[Author]` and `[Title]` begin with a capital. JabRef's
            `[auth]` is the author, too.

    Raises:
        InvalidChange: the pattern has other parts, or none.

    >>> list(make_keys([Source("", "book", {"title": "A Bath"})] * 3, {"batha"}))
    ['bath', 'bathb', 'bathc']
    """
    # A library may have thousands of sources with one key, so that each goes on with
    # the letters where the last one stopped.
    candidates: dict[str, Iterator[str]] = {}
    made: set[str] = set()
    for source in sources:
        key = _key(source, parts)
        for candidate in candidates.setdefault(key, with_letters(key)):
            if candidate not in taken and candidate not in made:
                made.add(candidate)
                yield candidate
                break


def other_keys(
    sources: Iterable[Source], taken: Container[str], parts: str = PATTERN
) -> dict[str, str]:
    """Return a new key for each key that does not follow a pattern.

    Args:
        sources: sources with their keys.
        taken: keys that the new ones must differ from.
        parts: the pattern, as for `make_keys`.

    Raises:
        InvalidChange: the pattern has other parts, or none.

    >>> sources = [Source(key, "book", {"author": (Name("Doe"),)}) for key in ("x", "doe")]
    >>> other_keys(sources, {"doe"})
    {'x': 'doea'}
    """
    other = [
        source
        for source in sources
        if not _follows(source.key, made=_key(source, parts))
    ]
    old = [source.key for source in other]
    return dict(zip(old, make_keys(other, taken, parts), strict=True))


def _follows(key: str, *, made: str) -> bool:
    """Whether a key is the one made for its source, perhaps with letters at its end."""
    return key.startswith(made) and bool(_LETTERS_AT_END.fullmatch(key, len(made)))


def _key(source: Source, parts: str) -> str:
    key, number = _PART.subn(lambda part: _part(source, part[1]), parts)
    if not number:
        raise InvalidChange(
            f"The pattern `{parts}` would give all sources one key.",
            advice=f"Write {PATTERN}, for example.",
        )
    return key or "source"


def _part(source: Source, name: str) -> str:
    """Return the text for a part of the pattern."""
    part = _PARTS.get(name) or _PARTS.get(name[:1].lower() + name[1:])
    if part is None:
        raise InvalidChange(
            f"A key has no part `[{name}]`.",
            advice="The parts are `[author]`, `[year]`, `[title]`.",
        )
    text = part(source)
    return text.capitalize() if name.istitle() else text


def _author(source: Source) -> str:
    for role in MAKERS:
        for name in source.names(role)[:1]:
            if word := _surname(name):
                return word
    return _title_word(source) or _site(source)


def _surname(name: Name) -> str:
    if name.family:
        return _folded(name.family)
    words = _WORD.findall(_STOP_IN_WORD.sub("", name.literal))
    weighty = [word for word in words if word.lower() not in _LIGHT]
    return _folded("".join(weighty[:_WORDS_OF_GROUP]))


def _year(source: Source) -> str:
    issued = source.date("issued")
    return str(abs(issued.start.year)) if issued and issued.start else ""


def _title_word(source: Source) -> str:
    for word in map(_folded, _WORD.findall(source.plain("title"))):
        if word and word not in _LIGHT:
            return word
    return ""


def _site(source: Source) -> str:
    """Return the name of the site that an address is on: `bbc` of `www.bbc.co.uk`."""
    host = _HOST.match(source.text("URL").lower())
    if not host:
        return ""
    *labels, _ = host[1].split(".")
    if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return _folded(labels[-1]) if labels else ""


def with_letters(key: str) -> Iterator[str]:
    """Yield a key, then the key with a, b ... z, aa, ab ... at its end."""
    return chain([key], (key + _letter(number) for number in count()))


def _letter(number: int) -> str:
    """a to z, then aa, ab ...

    >>> _letter(0), _letter(25), _letter(26)
    ('a', 'z', 'aa')
    """
    rest, last = divmod(number, 26)
    before = _letter(rest - 1) if rest else ""
    return before + chr(ord("a") + last)


def _folded(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    return "".join([mark for mark in letters if mark.isascii() and mark.isalnum()])


_PARTS: Mapping[str, Callable[[Source], str]] = {
    "author": _author,
    "auth": _author,
    "year": _year,
    "title": _title_word,
}
