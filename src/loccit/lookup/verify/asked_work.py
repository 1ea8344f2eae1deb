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
#: An ISBN in the entry of a part is that of the whole.
_WHOLE = "whole"
#: What publishers put before the titles of retracted works.
_NOTICE = regex(
    r"(?i)^\W*(?:retracted|withdrawn|removed)(?: article| paper)?\W*[:.\]]\s*"
)
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
            if found.kind == "isbn" and ComparedSource(self.source).kind != _WHOLE:
                continue
            kinds.add(found.kind)
            yield found


class Record:
    """What a service says of a work, as it is compared."""

    def __init__(self, found: LookupResult) -> None:
        self.found = found
        self.source = found.source
        self.compared = ComparedSource(found.source)

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
    """Return a title without notices and editions.

    >>> plain_title("RETRACTED ARTICLE: Walls").words, plain_title("Walls, 2nd ed.").words
    (('walls',), ('walls',))
    """
    return Title(_EDITION.sub("", _NOTICE.sub("", text)) or text)


def _labelled(variable: str, value: str) -> str:
    """Return the number of a database with its label, by which it is known."""
    if variable == "PMID" and value.isdecimal():
        return f"PMID {value}"
    return value
