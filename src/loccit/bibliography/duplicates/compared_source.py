"""A source as it is compared with others."""

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

_ARTICLES = (
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "review",
    "review-book",
)
_CHAPTERS = (
    "chapter",
    "paper-conference",
    "entry",
    "entry-dictionary",
    "entry-encyclopedia",
)
_WHOLES = (
    "book",
    "report",
    "pamphlet",
    "collection",
    "document",
    "manuscript",
    "standard",
    "classic",
    "",
)
_KINDS = {
    **dict.fromkeys(_ARTICLES, "in a journal"),
    **dict.fromkeys(_CHAPTERS, "in a book"),
    **dict.fromkeys(_WHOLES, "whole"),
}

#: Servers of preprints.
_PREPRINTS = frozenset(
    [
        "arxiv",
        "biorxiv",
        "chemrxiv",
        "corr",
        "medrxiv",
        "osf",
        "psyarxiv",
        "socarxiv",
        "ssrn",
    ]
)

_DIGITS = regex(r"[0-9]{1,5}")
_EDITION = regex(r"ed|edn|edition|aufl(?:age)?|ausgabe|édition|edición")
_BEFORE_PAGE = regex(r"[\s-]|^(?:pp?\.|article|art\.)")
_SCHEME = regex(r"^(?:https?:)?//(?:www\.|m\.)?", re.IGNORECASE)
_TRACKING = regex(r"[?&](?:utm_\w+|fbclid|gclid|ref|source)=[^&#]*|#.*$|/(?=[?#]|$)")
#: Words that publishers' names may have or not.
_PUBLISHING = frozenset(
    [
        *(
            "books",
            "co",
            "company",
            "gmbh",
            "house",
            "inc",
            "ltd",
            "llc",
            "press",
            "pub",
            "publisher",
            "publishers",
        ),
        *(
            "publications",
            "publishing",
            "sons",
            "univ",
            "university",
            "verlag",
            "editions",
            "ag",
            "corp",
        ),
    ]
)


class Work:
    """A source, and what is compared of it, made when it is first asked for."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.title = Title(source.plain("title"))
        self._numbers: dict[str, str] = {}

    @cached_property
    def kind(self) -> str:
        """Its type, or what that is one of; a preprint is one too where its server
        stands for a journal.
        """
        kind = _KINDS.get(self.source.type, self.source.type)
        return (
            "article"
            if kind == "in a journal" and _PREPRINTS & set(self.container[:1])
            else kind
        )

    @cached_property
    def people(self) -> tuple[Person, ...]:
        return people_of(self.source)

    @cached_property
    def translators(self) -> tuple[str, ...]:
        return tuple(
            "".join(name_words(name.family or name.literal))
            for name in self.source.names("translator")
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
        """Its address on the web, unless that is a whole site's."""
        address = _TRACKING.sub("", _SCHEME.sub("", self.source.text("URL").strip()))
        return address if "/" in address or "?" in address else ""

    @cached_property
    def year(self) -> int | None:
        issued = self.source.date("issued")
        return issued.start.year if issued and issued.start else None

    @cached_property
    def day(self) -> tuple[int | None, int | None]:
        """Month and day."""
        issued = self.source.date("issued")
        return (
            (issued.start.month, issued.start.day)
            if issued and issued.start
            else (None, None)
        )

    @cached_property
    def pages(self) -> str:
        """Its pages; an article's number is no less telling."""
        source = self.source
        number = source.text("number") if self.kind == "in a journal" else ""
        return _BEFORE_PAGE.sub(
            "",
            (source.text("page") or number).lower().replace("–", "-").replace("-", ":"),
        )

    @cached_property
    def first_page(self) -> str:
        return self.pages.partition(":")[0].partition(",")[0]

    @cached_property
    def length(self) -> int:
        """How many pages a book has, as far as it says; 0 where it does not."""
        given = (
            self.source.text("number-of-pages") or self.source.text("page")
            if self.kind == "whole"
            else ""
        )
        return max(map(int, _DIGITS.findall(given)), default=0)

    def number(self, variable: str) -> str:
        """A number, or what stands for one, however it is written; `""` where there is
        none.
        """
        if variable not in self._numbers:
            self._numbers[variable] = ".".join(words(self.source.plain(variable)))
        return self._numbers[variable]

    @cached_property
    def edition(self) -> str:
        """Its edition; the first is none."""
        edition = ".".join(
            word
            for word in words(self.source.plain("edition"))
            if not _EDITION.fullmatch(word)
        )
        return "" if edition == "1" else edition

    @cached_property
    def container(self) -> tuple[str, ...]:
        """The words of the journal or book that it is in."""
        return words(
            self.source.plain("container-title")
            or self.source.plain("container-title-short")
        )

    @cached_property
    def publisher(self) -> tuple[str, ...]:
        return tuple(
            word
            for word in words(self.source.plain("publisher"))
            if word not in _PUBLISHING
        )

    @cached_property
    def language(self) -> str:
        return primary_language(self.source.text("language"))
