"""Given names to initials (CSL 1.0.2, "initialize", "initialize-with", "initialize-with-hyphen")."""

from __future__ import annotations

import re
from functools import lru_cache

#: "J.", "JP", "M.E.": letters that are initials already
_ALREADY = re.compile(r"(?:[^\W\d_]\.[-\s]?)+|[^\W\d_]")
_WORD = re.compile(r"(\s*-\s*|\s+|(?<=\.)(?=[^\W\d_]))")


@lru_cache(maxsize=65536)
def initials(given: str, mark: str, *, hyphens: bool = True) -> str:
    """The initials of given names, each followed by `mark`.

    >>> initials("Jean-Luc", ". "), initials("Martin Luther", "."), initials("J.P. Morgan de", "")
    ('J.-L.', 'M.L.', 'JPM de')
    """
    out: list[str] = []
    pieces = _WORD.split(given.strip())
    for number in range(0, len(pieces), 2):
        word = pieces[number]
        glue = pieces[number - 1] if number else ""
        if not word:
            continue
        if word[0].islower() and not word.endswith("."):  # a particle among the given names stays
            out.append(f" {word} " if out else f"{word} ")
            continue
        if "-" in glue and hyphens and out and mark.strip():
            out[-1] = out[-1].rstrip()
            out.append("-")
        elif "-" in glue and hyphens and out and not mark:
            out.append("-")
        out.append(_initial(word) + mark)
    return re.sub(r"\s+", " ", "".join(out)).replace(" -", "-").strip()


def _initial(word: str) -> str:
    letters = word.rstrip(".")
    if len(letters) > 1 and letters.isupper() and len(letters) <= 3 and word.isupper() and "." not in word[:-1]:
        return letters[0]
    match = re.match(r"[^\W\d_]", letters)
    return letters[0] if match else letters[:1]


@lru_cache(maxsize=65536)
def tidy_initials(given: str, mark: str) -> str:
    """With `initialize="false"`: full names stay, initials get the style's mark.

    >>> tidy_initials("James T", ". "), tidy_initials("M.E.", ". ")
    ('James T.', 'M. E.')
    """
    out = ""
    for word in re.split(r"\s+", given.strip()):
        if not word:
            continue
        if _ALREADY.fullmatch(word):
            letters = re.findall(r"-?[^\W\d_]", word)
            shown = ""
            for letter in letters:
                shown = (shown.rstrip() if letter.startswith("-") else shown) + letter + mark
            out = out.rstrip() + (" " if out and not _ends_with_initial(out, mark) else "") + shown if out else shown
        else:
            out = f"{out.rstrip()} {word}" if out else word
            out += " "
    return out.strip()


def _ends_with_initial(text: str, mark: str) -> bool:
    return bool(mark) and mark == mark.strip() and text.endswith(mark)
