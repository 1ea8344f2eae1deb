"""What APA 7 wants of a source before it is rendered, where a style can't ask for it."""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.csl.locales.locale import Locale
from loccit.csl.text.sentence_case import is_cased, titles_of
from loccit.model import Name, Source
from loccit.values.identifiers import doi_of_page, plain_doi
from loccit.values.languages import primary_language

_ARTICLE = regex(r"(?:an?|the)\s+(?=\w)", re.IGNORECASE)
_HOSTS = ("guest", "host")
_MAKERS = {"broadcast": ("script-writer", "director", *_HOSTS)}
_SUBTITLE = regex(r"([:?!][\"'”’]?\s+[\"“‘]?|—\s?)([^\W\d_][\w'’]*)")
_ADDITION = regex(r"(?<=\w) : .+$")
_ACRONYM = regex(r"^[A-Z]{3,8}\. (?=[A-Z][a-z]+ [A-Za-z])")
_DOCTORAL = regex(
    r"(?:ph\.? ?d\.?|ed\.? ?d\.?|psy\.? ?d\.?|d\.? ?phil\.?|sc\.? ?d\.?|dr\.(?: [a-z.]+)?|doctorate|doctoral)"
    r"(?: (?:thesis|dissertation|diss\.?))?",
    re.IGNORECASE,
)
_MASTERS = regex(
    r"(?:m\. ?(?:a|s|sc|ed|phil|div|f\.? ?a|b\.? ?a|p\.? ?h)\.?|master(?:['’]?s)?)(?: thesis)?",
    re.IGNORECASE,
)
_EDITION = regex(r"\b(?:edition|edn?)\b\.?", re.IGNORECASE)
_REVISED = regex(r"\brev(?:ised\b|(?=\s)(?!\.))", re.IGNORECASE)
_KIND_OF_EDITION = regex(
    r"(?:(?:\d+(?:st|nd|rd|th)|abridged|anniversary|enlarged|expanded|global|international|new|reprint|rev\.|student"
    r"|unabridged|updated)(?:,? and |, | |$))+(?<!\s)",
    re.IGNORECASE,
)
_MARKUP = regex(r"<[^<>]*>|[^\w\s]")


def without_publisher_who_is_author(source: Source, _locale: Locale) -> Source:
    """The publisher is left out where it is the author (section 9.29)."""
    authors = [name.literal or name.family for name in source.names("author")]
    if (
        source.type == "thesis"
        or not authors
        or source.text("publisher") not in (authors[0], "; ".join(authors))
    ):
        return source
    if len(authors) > 1 and source.text("publisher") == authors[0]:
        return source
    return _without(source, "publisher")


def doi_as_address(source: Source, _locale: Locale) -> Source:
    """A DOI is printed as https://doi.org/..., however it was typed; also one that the
    work's address tells.

    Sections 9.34 and 9.35.
    """
    doi = plain_doi(source.text("DOI")) or doi_of_page(source.text("URL"))
    return (
        source
        if doi == source.text("DOI")
        else replace(source, variables={**source.variables, "DOI": doi})
    )


def title_in_two_languages(source: Source, _locale: Locale) -> Source:
    """A title with its translation: what CSL calls the original title is the title
    (section 9.38).

    A work with a translator, or with an original date, is a translation that was read,
    and one in English has a translated title for readers of other languages: its title
    stands, and of the original there is but the year (section 9.39).
    """
    original = source.text("original-title")
    if not original:
        return source
    in_english = primary_language(source.text("language")) == "en"
    if source.names("translator") or source.date("original-date") or in_english:
        return _without(source, "original-title")
    variables = {
        **source.variables,
        "title": original,
        "translated-title": source.text("title"),
    }
    return _without(
        replace(source, variables=variables), "original-title", "title-short"
    )


def makers_as_authors(source: Source, locale: Locale) -> Source:
    """Writers and directors, guests and hosts are one list, in which each has a role
    (section 10.12).
    """
    roles = [role for role in _MAKERS.get(source.type, _HOSTS) if source.names(role)]
    if len(roles) < 2 or source.names("author") or source.names("composer"):
        return source
    parts: dict[Name, list[str]] = {}
    for role in roles:
        for name in source.names(role):
            parts.setdefault(name, []).append(locale.term(role).title())
    link = f" {locale.term('and', 'symbol') or '&'} "
    authors = tuple(
        replace(name, annotation=f"({link.join(played)})")
        for name, played in parts.items()
    )
    return _without(
        replace(source, variables={**source.variables, "author": authors}), *roles
    )


def as_dated_document(source: Source, _locale: Locale) -> Source:
    """A press release has its full date, unlike other reports (section 10.4, example
    59).
    """
    is_release = (
        source.type == "report" and source.plain("genre").lower() == "press release"
    )
    return replace(source, type="document") if is_release else source


def journal_as_named(source: Source, _locale: Locale) -> Source:
    """A journal by its name, without what library catalogues put before and behind it
    (section 9.25).

    PubMed has "Stroke : a journal of cerebral circulation" and "AJNR. American journal
    of neuroradiology".
    """
    title = source.text("container-title")
    if not source.type.startswith("article") or not is_cased(source):
        return source
    name = _ADDITION.sub("", _ACRONYM.sub("", title))
    return (
        source
        if name == title
        else replace(source, variables={**source.variables, "container-title": name})
    )


def degree_as_thesis(source: Source, locale: Locale) -> Source:
    """A thesis that databases call by its degree, "Ph.D." (section 10.6)."""
    genre = source.text("genre")
    if source.type != "thesis" or locale.language != "en":
        return source
    kind = "Doctoral dissertation" * bool(
        _DOCTORAL.fullmatch(genre)
    ) or "Master’s thesis" * bool(_MASTERS.fullmatch(genre))
    return (
        replace(source, variables={**source.variables, "genre": kind})
        if kind
        else source
    )


def as_unpublished(source: Source, locale: Locale) -> Source:
    """A dissertation that is in no archive and on no page is said to be unpublished
    (section 10.6, example 64).
    """
    genre = source.text("genre")
    is_found = source.variables.keys() & {"archive", "DOI", "URL"}
    if (
        source.type != "thesis"
        or is_found
        or locale.language != "en"
        or not genre
        or "npublished" in genre
    ):
        return source
    first, space, rest = genre.partition(" ")
    word = first if any(map(str.isupper, first[1:])) else first.lower()  # "MSc" stays
    return replace(
        source,
        variables={**source.variables, "genre": f"Unpublished {word}{space}{rest}"},
    )


def subtitles_with_capitals(source: Source, locale: Locale) -> Source:
    """The first word after a colon, a dash or the end of a sentence in a title has a
    capital (section 6.17).
    """
    if not is_cased(source) or not (source.text("language") or locale.language == "en"):
        return source
    raised = {
        name: _SUBTITLE.sub(_raised, source.text(name)) for name in titles_of(source)
    }
    return replace(source, variables={**source.variables, **raised})


def _raised(found: re.Match[str]) -> str:
    before, word = found.groups()
    return before + (
        word if word[1:] != word[1:].lower() else word[0].upper() + word[1:]
    )  # "iPhone" stays


def edition_abbreviated(source: Source, _locale: Locale) -> Source:
    """ "Revised edition" is "Rev. ed." (section 9.50)."""
    edition = source.text("edition")
    words = _EDITION.sub(
        "ed.", _REVISED.sub(lambda found: f"{found[0][0]}ev.", edition)
    )
    words = f"{words} ed." if _KIND_OF_EDITION.fullmatch(words) else words
    return (
        source
        if words == edition
        else replace(source, variables={**source.variables, "edition": words})
    )


def title_to_sort_by(source: Source, _locale: Locale) -> Source:
    """A title without "A", "An" or "The" at its beginning (section 9.49)."""
    title = source.text("title")
    if "sort-title" in source.variables or not (
        article := _ARTICLE.match(_MARKUP.sub("", title))
    ):
        return source
    return replace(
        source,
        variables={
            **source.variables,
            "sort-title": _MARKUP.sub("", title)[article.end() :],
        },
    )


def _without(source: Source, *names: str) -> Source:
    return replace(
        source,
        variables={
            name: value for name, value in source.variables.items() if name not in names
        },
    )
