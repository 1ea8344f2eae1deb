"""Join and separate the parts of names, and find the names that a work is known by."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.model import Name, Source

#: What stands for further names; CSL has no variable for it, pandoc's processor knows
#: it as this literal.
OTHERS = Name(literal="others")

#: The roles whose names a work is known by: the first that has names. A film is known
#: by its director, not by its editor, and a part of a book by the book's author if
#: nobody else is named.
MAKERS = (
    "author",
    "director",
    "script-writer",
    "composer",
    "performer",
    "host",
    "inventor",
    "editor",
    "translator",
    "interviewer",
    "container-author",
)

#: A particle that no space follows: d’, al-, ʻ.
_ELISION = ("'", "’", "-", "ʻ", "´")
_SUFFIX = regex(r"(?:Jr|Sr|Esq)\.?|[IVX]+|\d(?:st|nd|rd|th)")
_DEGREE = regex(r"(?:Ph\.?D|M\.?D)\.?")
#: The years of a life in a catalogue: "1960-", "b. 1845", "active 1850-1870".
_LIFE = regex(
    r"(?:^|,? )\(?(?:born |b\. ?|d\. ?|ca?\. ?|approximately |active |fl\. ?)?"
    r"\d{4}\??(?:-(?:\d{4}\??)?)?\)?\.?$"
)
_PARTICLES_IN_CAPITALS = frozenset(
    [
        "AF",
        "DA",
        "DAS",
        "DE",
        "DEL",
        "DEN",
        "DER",
        "DI",
        "DO",
        "DOS",
        "DU",
        "TEN",
        "TER",
        "VAN",
        "VOM",
        "VON",
        "ZU",
        "ZUM",
        "ZUR",
    ]
)
_SCOTTISH = regex(r"\bMc([a-z])")
_SMALL_WORD = regex(r"[^\W\d_]+['’]?")


def makers(source: Source) -> tuple[Name, ...]:
    """Return the names that a work is known by.

    >>> makers(Source("a", "book", {"editor": (Name("Doe"),), "translator": (Name("Roe"),)}))[0].family
    'Doe'
    """
    for role in MAKERS:
        if names := source.names(role):
            return names
    return ()


def surname(name: Name) -> str:
    """Return what a text calls a person, or a group's name.

    >>> surname(Name("Gogh", "Vincent", non_dropping_particle="van"))
    'van Gogh'
    >>> surname(Name("Beethoven", "Ludwig", dropping_particle="van"))
    'Beethoven'
    """
    return name.literal or _joined([name.non_dropping_particle, name.family])


def inverted_name(name: Name) -> str:
    """Return a person as lists name people, or a group's name.

    >>> inverted_name(Name("Gates", "Henry Louis", "Jr."))
    'Gates, Henry Louis, Jr.'
    >>> inverted_name(Name("Beethoven", "Ludwig", dropping_particle="van"))
    'Beethoven, Ludwig van'
    """
    parts = [surname(name), given_and_particle(name), name.suffix]
    return ", ".join(filter(None, parts))


def full_name(name: Name) -> str:
    """Return a person as people say the name, or a group's name.

    >>> full_name(Name("Gates", "Henry Louis", "Jr."))
    'Henry Louis Gates, Jr.'
    """
    said = name.literal or _joined([name.given, particles(name), name.family])
    return f"{said}, {name.suffix}" if said and name.suffix else said or name.suffix


def given_and_particle(name: Name) -> str:
    """Return the given names with the particle that is not a part of the surname.

    >>> given_and_particle(Name("Beethoven", "Ludwig", dropping_particle="van"))
    'Ludwig van'
    """
    return _joined([name.given, name.dropping_particle])


def particles(name: Name) -> str:
    """Return both particles, for formats that have one field for them.

    >>> particles(Name("Fontaine", dropping_particle="de", non_dropping_particle="La"))
    'de La'
    """
    if name.dropping_particle and name.non_dropping_particle:
        return _joined([name.dropping_particle, name.non_dropping_particle])
    return name.dropping_particle or name.non_dropping_particle


def leading_particle(family: str) -> tuple[str, str]:
    """Split the words in lower case off the beginning of a surname.

    >>> leading_particle("van den Berg"), leading_particle("hooks")
    (('van den', 'Berg'), ('', 'hooks'))
    """
    words = family.split(" ")  # other spaces hold a word together
    count = 0
    while count < len(words) - 1 and words[count].islower():
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def trailing_particle(given: str) -> tuple[str, str]:
    """Split the words in lower case off the end of given names.

    >>> trailing_particle("Ludwig van"), trailing_particle("bell")
    (('Ludwig', 'van'), ('bell', ''))
    """
    words = given.split(" ")
    count = len(words)
    while count > 1 and _is_particle(words[count - 1]):
        count -= 1
    return " ".join(words[:count]), " ".join(words[count:])


def is_suffix(text: str, *, degrees: bool = False) -> bool:
    """Return whether `text` follows a name: Jr., III, 3rd.

    Args:
        text: what may be a suffix.
        degrees: whether Ph.D. and M.D. are, too, though M. D. may also be initials.

    >>> is_suffix("Jr."), is_suffix("Martin"), is_suffix("MD"), is_suffix("MD", degrees=True)
    (True, False, False, True)
    """
    if _SUFFIX.fullmatch(text):
        return True
    return degrees and _DEGREE.fullmatch(text) is not None


def without_dates(text: str) -> str:
    """Omit the years of a life, which library catalogues add to a name.

    >>> without_dates("Ann B., 1960-"), without_dates("John, active 1850"), without_dates("Ann")
    ('Ann B.', 'John', 'Ann')
    """
    return _LIFE.sub("", text)


def title_cased(name: str) -> str:
    """Write a name in capitals with capital initials, and its particles small.

    >>> title_cased("VAN DER MEER"), title_cased("O'BRIEN"), title_cased("MCDONALD-SMITH")
    ('van der Meer', "O'Brien", 'McDonald-Smith')
    """
    words = [
        word.lower() if word in _PARTICLES_IN_CAPITALS else word.title()
        for word in name.split(" ")
    ]
    return _SCOTTISH.sub(lambda found: f"Mc{found[1].upper()}", " ".join(words))


def is_elided(particle: str) -> bool:
    """Return whether no space follows a particle.

    >>> is_elided("d’"), is_elided("de")
    (True, False)
    """
    return particle.endswith(_ELISION)


def _is_particle(word: str) -> bool:
    return word.islower() and _SMALL_WORD.fullmatch(word) is not None


def _joined(parts: list[str]) -> str:
    """Join what there is of the parts with spaces, except after an elided particle."""
    present = [part for part in parts if part]
    if len(present) < 2:  # most names have no particles
        return "".join(present)
    text = ""
    for part in present:
        space = " " if text and not is_elided(text) else ""
        text += f"{space}{part}"
    return text
