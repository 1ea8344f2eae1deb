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

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.essays.mapped_text import MappedText
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.prose import found_in_prose
from loccit.lint.prose.rule import Mistake
from loccit.model import Source

_SCRIPTURE = (
    r"(?:[\w’'-]+\s){0,4}(?:Bible|Qur['’ʾ]?an|Quran|Koran|Torah|Talmud|Tanakh|Bhagavad[-\s]Gita"
    r"|Upanishads|Rig[-\s]?veda|Vedas|Book\sof\sMormon|Dhammapada|Tripitaka|Tao\sTe\sChing"
    r"|Guru\sGranth\sSahib)(?!\s(?:Atlas|Belt|College|Commentary|Dictionary|Encyclopedia"
    r"|Institute|Society|Studies|Translators))(?:\s[\w’'-]+){0,3}"
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


#: The title of a work, or its author, as a library has it.
_WORK = regex(rf"(?:The\s)?{_SCRIPTURE}\Z")
_AUTHOR = regex(rf"{_CLASSICS}\Z")
_ADVICE = "Give the canonical number: chapter and verse, book, act, or line."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for found in found_in_prose(essay, _PAGE):
        if not _is_namesake(essay, found.match["author"]):
            place = found.match.span("page")
            yield _mistake(found.mapped, *place, found.match["page"])
    for citation in essay.citations:
        for cite in citation.cites if not citation.is_worded else ():
            page = cite.locator and cite.locator.label == "page"
            if page and _is_classic(essay.source_of(cite)):
                place = (citation.start, citation.end)
                yield _mistake(citation.mapped, *place, citation.text)


def _mistake(mapped: MappedText, start: int, end: int, words: str) -> Mistake:
    message = f"`{words}` gives a page of one edition."
    return Mistake(mapped, start, end, message, _ADVICE)


def _is_classic(source: Source | None) -> bool:
    """Return whether a source is scripture, or by an author of whom everybody knows."""
    if source is None:
        return False
    names = source.names("author")
    if not names:
        return _WORK.match(source.plain("title")) is not None
    name = names[0]
    is_alone = not name.given or name.family == "Shakespeare"
    return is_alone and _AUTHOR.match(name.family or name.literal) is not None


def _is_namesake(essay: CheckedEssay, author: str | None) -> bool:
    """Return whether the list has somebody else of that name, with initials."""
    if not author or author == "Shakespeare":
        return False
    name = re.compile(rf"\W*{author},\s[^\W\d_]")
    return any(name.match(entry.text) for entry in essay.entries)
