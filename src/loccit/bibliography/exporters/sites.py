"""Sites that are the authors of their pages."""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit.bibliography.exporters.addresses import is_domain_of
from loccit.model import Source
from loccit.values.groups import group_words, is_same_group
from loccit.values.names import full_name

#: Types whose container is a periodical or a work of its own, even if it has the name of
#: its author: The Lancet publishes articles by The Lancet,
#: and The Beatles sang on The Beatles.
_IN_WORKS = frozenset(
    [
        "article-magazine",
        "article-newspaper",
        "broadcast",
        "chapter",
        "entry",
        "entry-dictionary",
        "entry-encyclopedia",
        "paper-conference",
        "review",
        "review-book",
        "song",
    ]
)
#: An article without any of these is a page or a report on a site.
_OF_ARTICLES = frozenset(["volume", "issue", "page", "number"])
#: Types that need their publisher.
_WITH_PUBLISHERS = frozenset(["book", "thesis"])
_SITE = "container-title"


def without_site_that_is_author(source: Source) -> Source:
    """Omit a page's site if the site is its author (APA 7, section 9.29, example 110).

    Every program that saves web pages fills in the site, also where it repeats the
    author.  Google Scholar makes articles of reports, in a journal that is their author.
    """
    site = source.plain(_SITE)
    if not site or source.type in _IN_WORKS or not _is_author(source, site):
        return source
    variables = dict(source.variables)
    type_ = source.type
    if type_ == "article-journal":
        if not _OF_ARTICLES.isdisjoint(variables):
            return source
        variables.setdefault("publisher", site)
        type_ = "report"
    del variables[_SITE]
    return replace(source, type=type_, variables=variables)


def _is_author(source: Source, site: str) -> bool:
    authors = source.names("author")
    if len(authors) != 1:
        return False
    author = authors[0].literal or full_name(authors[0])
    return is_same_group(author, site) or is_domain_of(site, group_words(author))


def without_publisher_that_is_site(source: Source) -> Source:
    """Omit a publisher that is the site or the event, which are printed already."""
    publisher = source.plain("publisher")
    if not publisher or source.type in _IN_WORKS or source.type in _WITH_PUBLISHERS:
        return source
    others = map(source.plain, [_SITE, "event-title"])
    if not any(is_same_group(publisher, other) for other in others):
        return source
    variables = dict(source.variables)
    del variables["publisher"]
    return replace(source, variables=variables)
