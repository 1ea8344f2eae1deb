"""Names as BibTeX writes them <-> model.Name.

"First von Last", "von Last, First" and "von Last, Jr, First" ("Tame the BeaST", 5);
braces round a whole name make it one that is not taken apart; and BibLaTeX's
`family=..., given=...` (BibLaTeX manual, 3.8.1, "extended name format").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.dataclass import replace
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
#: "and" with white space round it, in a text without braces and commands.
_PLAIN_AND = regex(r"(?<![\s~])\s[\s~]*and(?=\s|$)", re.IGNORECASE)
_AND = regex(r"and(?=[\s{]|$)", re.IGNORECASE)
#: A surname of one word, a comma and given names, as most names are written: there is
#: nothing to find out about them.
_PLAIN_NAME = regex(r"([A-Z][^\W_]*(?:[-'’][^\W_]+)*), ([^\W_]+\.?(?:[ -][^\W_]+\.?)*)")
_EXTENDED = regex(r"\s*(family|given|prefix|suffix|useprefix|[a-z]+-i)\s*=\s*")
_ANNOTATED = regex(r"(\d*)=(.*)", re.DOTALL)
#: How biblatex_apa.py hands on the annotation of a name.
_ANNOTATION = regex(r"\s*\\annotation\{([^{}]*)\}")
_INITIALS = regex(r"(?<![^\W\d_])([^\W\d_a-zß-ÿ]\.)(?=[^\W\d_])")

#: The years of a life, as library catalogues have them behind a name: "Alexander,
#: Michelle, 1967-".
_LIFE = regex(
    r"(?:born |b\. ?|d\. ?|approximately |active )?\d{4}\??-{0,2}(?:\d{4}\??)?\.?"
)

_NOBODY = Name()


def read_names(tex: str) -> tuple[Name, ...]:
    """The names of a field.

    >>> [name.family for name in read_names("Jane Doe and van Dijk, Teun")]
    ['Doe', 'Dijk']
    """
    parts = split_at_and(with_letters(tex))
    return tuple(
        name for part in parts if (name := read_name(part)).family or name != _NOBODY
    )


def read_name(tex: str) -> Name:
    """One name.

    >>> read_name("{World Health Organization}")
    Name(family='', given='', suffix='', dropping_particle='', non_dropping_particle='', \
literal='World Health Organization', comma_suffix=False, static_ordering=False, parse_names=True, \
annotation='')
    """
    tex = tex.strip()
    if plain := _PLAIN_NAME.fullmatch(tex):
        return Name(family=plain[1].replace("'", "’"), given=plain[2])
    if tex == "others":
        return OTHERS
    if annotation := _ANNOTATION.search(tex):
        return replace(
            read_name(tex[: annotation.start()]), annotation=_plain(annotation[1])
        )
    sections = sections_of(tex)
    if len(sections) > 2 and _LIFE.fullmatch(" ".join(sections[-1])):
        sections.pop()
    if _EXTENDED.match(tex):
        return _extended(sections)
    if len(sections) == 1 and len(sections[0]) == 1 and _braced(sections[0][0]):
        return Name(literal=_plain(sections[0][0]))
    if len(sections) == 2 and is_suffix(" ".join(sections[1])) and len(sections[0]) > 1:
        sections = [
            *_family_first(sections[0]),
            sections[1],
        ]  # "Martin Luther King, Jr."
        given, particle, family, suffix = sections
    elif len(sections) == 1:
        (given, particle, family), suffix = _family_first(sections[0]), []
    else:
        (particle, family) = _particle(sections[0])
        suffix = sections[1] if len(sections) > 2 else []
        given = [
            word
            for section in sections[2 if len(sections) > 2 else 1 :]
            for word in section
        ]
    return Name(
        family=_plain(*family),
        given=_INITIALS.sub(r"\1 ", _plain(*given)),
        suffix=_plain(*suffix),
        non_dropping_particle=_plain(*particle),
    )


def without_prefixes(names: tuple[Name, ...]) -> tuple[Name, ...]:
    """The names as BibLaTeX's `useprefix=false` wants them: a particle is no part of
    the surname (manual, 3.1.3).

    >>> without_prefixes(read_names("van Beethoven, Ludwig"))[0].dropping_particle
    'van'
    """
    return tuple(
        replace(
            name, non_dropping_particle="", dropping_particle=name.non_dropping_particle
        )
        if name.non_dropping_particle
        else name
        for name in names
    )


def write_names(names: tuple[Name, ...]) -> str:
    """The names as a .bib file has them.

    >>> write_names((Name(family="Beauvoir", given="Simone", non_dropping_particle="de"), Name(literal="WHO")))
    'de Beauvoir, Simone and {WHO}'
    """
    return " and ".join(
        "others" if name == OTHERS else _write_name(name) for name in names
    )


def _write_name(name: Name) -> str:
    if name.literal:
        return "{" + text_to_tex(name.literal) + "}"
    family = text_to_tex(name.family)
    if " and " in family or "," in family or _particle(family.split())[0]:
        family = "{" + family + "}"
    particle = text_to_tex(particles(name))
    last = f"{particle} {family}" if particle else family
    return ", ".join(
        filter(None, [last, text_to_tex(name.suffix), text_to_tex(name.given)])
    )


def split_at_and(tex: str) -> Iterator[str]:
    """The parts of a list field, whose separator is "and"; braces hold a part together."""
    if "{" not in tex and "\\" not in tex and "}" not in tex:
        yield from _PLAIN_AND.split(tex)
        return
    start = 0
    for mark in _outside_braces(tex):
        if mark[0][0].isspace() and (word := _AND.match(tex, mark.end())):
            yield tex[start : mark.start()]
            start = word.end()
    yield tex[start:]


def read_annotations(tex: str, count: int) -> list[tuple[int, list[str]]]:
    """Which of `count` names or items is annotated how (BibLaTeX manual, 3.7):
    `1=director; 2=writer,director`.

    >>> read_annotations('1=director; 2="Grammar Girl"', 2), read_annotations("=host", 1)
    ([(0, ['director']), (1, ['Grammar Girl'])], [(0, ['host'])])
    """
    found: list[tuple[int, list[str]]] = []
    for annotation in filter(
        None, map(_ANNOTATED.match, re.split(r";\s*", tex.strip()))
    ):
        values = [value.strip(' "{}') for value in annotation[2].split(",")]
        number = int(annotation[1]) if len(annotation[1]) < 4 and annotation[1] else 0
        items = range(count) if not annotation[1] else range(number - 1, number)
        found += [(item, values) for item in items if 0 <= item < count]
    return found


def sections_of(tex: str) -> list[list[str]]:
    """The words of each part between commas; braces hold words and commas together."""
    sections: list[list[str]] = [[]]
    start = 0
    for mark in _outside_braces(tex):
        if mark[0][0] != "\\":
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
    """Commas, white space and commands that stand in no braces."""
    depth = 0
    for mark in _MARK.finditer(tex):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            yield mark


def _braced(word: str) -> bool:
    """Whether one pair of braces holds all of `word`, and it is no accented letter."""
    if not (word.startswith("{") and word.endswith("}")) or word.startswith("{\\"):
        return False
    depth = 0
    for mark in _MARK.finditer(word):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0:
            return mark.end() == len(word)
    return False


def _family_first(words: list[str]) -> list[list[str]]:
    """Given name, particle and family of "First von Last"; the family is never empty.

    Small words are a particle beside capitals; where all are small, as in "bell hooks",
    BibTeX would see one too.
    """
    small = [index for index, word in enumerate(words[:-1]) if _is_small(word)]
    if not small or (len(small) == len(words) - 1 and _is_small(words[-1])):
        return [words[:-1], [], words[-1:]]
    return [words[: small[0]], words[small[0] : small[-1] + 1], words[small[-1] + 1 :]]


def _particle(words: list[str]) -> tuple[list[str], list[str]]:
    """Particle and family of "von Last".  As in Biber, only leading words are a
    particle ("Drummond de Andrade").
    """
    end = 0
    while end < len(words) - 1 and _is_small(words[end]):
        end += 1
    return words[:end], words[end:]


def _is_small(word: str) -> bool:
    """Whether the first letter is a small one; letters in braces have no case, unless
    they are an accented letter.
    """
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    return next(
        (letter.islower() for letter in _plain(word) if letter.isalpha()), False
    )


def _plain(*words: str) -> str:
    return without_markup(tex_to_text(" ".join(words)))


def _extended(sections: list[list[str]]) -> Name:
    parts: dict[str, str] = {}
    for words in sections:
        section = " ".join(words)
        if label := _EXTENDED.match(section):
            parts.setdefault(label[1], _plain(section[label.end() :].strip(' "')))
    dropped = parts.get("useprefix", "").strip().lower() == "false"
    prefix = parts.get("prefix", "")
    return Name(
        family=parts.get("family", ""),
        given=_INITIALS.sub(r"\1 ", parts.get("given", "")),
        suffix=parts.get("suffix", ""),
        dropping_particle=prefix if dropped else "",
        non_dropping_particle="" if dropped else prefix,
    )
