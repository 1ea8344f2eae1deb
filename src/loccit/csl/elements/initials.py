"""Given names to initials (CSL 1.0.2, "initialize", "initialize-with",
"initialize-with-hyphen").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from loccit._startup.regex import regex

#: A name in tags: "<i>Jan</i>".
_TAGGED = regex(r"(<[^>]+>)([^<>]+)(</[^>]+>)")
#: A hyphen or a space between names, or the end of an initial: "J.F.".
_SEAM = regex(r"(\s*-\s*|\s+|(?<=\.)(?=[^\W\d_]))")
#: A nickname or a transliteration: "Robert (Bob)", "Նիկողայոս [Nikołayos]".
_REMARK = regex(
    r"((?<!\S)(?:\([^()]*\)|\[[^\[\]]*\]|“[^“”]*”|«[^«»]*»|\"[^\"]*\")(?!\S))"
)
#: Signs before a letter that cannot be an initial by themselves: "ʿAlī".
_LEADING = regex(r"(?:[^\w<]|[\u02b0-\u02ff])*")

#: No given names are longer; a longer text stays as it is.
_LONGEST = 500


@lru_cache(maxsize=65536)
def initials(
    given: str,
    mark: str,
    *,
    hyphens: bool = True,
) -> str:
    """The initials of given names, each with `mark` after it.

    Initials stay initials, and nicknames in brackets stay.  A word in lower case among
    others is a particle, and a name if all are (bell hooks).

    >>> initials("Jean-Luc", ". "), initials("Martin Luther", "."), initials("Ph. M.E.", "")
    ('J.-L.', 'M.L.', 'PhME')
    >>> initials("Jean de", "."), initials("bell", ".")
    ('J. de', 'b.')
    >>> initials("Robert (Bob) Lee", ". "), initials("J. (John)", ". "), initials("ʿAlī", ". ")
    ('R. (Bob) L.', 'J.', 'ʿA.')
    """
    if len(given) > _LONGEST:
        return given
    names = _REMARK.split(given)
    if len(names) > 1:
        return _with_remarks(names, mark, hyphens)
    shown = ""
    has_particles = not given.islower()
    for glue, word in _words(given):
        if has_particles and _is_particle(word):
            # after a hyphen, it makes one name with the word before (APA 7, 9.8)
            if "-" not in glue:
                shown = f"{shown.rstrip()} {word} ".lstrip()
        elif hyphens and shown and "-" in glue:
            shown = f"{shown.rstrip()}-{_initial(word, mark)}"
        else:
            shown += _initial(word, mark)
    return shown.strip()


def _with_remarks(
    names: list[str],
    mark: str,
    hyphens: bool,
) -> str:
    """The initials of names with remarks between them."""
    for index in range(0, len(names), 2):
        names[index] = initials(names[index], mark, hyphens=hyphens)
    for index in range(1, len(names), 2):
        short, full = names[index - 1], initials(names[index][1:-1], mark)
        if short and (full.startswith(short) or short.endswith(full)):
            # Library catalogues repeat the same names in full: "J. (John F. R.)",
            # "D. F. (Francis)".
            names[index] = ""
    return " ".join([name for name in names if name])


def _is_particle(word: str) -> bool:
    return word[len(_leading(word))].islower() and not word.endswith(".")


@lru_cache(maxsize=65536)
def tidy_initials(given: str, mark: str) -> str:
    """For `initialize="false"`: full names stay, and initials get the style's mark.

    >>> tidy_initials("James T", ". "), tidy_initials("M.E.", ". ")
    ('James T.', 'M. E.')
    """
    if len(given) > _LONGEST:
        return given
    shown = ""
    after_initial = False
    for glue, word in _words(given):
        is_initial = word.endswith(".") or (len(word) == 1 and word.isalpha())
        piece = word.rstrip(".") + mark if is_initial else word
        if "-" in glue:
            shown = f"{shown.rstrip()}-{piece}"
        elif is_initial and after_initial:
            shown += piece
        else:
            shown = f"{shown.rstrip()} {piece}".lstrip()
        after_initial = is_initial
    return shown.strip()


def _words(given: str) -> Iterator[tuple[str, str]]:
    """Each word with the hyphen or space before it."""
    glue = ""
    for number, piece in enumerate(_SEAM.split(given.strip())):
        if number % 2:
            glue = piece
        elif piece:
            yield glue, piece


def _initial(word: str, mark: str) -> str:
    """The initial of a word with the mark; tags around the word enclose both."""
    match = _TAGGED.fullmatch(word)
    if match is None:
        return _letters(word) + mark
    start, name, end = match.groups()
    inner = mark.rstrip()
    space = mark[len(inner) :]
    return f"{start}{_letters(name)}{inner}{end}{space}"


def _letters(word: str) -> str:
    """The letters of a word's initial."""
    if word.endswith("."):
        return word.rstrip(".")
    leading = _leading(word)
    word = word.removeprefix(leading)
    if word[:2].isalpha() and word[:2].isupper() and word[2:3].islower():
        # one letter in two characters: "TSerendorj"
        return leading + word[0] + word[1].lower()
    return leading + word[0]


def _leading(word: str) -> str:
    """The signs before the first letter of a word that has one."""
    found = _LEADING.match(word)
    return found[0] if found and found[0] != word else ""
