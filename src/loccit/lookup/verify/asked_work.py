"""A work that the services are asked about, and the record that one has."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.bibliography.duplicates import ComparedSource, Title
from loccit.lookup.identifiers import Identifier, identify
from loccit.lookup.lookup_result import LookupResult
from loccit.model import Source, Span
from loccit.recognize import TypedEntry
from loccit.recognize.matching import AskedEntry

#: Where identifiers are, by preference.
_IDENTIFIERS = ("DOI", "PMID", "PMCID", "number", "URL", "ISBN")
#: The kinds of a `ComparedSource`.
IN_JOURNAL, IN_BOOK, WHOLE, PREPRINT = "in a journal", "in a book", "whole", "article"
#: What publishers put before the titles of retracted works.
_NOTICE = regex(
    r"(?i)^\W*(?:retracted|withdrawn|removed)(?: article| paper)?\W*[:.\]]\s*"
)
#: No title is longer; a service might send anything.
_LONGEST = 1000
#: The mark of a note after the last word, which comes along from the first page.
_NOTE = regex(r"(?<=[^\W\d_]{4})\d$")
#: The edition after a title, which many catalogs have there.
_EDITION = regex(r"(?i)[\s,:;(–—-]+(?:\w+\s){0,2}(?:edition|ed\.|edn\.?)\W*$")


@dataclass(frozen=True, slots=True)
class AskedWork:
    """A work that somebody cites.

    Attributes:
        source: what is known of it.
        text: the reference as it was typed; "" for a source of a library.
        doubtful: the variables that may have been read wrong from the text.
    """

    source: Source
    text: str = ""
    doubtful: tuple[str, ...] = ()

    def compared(self) -> AskedEntry:
        """Return the work as it is compared with others."""
        entry = TypedEntry(
            self.text, Span(0, 0), source=self.source, doubtful=self.doubtful
        )
        return AskedEntry(entry)

    def without_identifiers(self) -> AskedWork:
        """Return the work as it is compared with those that a search finds."""
        identifiers = dict.fromkeys(("DOI", "PMID", "PMCID"))
        source = self.source.with_variables(identifiers)
        return AskedWork(source, self.text, self.doubtful)

    def identifiers(self) -> Iterator[Identifier]:
        """Yield its identifiers, one of each kind."""
        kinds = {"url"}
        for variable in _IDENTIFIERS:
            found = identify(_labelled(variable, self.source.text(variable)))
            if found is None or found.kind in kinds:
                continue
            if found.kind == "isbn" and ComparedSource(self.source).kind != WHOLE:
                continue  # that of the book which it is in
            kinds.add(found.kind)
            yield found


class Record:
    """The record that a service has of a work, as it is compared."""

    def __init__(self, found: LookupResult) -> None:
        self.found = found
        self.source = found.source
        self.compared = ComparedSource(found.source)

    @property
    def is_in_catalog(self) -> bool:
        """Whether it is a catalog's of a book, not a publisher's with a DOI."""
        return self.compared.kind == WHOLE and not self.compared.doi

    def is_preprint_of(self, asked: AskedEntry) -> bool:
        """Return whether it is of the preprint of a work that appeared elsewhere."""
        return self.compared.kind == PREPRINT != asked.compared.kind

    @cached_property
    def titles(self) -> list[Title]:
        """Its titles, which may be in several languages."""
        texts = (self.source.plain("title"), *self.found.also.get("title", ()))
        return [plain_title(text) for text in dict.fromkeys(texts) if text]

    @cached_property
    def years(self) -> frozenset[int]:
        """The years in which it appeared, online or in print."""
        further = filter(str.isdecimal, self.found.also.get("issued", ()))
        issued = [self.compared.year] if self.compared.year else []
        return frozenset([*issued, *map(int, further)])


def plain_title(text: str) -> Title:
    """Return a title without notices, editions, and marks of notes.

    >>> plain_title("RETRACTED ARTICLE: Walls").words, plain_title("Walls, 2nd ed.").words
    (('walls',), ('walls',))
    >>> plain_title("On Walls1").words, plain_title("On CO2").words
    (('walls',), ('co2',))
    """
    text = text[:_LONGEST]
    plain = _NOTE.sub("", _NOTICE.sub("", text))
    return Title(_EDITION.sub("", plain) or text)


def _labelled(variable: str, value: str) -> str:
    """Return the number of a database with its label, by which it is known."""
    if variable == "PMID" and value.isdecimal():
        return f"PMID {value}"
    return value
