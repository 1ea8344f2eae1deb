"""Read and write names as BibTeX has them.

"First von Last", "von Last, First" and "von Last, Jr, First" ("Tame the BeaST", 5);
braces around a whole name keep it in one piece; and BibLaTeX's `family=..., given=...`
(BibLaTeX manual, 3.8.1, "extended name format").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.latex.read import (
    tex_to_text,
    with_letters,
    without_markup,
)
from loccit.bibliography.formats.bibtex.latex.write import text_to_tex
from loccit.model import Name
from loccit.values.names import OTHERS, is_suffix, particles

_MARK = regex(r"\\.|[{}]|,|[\s~]+", re.DOTALL)
#: "and" between white space, in a text without braces and commands.
_PLAIN_AND = regex(r"(?<![\s~])\s[\s~]*and(?=\s|$)", re.IGNORECASE)
_AND = regex(r"and(?=[\s{]|$)", re.IGNORECASE)
#: A surname of one word, a comma and given names, as most names are written: there is
#: nothing more to find out about them.
_PLAIN_NAME = regex(r"([A-Z][^\W_]*(?:[-'’][^\W_]+)*), ([^\W_]+\.?(?:[ -][^\W_]+\.?)*)")
#: A part of a name in the extended format.
_EXTENDED = regex(r"\s*(family|given|prefix|suffix|useprefix|[a-z]+-i)\s*=\s*")
_ANNOTATION_OF = regex(r"(\d*)=(.*)", re.DOTALL)
_SEMICOLON = regex(r";\s*")
#: An annotation as apa/biblatex_apa.py passes it on, within the name.
_ANNOTATION = regex(r"\s*\\annotation\{([^{}]*)\}")
#: Initials without a space after the stop: "J.R.R.".
_INITIALS = regex(r"(?<![^\W\d_])([^\W\d_a-zß-ÿ]\.)(?=[^\W\d_])")
#: The years of a life, which library catalogues put after a name: "Alexander, Michelle,
#: 1967-".
_LIFE = regex(
    r"(?:born |b\. ?|d\. ?|approximately |active )?\d{4}\??-{0,2}(?:\d{4}\??)?\.?"
)
#: Numbers of annotations get no longer than this.
_MOST_DIGITS = 3

_NOBODY = Name()


class Annotation(NamedTuple):
    """An annotation of one of the names or items in a field.

    Attributes:
        item: the index of the item.
        values: what is said about it.
    """

    item: int
    values: list[str]


class _Words(NamedTuple):
    """The words of each part of a name."""

    given: list[str]
    particle: list[str]
    family: list[str]
    suffix: list[str]


def read_names(tex: str) -> tuple[Name, ...]:
    """Read the names of a field.

    >>> [name.family for name in read_names("Jane Doe and van Dijk, Teun")]
    ['Doe', 'Dijk']
    """
    names = map(read_name, split_at_and(with_letters(tex)))
    return tuple(name for name in names if name.family or name != _NOBODY)


@lru_cache(maxsize=4096)
def read_name(tex: str) -> Name:
    """Read one name; works of a library share their authors.

    >>> read_name("{World Health Organization}").literal
    'World Health Organization'
    >>> name = read_name("Ludwig van Beethoven")
    >>> name.given, name.non_dropping_particle, name.family
    ('Ludwig', 'van', 'Beethoven')
    """
    tex = tex.strip()
    plain = _PLAIN_NAME.fullmatch(tex)
    if plain is not None:
        return Name(family=plain[1].replace("'", "’"), given=plain[2])
    if tex == "others":
        return OTHERS
    annotation = _ANNOTATION.search(tex)
    if annotation is not None:
        name = read_name(tex[: annotation.start()])
        return replace(name, annotation=_plain(annotation[1]))
    sections = sections_of(tex)
    if len(sections) > 2 and _LIFE.fullmatch(" ".join(sections[-1])):
        sections.pop()
    if _EXTENDED.match(tex):
        return _extended(sections)
    if len(sections) == 1 and len(sections[0]) == 1 and _is_in_braces(sections[0][0]):
        return Name(literal=_plain(sections[0][0]))
    words = _words(sections)
    return Name(
        family=_plain(*words.family),
        given=_INITIALS.sub(r"\1 ", _plain(*words.given)),
        suffix=_plain(*words.suffix),
        non_dropping_particle=_plain(*words.particle),
    )


def without_prefixes(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Take particles out of surnames, as BibLaTeX's `useprefix=false` wants.

    See the manual, 3.1.3.

    >>> without_prefixes(read_names("van Beethoven, Ludwig"))[0].dropping_particle
    'van'
    """
    return tuple(map(_without_prefix, names))


def write_names(names: tuple[Name, ...]) -> str:
    """Write names for a field.

    >>> write_names((Name(family="Beauvoir", given="Simone", non_dropping_particle="de"), Name(literal="WHO")))
    'de Beauvoir, Simone and {WHO}'
    """
    return " and ".join(map(_write_name, names))


def split_at_and(tex: str) -> Iterator[str]:
    """Split a list at "and"; braces hold an item together."""
    if "{" not in tex and "\\" not in tex and "}" not in tex:
        yield from _PLAIN_AND.split(tex)
        return
    start = 0
    for mark in _outside_braces(tex):
        if not mark[0][0].isspace():
            continue
        word = _AND.match(tex, mark.end())
        if word is not None:
            yield tex[start : mark.start()]
            start = word.end()
    yield tex[start:]


def read_annotations(tex: str, count: int) -> list[Annotation]:
    """Read annotations of names or items: `1=director; 2=writer,director`.

    See the BibLaTeX manual, 3.7. Without a number, an annotation is about all items.

    Args:
        count: the number of items.

    >>> [tuple(found) for found in read_annotations('1=director; 2="Grammar Girl"', 2)]
    [(0, ['director']), (1, ['Grammar Girl'])]
    """
    found = []
    for part in _SEMICOLON.split(tex.strip()):
        annotation = _ANNOTATION_OF.match(part)
        if annotation is None:
            continue
        values = [value.strip(' "{}') for value in annotation[2].split(",")]
        for item in _annotated_items(annotation[1], count):
            found.append(Annotation(item, values))
    return found


def _annotated_items(number: str, count: int) -> range:
    if not number:
        return range(count)
    if len(number) > _MOST_DIGITS or not 0 < int(number) <= count:
        return range(0)
    return range(int(number) - 1, int(number))


def sections_of(tex: str) -> list[list[str]]:
    """Split a name at commas, and each part into words; braces hold both together."""
    sections: list[list[str]] = [[]]
    start = 0
    for mark in _outside_braces(tex):
        if mark[0][0] == "\\":
            continue
        if start < mark.start():
            sections[-1].append(tex[start : mark.start()])
        start = mark.end()
        if mark[0] == ",":
            sections.append([])
    if start < len(tex):
        sections[-1].append(tex[start:])
    while len(sections) > 1 and not sections[-1]:
        sections.pop()
    return sections


def _outside_braces(tex: str) -> Iterator[re.Match[str]]:
    """Find commas, white space and commands outside braces."""
    depth = 0
    for mark in _MARK.finditer(tex):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            yield mark


def _is_in_braces(word: str) -> bool:
    """Return whether one pair of braces holds all of a word.

    Braces around an accented letter don't count: BibTeX reads it as a plain letter.
    """
    if not word.startswith("{") or not word.endswith("}") or word.startswith("{\\"):
        return False
    depth = 0
    for mark in _MARK.finditer(word):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
        if depth == 0:
            return mark.end() == len(word)
    return False


def _words(sections: list[list[str]]) -> _Words:
    """Sort the words of a name into its parts, by the number of commas."""
    first = sections[0]
    if len(sections) == 1:
        return _given_first(first)
    if len(sections) == 2 and len(first) > 1 and is_suffix(" ".join(sections[1])):
        return _given_first(first)._replace(
            suffix=sections[1]
        )  # "Martin Luther King, Jr."
    has_suffix = len(sections) > 2
    given = [word for section in sections[2 if has_suffix else 1 :] for word in section]
    suffix = sections[1] if has_suffix else []
    end = _end_of_particle(first)
    return _Words(given, first[:end], first[end:], suffix)


def _given_first(words: list[str]) -> _Words:
    """Sort the words of "First von Last"; the family name is never empty.

    Words in lower case are a particle. Where all words are, as in "bell hooks", there
    is none, though BibTeX would see one.
    """
    small = [index for index, word in enumerate(words[:-1]) if _is_small(word)]
    all_small = len(small) == len(words) - 1 and _is_small(words[-1])
    if not small or all_small:
        return _Words(words[:-1], [], words[-1:], [])
    start, end = small[0], small[-1] + 1
    return _Words(words[:start], words[start:end], words[end:], [])


def _end_of_particle(words: list[str]) -> int:
    """Count the words of the particle in "von Last".

    As in Biber, only leading words are a particle ("Drummond de Andrade").
    """
    end = 0
    while end < len(words) - 1 and _is_small(words[end]):
        end += 1
    return end


def _is_small(word: str) -> bool:
    """Return whether the first letter is in lower case.

    Letters in braces have no case, unless the braces hold an accented letter.
    """
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    for letter in _plain(word):
        if letter.isalpha():
            return letter.islower()
    return False


def _plain(*words: str) -> str:
    return without_markup(tex_to_text(" ".join(words)))


def _extended(sections: list[list[str]]) -> Name:
    parts: dict[str, str] = {}
    for words in sections:
        section = " ".join(words)
        label = _EXTENDED.match(section)
        if label is not None:
            value = section[label.end() :].strip(' "')
            parts.setdefault(label[1], _plain(value))
    name = Name(
        family=parts.get("family", ""),
        given=_INITIALS.sub(r"\1 ", parts.get("given", "")),
        suffix=parts.get("suffix", ""),
        non_dropping_particle=parts.get("prefix", ""),
    )
    if parts.get("useprefix", "").strip().lower() == "false":
        return _without_prefix(name)
    return name


def _without_prefix(name: Name) -> Name:
    particle = name.non_dropping_particle
    if not particle:
        return name
    return replace(name, non_dropping_particle="", dropping_particle=particle)


def _with_suffix(name: Name) -> Name:
    """Take a suffix from the end of the given names, where CSL-JSON may have it."""
    given, _, suffix = name.given.rpartition(",")
    if name.suffix or not given or not is_suffix(suffix.strip()):
        return name
    return replace(name, given=given, suffix=suffix.strip())


def _write_name(name: Name) -> str:
    if name == OTHERS:
        return "others"
    if name.literal:
        return f"{{{text_to_tex(name.literal)}}}"
    name = _with_suffix(name)
    family = text_to_tex(name.family)
    if " and " in family or "," in family or _end_of_particle(family.split()):
        family = f"{{{family}}}"
    particle = text_to_tex(particles(name))
    if particle:
        family = f"{particle} {family}"
    given = text_to_tex(name.given)
    if "," in given:
        given = f"{{{given}}}"
    parts = [family, text_to_tex(name.suffix), given]
    return ", ".join(filter(None, parts))
