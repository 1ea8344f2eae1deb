"""Given names to initials (CSL 1.0.2, "initialize", "initialize-with",
"initialize-with-hyphen").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from loccit._startup.regex import regex

_TAGGED = regex(r"(<[^>]+>)([^<>]+)(</[^>]+>)")
_SEAM = regex(r"(\s*-\s*|\s+|(?<=\.)(?=[^\W\d_]))")
#: A nickname or a transliteration: "Robert (Bob)", "Նիկողայոս [Nikołayos]".
_REMARK = regex(
    r"((?<!\S)(?:\([^()]*\)|\[[^\[\]]*\]|“[^“”]*”|«[^«»]*»|\"[^\"]*\")(?!\S))"
)
#: What is no letter that could be an initial by itself, such as the sign of an Arabic
#: name ("ʿAlī").
_LEADING = regex(r"(?:[^\w<]|[\u02b0-\u02ff])*")

#: No given names are longer; what is, stays as it is.
_LONGEST = 500


@lru_cache(maxsize=65536)
def initials(given: str, mark: str, *, hyphens: bool = True) -> str:
    """The initials of given names, each followed by `mark`; what is abbreviated
    already, or in brackets, stays.

    >>> initials("Jean-Luc", ". "), initials("Martin Luther", "."), initials("Ph. M.E.", "")
    ('J.-L.', 'M.L.', 'PhME')
    >>> initials("Robert (Bob) Lee", ". "), initials("J. (John)", ". "), initials("ʿAlī", ". ")
    ('R. (Bob) L.', 'J.', 'ʿA.')
    """
    if len(given) > _LONGEST:
        return given
    names = _REMARK.split(given)
    if len(names) > 1:
        names[::2] = [initials(name, mark, hyphens=hyphens) for name in names[::2]]
        for place in range(1, len(names), 2):
            short, full = names[place - 1], initials(names[place][1:-1], mark)
            if short and (full.startswith(short) or short.endswith(full)):
                names[place] = (
                    ""  # library catalogues: the same names in full, "J. (John F. R.)", "D. F. (Francis)"
                )
        return " ".join(filter(None, names))
    shown = ""
    for glue, word in _words(given):
        if word[len(_leading(word))].islower() and not word.endswith("."):
            # a particle among the given names; behind a hyphen it makes one name with
            # what is before (APA 7, 9.8)
            shown = shown if "-" in glue else f"{shown.rstrip()} {word} ".lstrip()
        elif "-" in glue and hyphens and shown:
            shown = f"{shown.rstrip()}-{_initial(word, mark)}"
        else:
            shown += _initial(word, mark)
    return shown.strip()


@lru_cache(maxsize=65536)
def tidy_initials(given: str, mark: str) -> str:
    """With `initialize="false"`: full names stay, initials get the style's mark.

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
    """Each word with what stands before it."""
    pieces = ["", *_SEAM.split(given.strip())]
    return (
        (glue, word)
        for glue, word in zip(pieces[::2], pieces[1::2], strict=True)
        if word
    )


def _initial(word: str, mark: str) -> str:
    """A word's initial with the mark; tags around the word stay, the mark within them."""
    if match := _TAGGED.fullmatch(word):
        return (
            match[1]
            + _letters(match[2])
            + mark.rstrip()
            + match[3]
            + mark[len(mark.rstrip()) :]
        )
    return _letters(word) + mark


def _letters(word: str) -> str:
    if word.endswith("."):
        return word.rstrip(".")
    leading = _leading(word)
    word = word.removeprefix(leading)
    if (
        word[:2].isupper() and word[2:3].islower() and word[:2].isalpha()
    ):  # "TSerendorj": one letter, two characters
        return leading + word[0] + word[1].lower()
    return leading + word[0]


def _leading(word: str) -> str:
    """What stands before the first letter of a word, if it has any."""
    found = _LEADING.match(word)
    return found[0] if found and found[0] != word else ""
