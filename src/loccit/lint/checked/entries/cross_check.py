"""The citations of an essay compared with its list."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.lint.checked.citations.citation import CheckedCitation
from loccit.lint.checked.entries.entry import CheckedEntry
from loccit.lint.checked.entries.named_in_text import NamedInText
from loccit.lint.checked.entries.near_entries import (
    author_and_year,
    is_misdated,
    spelt_alike,
)
from loccit.recognize import TypedCite, TypedList
from loccit.recognize.typed_citation import Candidate, TypedMode

#: Ways of citing that say which work is cited; "(p. 3)" and "ibid." don't.
_NAMING: frozenset[TypedMode] = frozenset(["parenthetical", "narrative", "numeric"])
#: A text that is less likely a citation is not a reason to miss a work.
_LIKELY: Mapping[TypedMode, float] = {
    "parenthetical": 0.9,
    "narrative": 0.7,
    "numeric": 0.6,
}
#: Only one in the shape of "(see Doe, 1999)" need not be so likely, nor a narrative one
#: that the sentence proves: "Doe (1999) argues".
_LIKELY_IN_SHAPE, _LIKELY_IN_SENTENCE = 0.5, 0.6
_PROVING = frozenset(["reports", "attributes", "signal", "located"])
_SHAPE = regex(
    r"[(\[](?:(?:see|cf\.?|e\.g\.,?|see also|z\. ?B\.|vgl\.)\s)?"
    r"[“\"]?[^\W\d_a-z][^\W\d]*[^()\d]{0,80},?\s(?:1[5-9]|20)\d\d[a-z]?[^()]*[)\]]"
)
#: So is "(Doe 12)" or "Doe 1999", where no other is of an entry.
_FORMS_OF_SOME: frozenset[TypedMode] = frozenset(["mla", "bare"])
#: The heading of a list that has more than what is cited.
_OF_MORE = regex(
    r"(?i)\bannotated|\bfurther|\breadings?\b|\bconsulted|\bresources|\brecommended"
    r"|\bkommentiert|\bweiterführend"
)
#: What marks the works of a meta-analysis (APA 9.52).
_OF_META_ANALYSIS = "*"
#: Reasons that an entry is not the work of a cite.
_AGAINST = frozenset(
    [
        "other-year",
        "other-name",
        "other-given-name",
        "other-coauthor",
        "other-letter",
        "other-title-in-cite",
        "later-author",
        "words-before-name",
        "not-in-list",
    ]
)


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A cite of a work that the list lacks.

    Attributes:
        nearest: the entry that it may be of, if something in one of them is wrong.
        is_misspelt: whether it is of that entry, which nothing else cites, but the name
            is spelt differently there.
        is_misdated: whether it is of that entry, the only one of the author, but a digit
            of the year differs there.
    """

    citation: CheckedCitation
    cite: TypedCite
    nearest: CheckedEntry | None = None
    is_misspelt: bool = False
    is_misdated: bool = False

    @property
    def place(self) -> tuple[int, int]:
        """Where it is in the text of its paragraph."""
        if len(self.citation.cites) == 1 and self.citation.mode == "narrative":
            return (
                self.citation.start,
                self.citation.end,
            )  # names are before the bracket
        return self.citation.place_of(self.cite)


class CrossCheck:
    """The citations of an essay against the entries of its list, both ways."""

    def __init__(
        self,
        citations: Sequence[CheckedCitation],
        entries: Sequence[CheckedEntry],
        named: NamedInText,
        nocite: Collection[str] = (),
        *,
        lists_more: bool = False,
    ) -> None:
        """Args:
        citations: those of the essay, in document order.
        entries: those of its typed list.
        named: what the text names without citing it.
        nocite: the keys that are listed without a citation.
        lists_more: whether the list is one of further works, too.
        """
        self._citations = citations
        self._entries = entries
        self._named = named
        self._nocite = nocite
        self._lists_more = lists_more

    @cached_property
    def unlisted(self) -> Sequence[Unlisted]:
        """The cites of works that the list lacks, in document order."""
        return [
            self._unlisted(citation, cite)
            for citation in self._citations
            if self._names_its_works(citation)
            for cite in _to_be_listed(citation.cites)
            if self._is_unlisted(cite)
        ]

    @cached_property
    def uncited(self) -> Sequence[CheckedEntry]:
        """The entries that nothing cites, in the order of the list; none where a
        program keeps all citations, and the list.
        """
        if self._lists_more or self._is_kept_by_program:
            return []
        return [
            entry
            for entry in self._entries
            if entry.number not in self._cited
            and entry.read.key not in self._nocite
            and not entry.text.startswith(_OF_META_ANALYSIS)
            and author_and_year(entry) not in self._authors_and_years
            and not self._named.has(entry)
        ]

    @property
    def _is_kept_by_program(self) -> bool:
        kinds = {each.kind for each in self._citations}
        return kinds == {"live"}

    @cached_property
    def _authors_and_years(self) -> frozenset[tuple[str, str]]:
        """The first authors and years of the entries that are cited: a cite may be of
        another entry with both.
        """
        return frozenset(
            author_and_year(each)
            for each in self._entries
            if each.number in self._cited
        )

    @property
    def missing(self) -> Sequence[Unlisted]:
        """Those of `unlisted` that are not of an entry with a mistake in either."""
        return [
            each for each in self.unlisted if not (each.is_misspelt or each.is_misdated)
        ]

    @property
    def works_unlisted(self) -> int:
        """How many works are cited that the list lacks."""
        cites = [each.cite for each in self.missing]
        return len(
            {(each.names, each.year, each.suffix, each.number) for each in cites}
        )

    @cached_property
    def _cited(self) -> frozenset[int | None]:
        """The numbers of the entries that something cites, or may cite."""
        misspelt = [
            each.nearest.number
            for each in self.unlisted
            if each.is_misspelt and each.nearest
        ]
        return self._linked.union(misspelt)

    @cached_property
    def _linked(self) -> frozenset[int | None]:
        """The numbers of the entries that a cite was matched with."""
        cites = [cite for citation in self._citations for cite in citation.cites]
        keys = {cite.key for cite in cites if cite.key}
        by_key = [each.number for each in self._entries if each.read.key in keys]
        likely = [candidate.entry for cite in cites for candidate in cite.candidates]
        return frozenset([*by_key, *likely, *(cite.entry for cite in cites)])

    def _names_its_works(self, citation: CheckedCitation) -> bool:
        """Return whether a citation says which works have to be in the list; a program
        lists those that it keeps, and the style those by key.
        """
        likely = _LIKELY.get(citation.mode, 0.9)
        if _SHAPE.fullmatch(citation.text):
            likely = _LIKELY_IN_SHAPE
        elif any(reason.code in _PROVING for reason in citation.read.reasons):
            likely = min(likely, _LIKELY_IN_SENTENCE)
        if citation.kind != "typed" or citation.read.confidence < likely:
            return False
        if citation.mode in _FORMS_OF_SOME:
            return citation.mode in self._modes_of_listed
        return citation.mode in _NAMING

    @cached_property
    def _modes_of_listed(self) -> frozenset[TypedMode]:
        """The modes of the citations whose works are listed."""
        return frozenset(
            citation.mode
            for citation in self._citations
            if all(cite.entry is not None for cite in citation.cites)
        )

    def _is_unlisted(self, cite: TypedCite) -> bool:
        if cite.entry is not None or cite.personal:
            return False
        if cite.key:
            return bool(self._entries) and bool(cite.names) and not self._has(cite.key)
        if cite.candidates:
            return _speaks_against(cite.candidates[0])
        if cite.number:
            return True
        return bool(cite.names) and not self._named.in_list(cite)

    def _has(self, key: str) -> bool:
        return any(each.read.key == key for each in self._entries)

    def _unlisted(self, citation: CheckedCitation, cite: TypedCite) -> Unlisted:
        if cite.candidates and cite.candidates[0].entry is not None:
            likely = self._entries[cite.candidates[0].entry]
            differs = is_misdated(cite, likely)
            return Unlisted(citation, cite, likely, is_misdated=differs)
        nearest = next(spelt_alike(cite, self._entries), None)
        is_misspelt = nearest is not None and nearest.number not in self._linked
        return Unlisted(citation, cite, nearest, is_misspelt)


def lists_more(typed_list: TypedList | None, parts: Mapping[str, str]) -> bool:
    """Return whether the heading of a list says that it has more than what is cited.

    Args:
        parts: the parts of the essay.
    """
    if typed_list is None or typed_list.heading is None:
        return False
    heading = typed_list.heading
    text = parts[typed_list.part][heading.start : heading.end]
    return _OF_MORE.search(text) is not None


def _to_be_listed(cites: Sequence[TypedCite]) -> Iterator[TypedCite]:
    """Leave out works that are known through the one after them: "as cited in"."""
    for cite, following in zip(cites, [*cites[1:], None], strict=True):
        if following is None or not following.secondary:
            yield cite


def _speaks_against(candidate: Candidate) -> bool:
    return any(reason.code in _AGAINST for reason in candidate.reasons)
