"""A source in the form in which it is compared with others."""

from __future__ import annotations

import re
from functools import cached_property

from loccit._startup.regex import regex
from loccit.bibliography.duplicates.authors import Person, people_of
from loccit.bibliography.duplicates.normalize import name_words, words
from loccit.bibliography.duplicates.titles import Title
from loccit.model import Source
from loccit.values.identifiers import (
    isbns_in,
    plain_doi,
    read_pmcid,
    read_pmid,
    without_version,
)
from loccit.values.languages import primary_language
from loccit.values.page_ranges import read_pages

_KINDS = {
    "article-journal": "in a journal",
    "article-magazine": "in a journal",
    "article-newspaper": "in a journal",
    "review": "in a journal",
    "review-book": "in a journal",
    "chapter": "in a book",
    "paper-conference": "in a book",
    "entry": "in a book",
    "entry-dictionary": "in a book",
    "entry-encyclopedia": "in a book",
    "book": "whole",
    "report": "whole",
    "pamphlet": "whole",
    "collection": "whole",
    "document": "whole",
    "manuscript": "whole",
    "standard": "whole",
    "classic": "whole",
    "": "whole",
}
#: Servers of preprints, which some people enter as journals.
_PREPRINT_SERVERS = """
arxiv biorxiv chemrxiv corr medrxiv osf psyarxiv socarxiv ssrn
"""
_PREPRINTS = frozenset(_PREPRINT_SERVERS.split())
#: Words that people leave out of publishers' names.
_PUBLISHERS_WORDS = """
ag books co company corp editions gmbh house inc llc ltd press pub publications publisher
publishers publishing sons univ university verlag
"""
_PUBLISHING = frozenset(_PUBLISHERS_WORDS.split())

_DIGITS = regex(r"[0-9]{1,5}")
_EDITION = regex(r"ed|edn|edition|aufl(?:age)?|ausgabe|édition|edición")
_BEFORE_PAGE = regex(r"[\s-]|^(?:pp?\.|article|art\.)")
_SCHEME = regex(r"^(?:https?:)?//(?:www\.|m\.)?", re.IGNORECASE)
_TRACKING = regex(r"[?&](?:utm_\w+|fbclid|gclid|ref|source)=[^&#]*|#.*$|/(?=[?#]|$)")


class ComparedSource:
    """A source and what is compared of it, each calculated when it is first needed."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.title = Title(source.plain("title"))
        self._numbers: dict[str, str] = {}

    @cached_property
    def kind(self) -> str:
        """Its type, or a group of types; an article in a preprint server is a preprint."""
        kind = _KINDS.get(self.source.type, self.source.type)
        is_preprint = not _PREPRINTS.isdisjoint(self.container[:1])
        return "article" if kind == "in a journal" and is_preprint else kind

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """The people that it is known by."""
        return people_of(self.source)

    @cached_property
    def translators(self) -> tuple[str, ...]:
        """The surnames of its translators, each as one word."""
        names = self.source.names("translator")
        return tuple(
            ["".join(name_words(name.family or name.literal)) for name in names]
        )

    @cached_property
    def doi(self) -> str:
        """Its DOI; all versions of a preprint have the same."""
        return without_version(plain_doi(self.source.text("DOI"))).lower()

    @cached_property
    def identifiers(self) -> frozenset[tuple[str, str]]:
        """Its DOI and its numbers in PubMed, which no other work has."""
        pmid, pmcid = self.source.text("PMID"), self.source.text("PMCID")
        found = [
            ("DOI", self.doi),
            ("PMID", read_pmid(pmid) or pmid),
            ("PMCID", read_pmcid(pmcid) or pmcid.upper()),
        ]
        return frozenset((name, value) for name, value in found if value)

    @cached_property
    def isbns(self) -> frozenset[str]:
        """Its ISBNs, each as 13 digits."""
        return frozenset(isbns_in(self.source.text("ISBN")))

    @cached_property
    def address(self) -> str:
        """Its URL without what does not matter, unless it is that of a whole site."""
        address = _TRACKING.sub("", _SCHEME.sub("", self.source.text("URL").strip()))
        return address if "/" in address or "?" in address else ""

    @cached_property
    def year(self) -> int | None:
        """The year of its publication."""
        issued = self.source.date("issued")
        return issued.start.year if issued and issued.start else None

    @cached_property
    def day(self) -> tuple[int | None, int | None]:
        """The month and the day of its publication."""
        issued = self.source.date("issued")
        if not issued or not issued.start:
            return None, None
        return issued.start.month, issued.start.day

    @cached_property
    def pages(self) -> str:
        """Its pages, or the number of an article that has no pages."""
        pages = self.source.text("page")
        if not pages and self.kind == "in a journal":
            pages = self.source.text("number")
        ends = read_pages(pages).lower().replace("-", ":")
        return _BEFORE_PAGE.sub("", ends)

    @cached_property
    def first_page(self) -> str:
        """Its first page."""
        return self.pages.partition(":")[0].partition(",")[0]

    @cached_property
    def length(self) -> int | None:
        """The number of pages of a book."""
        if self.kind != "whole":
            return None
        pages = self.source.text("number-of-pages") or self.source.text("page")
        return max(map(int, _DIGITS.findall(pages)), default=0) or None

    def number(self, variable: str) -> str:
        """Return a number however it is written; `""` if there is none."""
        if variable not in self._numbers:
            self._numbers[variable] = ".".join(words(self.source.plain(variable)))
        return self._numbers[variable]

    @cached_property
    def edition(self) -> str:
        """Its edition; `""` for the first."""
        found = words(self.source.plain("edition"))
        edition = ".".join([word for word in found if not _EDITION.fullmatch(word)])
        return "" if edition == "1" else edition

    @cached_property
    def container(self) -> tuple[str, ...]:
        """The words of the journal or book that it is in."""
        title = self.source.plain("container-title")
        return words(title or self.source.plain("container-title-short"))

    @cached_property
    def publisher(self) -> tuple[str, ...]:
        """The words of its publisher that people don't leave out."""
        found = words(self.source.plain("publisher"))
        return tuple([word for word in found if word not in _PUBLISHING])

    @cached_property
    def language(self) -> str:
        """Its language without region."""
        return primary_language(self.source.text("language"))
