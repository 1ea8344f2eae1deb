"""First names or initials in a citation.

## What it does

Finds citations that name authors with first names or initials. Where the list has two
first authors of one surname, the style prints initials, and this rule is silent.

## Why is this bad?

APA cites by surname; the list has the rest (sections 8.10 and 8.20).

## Example

    Neighborhoods organized themselves (Alexander, M., 2010).

## Use instead

    Neighborhoods organized themselves (Alexander, 2010).

## Fix safety

This fix is safe: it removes initials. A first name in your sentence may be there on
purpose: it is a note, and removing it is unsafe.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay, CiteWords, Word
from loccit.lint.checked.citations.people import people_of
from loccit.lint.prose.rule import Mistake
from loccit.model import Name, Safety
from loccit.values.given_names import is_given_name
from loccit.values.groups import is_group

FIX_SAFETY: Safety = "safe"

_INITIALS = r"[^\W\d_a-z]\.(?:[\s-]?[^\W\d_a-z]\.)*"
#: With the comma before "&", which only a list has.
_AFTER = regex(rf",\s?{_INITIALS}(?:,(?=\s(?:&|and)\s))?")
_BEFORE = regex(rf"(?P<given>{_INITIALS}\s?)(?P<family>[^\s.]+)")
_INITIAL = regex(r"(?<![^\W_])[^\W\d_a-z]\.")
#: A first name, perhaps with an initial beside it: "David C."
_FULL = regex(r"[^\W\d_]{2,}(?![^\W_.]|\.)")
_TITLE = regex(r"(?:Drs?|Prof(?:essor)?|Mr|Mrs|Ms|Sir)\b\.?")
#: From three authors on, C05 wants only the first.
_MOST = 2
_MOST_INITIALS = 3


class _Given(NamedTuple):
    """A first name or initials beside a surname."""

    word: Word
    family: str

    @property
    def initial(self) -> str:
        """Its first letter."""
        return self.word.text.lstrip(", ")[:1]


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    found = [(words, _all_given(essay, words)) for words in essay.cite_words]
    forms = {(each.family, each.initial) for _, given in found for each in given}
    initials = Counter(family for family, _ in forms)
    for words, given in found:
        if given and all(initials[each.family] == 1 for each in given):
            yield _mistake(essay, words, given)


def _mistake(essay: CheckedEssay, words: CiteWords, given: Sequence[_Given]) -> Mistake:
    mapped = words.citation.mapped
    is_full = any(_FULL.search(each.word.text) for each in given)
    is_in_sentence = is_full and not words.is_inside
    edits = [
        edit
        for each in given
        for edit in essay.retyped(mapped, each.word.start, each.word.end, "")
    ]
    return Mistake(
        mapped,
        given[0].word.start,
        given[-1].word.end,
        "The citation has more of a name than the surname.",
        "Leave only the surname.",
        tuple(edits),
        "unsafe" if is_in_sentence else "safe",
        "note" if is_in_sentence else None,
    )


def _all_given(essay: CheckedEssay, words: CiteWords) -> Sequence[_Given]:
    """Return what a cite has beside surnames, without need."""
    if words.cite.personal or words.citation.kind == "live":
        return ()  # by initials, programs distinguish works, and people who wrote to you
    if not 0 < len(words.names) <= _MOST:
        return ()
    people = people_of(essay, words.cite)
    if _begins_entry(essay, words):
        return ()
    if essay.source_of(words.cite) and not people:
        return ()
    if people and _INITIAL.search(essay.names_in_print(words.cite)):
        return ()
    persons = people[: len(words.names)]
    found = [
        _given(words, name, person)
        for name, person in zip_longest(words.names, persons)
    ]
    return [each for each in found if each]


def _begins_entry(essay: CheckedEssay, words: CiteWords) -> bool:
    """Return whether an entry begins with a name just as it is cited: it is a group."""
    entry, name = essay.entry_of(words.cite), words.names[0].text
    return entry is not None and " " in name and entry.text.startswith(f"{name}.")


def _given(words: CiteWords, name: Word, person: Name | None) -> _Given | None:
    text = words.citation.paragraph.text
    following = [each.start for each in words.names if each.start > name.start]
    after = _AFTER.match(text, name.end, min([*following, words.gap.end]))
    if after:
        return _Given(Word(after[0], *after.span()), name.text)
    before = _BEFORE.fullmatch(name.text)
    if before and not is_group(name.text):
        return _beginning(name, before["given"])
    if person is None:
        return None
    return _full(name, person) or _after_family(name, person, text)


def _full(name: Word, person: Name) -> _Given | None:
    """Return the first name that is typed before a known surname."""
    particles = f"{person.dropping_particle} {person.non_dropping_particle} "
    for family in (f"{particles.strip()} {person.family}".strip(), person.family):
        typed = name.text[: -len(family)]
        ends = name.text.casefold().endswith(f" {family.casefold()}")
        if ends and _is_given(typed.strip(), person):
            return _beginning(name, typed)
    return None


def _after_family(name: Word, person: Name, text: str) -> _Given | None:
    """Return the initials without a comma after a known surname: "Doe J"."""
    family, _, letters = name.text.rpartition(" ")
    is_given = letters.isupper() and len(letters) <= _MOST_INITIALS
    if family != person.family or not is_given or letters[0] != person.given[:1]:
        return None
    start = name.start + len(family)
    end = name.end + text.startswith(".", name.end)
    return _Given(Word(text[start:end], start, end), family)


def _is_given(typed: str, person: Name) -> bool:
    """Return whether words are a first name of a person, not a title or the first word
    of a company.
    """
    if _TITLE.match(typed) or typed[:1] != person.given[:1]:
        return False
    return is_given_name(typed.split()[0])


def _beginning(name: Word, given: str) -> _Given:
    end = name.start + len(given)
    return _Given(Word(given, name.start, end), name.text[len(given) :])
