"""The people whom a cite names, as far as they are people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.lint.checked.citations.cite_words import CiteWords, Word
from loccit.lint.checked.essay import CheckedEssay
from loccit.model import Edit, Name, Source
from loccit.recognize import TypedCite
from loccit.recognize.matching.spelling import folded, spelling
from loccit.values.groups import is_group
from loccit.values.letter_case.english_words import is_english_word

#: What is before a title.
_OPENING = ("“", '"', "„", "«", "‘", "‚")
_ET_AL = regex(r"et\.?\s?all?\.*", re.IGNORECASE)
#: A surname, perhaps with initials or particles before it.
_PERSON = regex(
    r"(?:[^\W\d_]\.[\s-]?|[^\W\d_A-Z]{1,4}[\s’']|(?:Van|De|Von|Di|La|Le|El)\s)*"
    r"[^\W\d_]+(?:[-‐’'][^\W\d_]+)*"
)
_INITIALS = regex(r",\s?[^\W\d_]\.(?:[\s-]?[^\W\d_]\.)*")
_FIRST = regex(r".*?(?P<rest>(?:,\s|\s&\s|\set\sal\.).*)?")
_BETWEEN_NAMES = regex(r",?\s(?:&|and)\s|,\s")


def people_of(essay: CheckedEssay, cite: TypedCite) -> Sequence[Name]:
    """Return the people under whom the work of a cite is listed; none if a group is
    among them, or if its entry was not read beyond doubt.
    """
    source, entry = essay.source_of(cite), essay.entry_of(cite)
    if source is None:
        return ()
    is_typed = entry is not None and entry.source is source
    if is_typed and entry and not entry.is_sure(_variable(source)):
        return ()
    return _listed_people(source)


def _variable(source: Source) -> str:
    return "author" if source.names("author") else "editor"


def _listed_people(source: Source) -> Sequence[Name]:
    names = source.names(_variable(source))
    return names if all(name.family and name.given for name in names) else ()


def are_people(essay: CheckedEssay, words: CiteWords) -> bool:
    """Return whether the names of a cite are people, and not the words of a group or of
    a title: "Johnson & Johnson", "Pride and Prejudice".
    """
    source = essay.source_of(words.cite)
    if source:
        return bool(_listed_people(source))
    text, start = words.citation.paragraph.text, words.names[0].start
    if text[:start].endswith(_OPENING):
        return False
    typed = text[start : words.names[-1].end]
    names = {name.text for name in words.names}
    if is_group(typed, certain=True) or len(names) < len(words.names):
        return False
    if not all(_PERSON.fullmatch(name) for name in names):
        return False
    return not all(is_english_word(name.lower()) for name in names)


def names_stretch(words: CiteWords) -> Word:
    """Return all the names of a cite, with "et al." and the initials after a name."""
    start, end = words.names[0].start, words.gap.start
    initials = _INITIALS.match(words.gap.text)
    if initials and not words.et_al:
        end += initials.end()
    return Word(words.citation.paragraph.text[start:end], start, end)


def names_to_print(essay: CheckedEssay, words: CiteWords) -> str:
    """Return the names of a cite as the style prints them where it is, in brackets or in
    the sentence, the first as it is typed; "" if its work is unknown, or begins with
    another name.
    """
    people = people_of(essay, words.cite)
    typed = words.names[0].text
    printed = _FIRST.fullmatch(essay.names_in_print(words.cite))
    if not people or not printed or not _is_same(typed, people[0].family):
        return ""
    rest = printed["rest"] or ""
    return typed + (rest if words.is_inside else rest.replace("& ", "and "))


def renamed(essay: CheckedEssay, words: CiteWords, names: str) -> tuple[Edit, ...]:
    """Return the edits that put other names after the first, which stays."""
    first = words.names[0]
    rest = names.removeprefix(first.text)
    end = names_stretch(words).end
    return essay.reworded(words.citation.paragraph, first.end, end, rest)


def _is_same(typed: str, family: str) -> bool:
    """Return whether a name is a surname, perhaps misspelt."""
    return any(
        spelling(one, other) for one in folded(typed) for other in folded(family)
    )


def number_of_names(printed: str) -> int:
    """Return how many names are printed, without "et al.".

    >>> number_of_names("Kim, Roy, et al."), number_of_names("Kim & Tan")
    (2, 2)
    """
    names = printed.removesuffix("et al.").strip(" ,")
    return len([name for name in _BETWEEN_NAMES.split(names) if name])


def is_et_al(word: Word | None) -> bool:
    """Return whether a word is "et al." in any spelling, not "and colleagues"."""
    return word is not None and _ET_AL.fullmatch(word.text) is not None
