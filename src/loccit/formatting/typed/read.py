"""Read what is typed by hand in an essay, as far as it is beyond doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from loccit._startup.dataclass import dataclass, field, replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography import Library
from loccit.essays import Essay, ReferenceList
from loccit.formatting.printing import Printing
from loccit.formatting.typed.citations import can_be_set, model_citations
from loccit.formatting.typed.fit import with_given_names
from loccit.formatting.typed.numbers import are_numbers_known
from loccit.formatting.typed.printed import printed_keys
from loccit.formatting.typed.sure import (
    is_likely,
    is_sure,
    keys_of_entries,
    sure_keys,
    with_keys_of_entries,
)
from loccit.formatting.typed.taken import Taken
from loccit.formatting.typed.words import (
    goes_on_with_other,
    has_own_markup,
    is_title,
    lost_words,
    unknown_acronyms,
)
from loccit.model import Citation, Span
from loccit.recognize import (
    Recognized,
    TypedCitation,
    TypedCite,
    TypedEntry,
    TypedList,
    recognize,
)

_BLANK_LINE = regex(r"\n[^\S\n]*\n|\r\r")
_IN_BRACKETS = regex(r"(?:[(\[][^()\[\]]*[)\]][\s.,;]*)+")
#: Where a citation begins: its part, and the offset in it.
Start: TypeAlias = tuple[str, int]


@dataclass(frozen=True, slots=True)
class TypedParts:
    """What is typed by hand in an essay.

    Attributes:
        citations: those to format, whose sources are beyond doubt.
        left: the others, in document order.
        typed: by their place, how these are typed.
        lost: by their place, the words of such citations that would get lost if they
            were formatted.
        list: the typed list, if there is one.
        keys: the source of each entry of the list, None where it is not beyond doubt.
        listed: the keys to list, besides those of `citations`.
        numbers_stay: whether citations by number stay, although some of their sources
            are known.
    """

    citations: tuple[Citation, ...] = ()
    left: tuple[TypedCitation, ...] = ()
    typed: Mapping[Start, TypedCitation] = field(default_factory=dict)
    lost: Mapping[Start, Sequence[str]] = field(default_factory=dict)
    list: TypedList | None = None
    keys: tuple[str | None, ...] = ()
    listed: tuple[str, ...] = ()
    numbers_stay: bool = False

    def how(self, citation: Citation) -> TypedCitation | None:
        """Return how a citation is typed; None for one with keys."""
        if not citation.typed:
            return None
        return self.typed.get((citation.part, citation.span.start))


class ByKey(NamedTuple):
    """What is known of an essay without a look at what is typed by hand.

    Attributes:
        citations: the citations that have keys; nothing in them is typed by hand.
        nocite: the keys that are listed without a citation.
        references: the place of the list, as the format finds it.
    """

    citations: Sequence[Citation]
    nocite: Sequence[str]
    references: ReferenceList


def read_typed(
    essay: Essay,
    library: Library,
    by_key: ByKey,
    printing: Printing,
) -> TypedParts:
    """Read what is typed by hand in an essay.

    Args:
        essay: the essay.
        library: where sources are looked up.
        by_key: what is known of the essay without that.
        printing: its style.
    """
    recognized = recognize(essay, library)
    taken = Taken(by_key.citations, [*_kept_entries(by_key.references)])
    judge = _Judge(essay, library, printing)
    found = [each for each in recognized.citations if each not in taken]
    keys = keys_of_entries(recognized, library)
    likely = [*_likely(recognized, by_key)]
    keys = printed_keys(recognized.entries, keys, likely, library, printing.list_of)
    keys = [*_without_others(recognized.entries, keys, essay, library)]
    found = [with_keys_of_entries(each, keys) for each in found]
    formatted = [each for each in found if judge.is_formatted(each)]
    listing = found
    typed_list, inside = _within(by_key, recognized.list, keys)
    numbers_stay = not _has_no_numbers(by_key, found) and not are_numbers_known(
        essay, recognized, formatted, keys, printing
    )
    if numbers_stay:
        formatted, listing, typed_list, inside = [], [], None, []
    set_again = {id(each) for each in formatted}
    left = [each for each in found if id(each) not in set_again]
    formatted = [judge.whole(each) for each in formatted]
    return TypedParts(
        tuple(model_citations(formatted, essay.document)),
        tuple(left),
        {(each.part, each.span.start): each for each in formatted},
        {(each.part, each.span.start): judge.lost_words(each) for each in left},
        typed_list,
        tuple(inside),
        tuple(_listed(listing, inside, library)),
        numbers_stay and any(keys),
    )


def _has_no_numbers(by_key: ByKey, found: Sequence[TypedCitation]) -> bool:
    """Return whether no number is typed: in a list that is marked as one, or that a
    program keeps, numbers are printed.
    """
    is_typed = any(each.mode == "numeric" for each in found)
    return by_key.references.kind == "div" and not is_typed


def _kept_entries(references: ReferenceList) -> Iterator[tuple[str, Span]]:
    """Yield the places of the entries of a list that is marked as one, or that a program
    keeps: nothing in them cites.
    """
    if references.kind == "div":
        yield from ((references.part, entry) for entry in references.entries)


def _without_others(
    entries: Sequence[TypedEntry],
    keys: Sequence[str | None],
    essay: Essay,
    library: Library,
) -> Iterator[str | None]:
    """Yield the sources of entries, but None for one that has the next entry in it,
    which would get lost.
    """
    for entry, key in zip(entries, keys, strict=True):
        paragraphs = _BLANK_LINE.split(
            essay.document.characters(entry.span, entry.part)
        )
        source = library.get(key) if key else None
        if source and goes_on_with_other(paragraphs, source):
            key = None
        yield key


def _within(
    by_key: ByKey, typed: TypedList | None, keys: Sequence[str | None]
) -> tuple[TypedList | None, Sequence[str | None]]:
    """Leave out what is not an entry: what cites by key, a citation alone in its
    paragraph, and what is outside the section or div that is meant for the list, if there
    is one.
    """
    if typed is None or (typed.heading is None and len(typed.entries) == 1):
        return None, []
    taken, references = Taken(by_key.citations), by_key.references
    has_place = bool(references.entries) and references.part == typed.part
    place = range(references.start, references.span.end + 1)
    inside = [
        number
        for number, entry in enumerate(typed.entries)
        if entry not in taken
        and not _IN_BRACKETS.fullmatch(entry.text)
        and (not has_place or entry.span.start in place)
    ]
    if len(inside) == len(typed.entries):
        return typed, keys
    entries = tuple([typed.entries[number] for number in inside])
    return replace(typed, entries=entries), [keys[number] for number in inside]


class _Judge:
    """Decides which typed citations are formatted."""

    def __init__(
        self,
        essay: Essay,
        library: Library,
        printing: Printing,
    ) -> None:
        self._paragraphs = essay.document.paragraphs
        self._library = library
        self._locator_words = printing.locator_words
        self._in_notes = printing.in_notes

    def is_formatted(self, citation: TypedCitation) -> bool:
        """Return whether a citation is formatted."""
        if not can_be_set(citation):
            return False
        if not self._is_known(citation) and not self._is_likely_page(citation):
            return False
        if has_own_markup(citation, self._paragraphs[citation.paragraph]):
            return False
        in_note = self._paragraphs[citation.paragraph].kind == "note"
        if in_note and self._in_notes:
            return False
        return not self.lost_words(citation)

    def lost_words(self, citation: TypedCitation) -> list[str]:
        """Return the words of a citation, whose sources are known, that would get lost
        if it were formatted.
        """
        if not self._is_known(citation):
            return []
        keys = [cite.key or "" for cite in citation.cites]
        sources = [self._library.require(key) for key in keys]
        lost = lost_words(citation, sources, self._locator_words)
        return [*lost, *unknown_acronyms(citation, sources)]

    def whole(self, citation: TypedCitation) -> TypedCitation:
        """Take into a citation what belongs to it: the signs that raise a number, and the
        given names of a first author in the sentence.  Titles are left out, which the
        style prints where it wants them: "(Doe, *On Things* 12)".
        """
        cites = [self._without_title(cite) for cite in citation.cites]
        citation = replace(citation, cites=tuple(cites))
        key = citation.cites[0].key or ""
        paragraph = self._paragraphs[citation.paragraph]
        if citation.mode == "numeric":
            span = paragraph.marked_span(citation.start, citation.end)
            return replace(citation, span=span)
        return with_given_names(citation, paragraph, self._library.require(key))

    def _without_title(self, cite: TypedCite) -> TypedCite:
        source = self._library.require(cite.key or "")
        return replace(cite, after="") if is_title(cite.after, source) else cite

    def _is_likely_page(self, citation: TypedCitation) -> bool:
        """Return whether a citation is a page alone in a style that prints it alone, so
        that it matters less of which work it is.
        """
        if citation.mode != "page-only" or self._in_notes:
            return False
        return all(is_likely(cite, self._library) for cite in citation.cites)

    def _is_known(self, citation: TypedCitation) -> bool:
        return all(is_sure(cite, self._library) for cite in citation.cites)


def _likely(recognized: Recognized, by_key: ByKey) -> Iterator[str]:
    """Yield the keys that entries of the list may have."""
    yield from by_key.nocite
    for citation in by_key.citations:
        yield from [cite.key for cite in citation.cites]
    for typed in recognized.citations:
        yield from [cite.key for cite in typed.cites if cite.key]
    for entry in recognized.entries:
        yield from [each.key for each in entry.candidates if each.key]
        if entry.key:
            yield entry.key


def _listed(
    found: Sequence[TypedCitation], keys: Sequence[str | None], library: Library
) -> Iterator[str]:
    """Yield the keys of all works that are listed or cited, once; those of the list in
    its order, which numbers them.
    """
    listed = dict.fromkeys(key for key in keys if key)
    for each in found:
        listed.update(dict.fromkeys(sure_keys(each, library)))
    yield from listed
