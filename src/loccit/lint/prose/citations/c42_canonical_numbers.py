"""A page of scripture or of a classic, instead of its canonical number.

## What it does

Finds pages in citations of scripture, and of ancient works and plays that are cited by
book, act, chapter, verse or line.

## Why is this bad?

Pages differ between editions; canonical numbers are the same in all, so that every
reader finds the place (APA, section 8.13).

## Example

    Love is patient (*King James Bible*, 1769/2017, p. 214).

    # References

    *King James Bible*. (2017). North Press. (Original work published 1769)

## Use instead

    Love is patient (*King James Bible*, 1769/2017, 1 Cor. 13:4).

    # References

    *King James Bible*. (2017). North Press. (Original work published 1769)
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.prose import found_in_prose
from loccit.lint.prose.rule import Mistake

_SCRIPTURE = (
    r"(?:[\w’'-]+\s){0,4}(?:Bible|Qur['’ʾ]?an|Quran|Koran|Torah|Talmud|Tanakh|Bhagavad[-\s]Gita"
    r"|Upanishads|Rig[-\s]?veda|Vedas|Book\sof\sMormon|Dhammapada|Tripitaka|Tao\sTe\sChing"
    r"|Guru\sGranth\sSahib)(?:\s[\w’'-]+){0,3}"
)
#: Authors whose works have numbers of books, lines, acts or Stephanus and Bekker pages.
_CLASSICS = (
    r"Aeschylus|Aristophanes|Aristotle|Augustine|Catullus|Cicero|Dante|Euripides|Herodotus"
    r"|Hesiod|Homer|Horace|Juvenal|Livy|Lucretius|Marcus\sAurelius|Ovid|Pindar|Plato|Plutarch"
    r"|Sappho|Seneca|Shakespeare|Sophocles|Tacitus|Thucydides|Vergil|Virgil|Xenophon"
)
_PAGE = regex(
    rf"(?<!\w)(?:{_SCRIPTURE}|(?P<author>{_CLASSICS}))(?:,\s|\s\()[^();]{{4,30}}?,\s"
    r"(?P<page>pp?\.\s?\d[\d–-]*)(?=[);,])"
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for found in found_in_prose(essay, _PAGE):
        if not _is_namesake(essay, found.match["author"]):
            message = f"`{found.match['page']}` is a page of one edition."
            advice = "Give the canonical number: chapter and verse, book, act, or line."
            yield Mistake(found.mapped, *found.match.span("page"), message, advice)


def _is_namesake(essay: CheckedEssay, author: str | None) -> bool:
    """Return whether the list has somebody else of that name, with initials."""
    if not author or author == "Shakespeare":
        return False
    name = regex(rf"\W*{author},\s[^\W\d_]")
    return any(name.match(entry.text) for entry in essay.entries)
