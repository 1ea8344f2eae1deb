"""Change sources before APA 7 renders them, where a style can't ask for it."""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.csl.locales.locale import Locale
from loccit.csl.text.sentence_case import is_cased, titles_of
from loccit.model import Name, Source, Value
from loccit.values.groups import LEGAL_FORM, is_group, is_same_group
from loccit.values.identifiers import doi_of_page, plain_doi
from loccit.values.languages import primary_language
from loccit.values.names import surname

#: An article that titles are not sorted by.
_ARTICLE = regex(r"(?:an?|the)\s+(?=\w)", re.IGNORECASE)
#: The punctuation before a subtitle, and its first word.
_SUBTITLE = regex(r"([:?!][\"'”’]?\s+[\"“‘]?|—\s?)([^\W\d_][\w'’]*)")
#: The first word of a title; not a name with digits, nor one that a colon explains.
_FIRST_WORD = regex(r"^((?:<[bi]>|[\"'“‘«„(])*)([^\W\d_][^\W\d_'’-]*)(?=[\s,;?!-]|$)")
#: Types whose titles are names.
_NAMED = frozenset(["dataset", "software"])
#: What library catalogues add after a journal's name, and before it.
_ADDITION = regex(r"(?<=\w) : .+$")
_ACRONYM = regex(r"^[A-Z]{3,8}\. (?=[A-Z][a-z]+ [A-Za-z])")
#: Databases whose addresses lead only their subscribers to a work.
_DATABASE = regex(
    r"https?://(?:[\w.-]+\.)?(?:proquest\.com|ebscohost\.com|ebsco\.com|gale(?:group)?\.com"
    r"|galegroup\.com|lexisnexis\.com|nexisuni\.com|ovid\.com|newsbank\.com|factiva\.com"
    r"|infotrac\.galegroup\.com|webofscience\.com|scopus\.com|psycnet\.apa\.org/(?:login|search)"
    r"|worldcat\.org|oclc\.org|[\w.-]*(?:ez)?proxy[\w.-]*)(?::\d+)?/",
    re.IGNORECASE,
)
_LEGAL_FORM = regex(rf",? (?:{LEGAL_FORM}|B\.?V\.?)(?=; |$)")
_YEARS = regex(r"\b([12]\d{3})-([12]\d{3})\b")
#: "e0209899", "aac4716", "Article 12", "Art. No. 7", "102345": numbers that are no pages.
_ARTICLE_NUMBER = regex(
    r"(?:[Aa]rt(?:icle|\.)?(?: (?:[Nn]o\.?|number))?:? ?)(\w+)|([eE]\d+|[a-z]{2,}\d{3,}|\d{6,})"
)
#: What an article has that is published once and for all, or soon will be.
_OF_FINAL_ARTICLES = frozenset(
    ["DOI", "PMID", "issue", "number", "page", "status", "volume"]
)
#: Tags and punctuation, which titles are not sorted by.
_MARKUP = regex(r"<[^<>]*>|[^\w\s]")


def without_publisher_who_is_author(source: Source, _locale: Locale) -> Source:
    """Omit the publisher if it is the author, and the author from a list of agencies
    (sections 9.11 and 9.29).
    """
    publisher = source.plain("publisher")
    if source.type == "thesis" or not publisher:
        return source
    authors = [surname(name) for name in source.names("author")]
    if source.type == "standard" and not authors:
        authors = [source.text("authority")]  # whom the style makes the author
    publishers = publisher.split("; ")
    if len(authors) == len(publishers) and all(map(is_same_group, authors, publishers)):
        return _without(source, "publisher")
    if len(authors) != 1:
        return source
    others = [
        agency
        for agency in publisher.split(", ")
        if not is_same_group(agency, authors[0])
    ]
    if any(map(is_group, others)):
        return _with(source, "publisher", ", ".join(others))
    return source


def publisher_without_legal_form(source: Source, _locale: Locale) -> Source:
    """Omit "Inc." and the like after a publisher's name (section 9.29)."""
    for name in ("publisher", "archive"):
        source = _with(source, name, _LEGAL_FORM.sub("", source.text(name)))
    return source


def years_with_dash(source: Source, _locale: Locale) -> Source:
    """Join years in titles by an en dash: "1990–1992" (section 6.6)."""
    for name in titles_of(source):
        source = _with(source, name, _YEARS.sub(r"\1–\2", source.text(name)))
    return source


def doi_as_address(source: Source, _locale: Locale) -> Source:
    """Print a DOI as https://doi.org/..., however it was typed, or if a URL contains it.

    Sections 9.34 and 9.35.
    """
    doi = plain_doi(source.text("DOI")) or doi_of_page(source.text("URL"))
    return _with(source, "DOI", doi)


def article_number_in_pages(source: Source, _locale: Locale) -> Source:
    """Call a number in place of pages an article's (section 9.27)."""
    if not source.type.startswith("article-") or source.text("number"):
        return source
    found = _ARTICLE_NUMBER.fullmatch(source.text("page"))
    if found is None:
        return source
    return _with(source, "number", found[1] or found[2])


def article_that_changes(source: Source, _locale: Locale) -> Source:
    """Mark an article that is updated in place, so that it needs the day it was read.

    Section 9.16 and section 10.1, example 14.  Magazines and newspapers, which many
    programs take for journals, print more than a year.
    """
    issued = source.date("issued")
    if source.type != "article-journal" or not issued or issued.start is None:
        return source
    if issued.start.month or not source.variables.keys() >= {"accessed", "URL"}:
        return source
    if _OF_FINAL_ARTICLES.isdisjoint(source.variables):
        return _with(source, "changes", "true")
    return source


def without_address_of_database(source: Source, _locale: Locale) -> Source:
    """Omit the address of a database that readers may have no access to (9.30, 9.34)."""
    if not _DATABASE.match(source.text("URL")):
        return source
    return _without(source, "URL", "accessed")


def dictionary_by_publisher(source: Source, _locale: Locale) -> Source:
    """Make the publisher of a dictionary the author of an entry (10.3, example 47)."""
    is_entry = source.type.startswith("entry") and not source.names("author")
    publisher = source.text("publisher")
    if not is_entry or not publisher or source.names("editor"):
        return source
    is_dictionary = "dictionary" in source.text("container-title").lower()
    if source.type != "entry-dictionary" and not is_dictionary:
        return source
    return _without(_with(source, "author", (Name(literal=publisher),)), "publisher")


def title_in_two_languages(source: Source, _locale: Locale) -> Source:
    """Print a title with its translation (section 9.38).

    CSL's original title is the title then.  Not for a work with a translator or an
    original date, which is a translation that was read; nor for one in English, which
    has a translated title for readers of other languages: its original is mentioned by
    its year alone (section 9.39).
    """
    original = source.text("original-title")
    if not original:
        return source
    in_english = primary_language(source.text("language")) == "en"
    if source.names("translator") or source.date("original-date") or in_english:
        return _without(source, "original-title")
    source = _with(source, "translated-title", source.text("title"))
    source = _with(source, "title", original)
    return _without(source, "original-title", "title-short")


def as_dated_document(source: Source, _locale: Locale) -> Source:
    """Give a press release its full date, unlike other reports.

    Section 10.4, example 59.
    """
    if source.type != "report" or source.plain("genre").lower() != "press release":
        return source
    return replace(source, type="document")


def journal_as_named(source: Source, _locale: Locale) -> Source:
    """Omit what library catalogues add to a journal's name (section 9.25).

    PubMed has "Stroke : a journal of cerebral circulation" and "AJNR. American journal
    of neuroradiology".
    """
    if not source.type.startswith("article") or not is_cased(source):
        return source
    name = _ACRONYM.sub("", source.text("container-title"))
    return _with(source, "container-title", _ADDITION.sub("", name))


def titles_with_capitals(source: Source, locale: Locale) -> Source:
    """Capitalize the first word of a title and of an English subtitle (section 6.17).

    A subtitle follows a colon, a dash or the end of a sentence.  The names of programs
    and packages stay as they are: "knitr: A general-purpose package".
    """
    is_english = bool(source.text("language") or locale.language == "en")
    is_english = is_english and is_cased(source)
    for name in titles_of(source):
        title = source.text(name)
        if is_english:
            title = _SUBTITLE.sub(_raised, title)
        if source.type not in _NAMED:
            title = _FIRST_WORD.sub(_raised, title)
        source = _with(source, name, title)
    return source


def _raised(found: re.Match[str]) -> str:
    before, word = found.groups()
    if word[1:] != word[1:].lower() or word[-1].isdigit():  # "iPhone", "v1"
        return f"{before}{word}"
    return f"{before}{word[0].upper()}{word[1:]}"


def title_to_sort_by(source: Source, _locale: Locale) -> Source:
    """Sort by a title without "A", "An" or "The" at its beginning (section 9.49)."""
    title = _MARKUP.sub("", source.text("title"))
    article = _ARTICLE.match(title)
    if article is None or "sort-title" in source.variables:
        return source
    return _with(source, "sort-title", title[article.end() :])


def _with(
    source: Source,
    name: str,
    value: Value,
) -> Source:
    """The source with a variable; an empty text is not added."""
    if source.variables.get(name, "") == value:
        return source
    return replace(source, variables={**source.variables, name: value})


def _without(source: Source, *names: str) -> Source:
    variables = dict(source.variables)
    for name in names:
        variables.pop(name, None)
    return replace(source, variables=variables)
