"""Words that an essay writes with a small letter, and those that it takes for names.

No list has all names.  What an essay itself writes with a capital amid a sentence, always
and more than once, is a name; what it writes with a small letter is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.lint.checked.essay import CheckedEssay

_SMALL = regex(r"(?<![\w’'.@/-])[a-zß-ÿ]{2,}(?![\w@/])")
#: A single word with a capital between words without: amid a sentence.
_AMID = regex(r"(?<!\w)[a-zß-ÿ]+ ([A-ZÀ-Þ][a-zß-ÿ]+)(?![\w@/-])(?! [A-ZÀ-Þ])")
#: What may be a headline: a quotation.
_QUOTED = regex(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“")
#: So often a name occurs.
_OFTEN = 2


class LetterCases(NamedTuple):
    """Words by how an essay writes them, in small letters.

    Attributes:
        small: with a small letter, at least once.
        names: always with a capital, amid sentences.
    """

    small: frozenset[str]
    names: frozenset[str]


def letter_cases(essay: CheckedEssay) -> LetterCases:
    """Return how an essay writes its words, outside of headlines."""
    small: set[str] = set()
    capital: Counter[str] = Counter()
    for text in _sentences(essay):
        small.update(_SMALL.findall(text))
        capital.update([word.lower() for word in _AMID.findall(text)])
    for entry in essay.entries:
        small.update(_SMALL.findall(entry.text))
    names = {word for word, count in capital.items() if count >= _OFTEN}
    return LetterCases(frozenset(small), frozenset(names - small))


def _sentences(essay: CheckedEssay) -> Iterator[str]:
    """Yield the paragraphs outside of the list, without what is quoted or in italics."""
    listed = essay.typed_list.paragraphs if essay.typed_list else frozenset()
    for index, paragraph in enumerate(essay.paragraphs):
        if index in listed or paragraph.kind == "heading":
            continue
        kept, done = "", 0
        for mark in paragraph.marks:
            if mark.kind == "emphasis" and mark.start >= done:
                kept += paragraph.text[done : mark.start] + "."
                done = mark.end
        yield _QUOTED.sub(".", kept + paragraph.text[done:])
