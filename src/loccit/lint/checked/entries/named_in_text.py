"""Names and titles that an essay has where nothing was recognized: a rule does not miss
what may only not have been understood.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.lint.checked.citations.citation import CheckedCitation
from loccit.lint.checked.entries.entry import CheckedEntry
from loccit.lint.checked.places import Places
from loccit.recognize import TypedCite
from loccit.recognize.matching.people import Person, people_of
from loccit.recognize.matching.spelling import folded

_YEAR = regex(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
#: A word that may be a name.
_CAPITALIZED = regex(r"\b[^\W\d_a-z][\w'’-]*")
#: So many words of a title are not in a text by chance.
_TITLE = 3
#: A shorter title is a common word.
_SHORTEST = 2


class NamedInText:
    """The words of an essay outside its citations, and those of its list."""

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        citations: Sequence[CheckedCitation],
        entries: Sequence[CheckedEntry],
        listed: Collection[int],
    ) -> None:
        """Args:
        paragraphs: those of the essay.
        citations: its citations; those whose works are known are not looked at.
        entries: those of its list.
        listed: the indices of the paragraphs of the list.
        """
        self._paragraphs = paragraphs
        self._citations = citations
        self._entries = entries
        self._listed = listed

    def in_list(self, cite: TypedCite) -> bool:
        """Return whether the list has the first name of a cite in another place than
        that of an author, with the same year or none: "On It by Jane Doe et al.".
        """
        return any(_may_be_of(cite, text, words) for text, words in self._listed_words)

    def has(self, entry: CheckedEntry) -> bool:
        """Return whether the text has the first author or the title of an entry, or the
        title that is in the place of authors.
        """
        people = people_of(entry.source)
        if people and self._has_person(people[0]):
            return True
        words = _joined(folded(entry.text))
        if any(_may_be_of(cite, entry.text, words) for cite in self._left):
            return True
        title = folded(entry.source.plain("title"))
        if len(title) >= _SHORTEST and _has(title[:_TITLE], self._words):
            return True
        lead, date, _ = entry.text.partition(". (")
        is_title = bool(date) and "," not in lead
        return is_title and _has(folded(lead)[:_TITLE], self._words)

    def _has_person(self, person: Person) -> bool:
        """Return whether the text has a surname; as other words are spelt like some,
        only with a capital, if it has one.
        """
        is_name = len(person.family) == 1 and person.shown[:1].isupper()
        return _has(person.family, self._names if is_name else self._words)

    @cached_property
    def _left(self) -> Sequence[TypedCite]:
        """The cites whose works are not known."""
        cites = [cite for citation in self._citations for cite in citation.cites]
        return [cite for cite in cites if cite.entry is None and cite.names]

    @cached_property
    def _listed_words(self) -> Sequence[tuple[str, str]]:
        """The texts of the list, also where no entry was found, and their words."""
        entries = Places([each.read for each in self._entries])
        left = [
            paragraph.text
            for index, paragraph in enumerate(self._paragraphs)
            if index in self._listed
            and not entries.at(paragraph.part, paragraph.span(0, len(paragraph.text)))
        ]
        texts = [*(each.text for each in self._entries), *left]
        return [(text, _joined(folded(text))) for text in texts]

    @cached_property
    def _words(self) -> str:
        return _joined(folded(" ".join(self._outside())))

    @cached_property
    def _names(self) -> str:
        """The words that may be names."""
        names = _CAPITALIZED.findall(" ".join(self._outside()))
        return _joined(folded(" ".join(names)))

    def _outside(self) -> Iterator[str]:
        """Yield the text between the cites whose works are known."""
        known: dict[int, list[tuple[int, int]]] = {}
        for each in self._citations:
            known.setdefault(each.read.paragraph, []).extend(_known(each))
        for index, paragraph in enumerate(self._paragraphs):
            if index in self._listed:
                continue
            done = 0
            for start, end in known.get(index, []):
                yield paragraph.text[done:start]
                done = max(done, end)
            yield paragraph.text[done:]


def _known(citation: CheckedCitation) -> Iterator[tuple[int, int]]:
    """Yield where the cites of a citation are whose works are known; the names of a
    narrative one are outside its cite.
    """
    if citation.mode == "narrative" and citation.cites[0].entry is not None:
        yield citation.start, citation.end
        return
    for cite in citation.cites:
        if cite.entry is not None:
            yield citation.place_of(cite)


def _may_be_of(cite: TypedCite, text: str, words: str) -> bool:
    """Return whether a text of the list has the first name of a cite; Chinese names
    have no space before the given name.
    """
    if _YEAR.search(text) and cite.year not in text:
        return False
    name = folded(cite.names[0])
    is_within = not cite.names[0].isascii() and cite.names[0] in text
    return is_within or _has(name, words) or _has(name[-1:], words)


def _has(phrase: Sequence[str], words: str) -> bool:
    return bool(phrase) and _joined(phrase) in words


def _joined(words: Sequence[str]) -> str:
    """Return words with a space around each."""
    return f" {' '.join(words)} "
