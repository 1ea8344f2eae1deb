"""Sites that are the authors of their pages."""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit.model import Source

#: Types of sources that name a site as their container.
_ON_SITES = frozenset(["document", "post", "post-weblog", "webpage"])


def without_site_that_is_author(source: Source) -> Source:
    """Omit a page's site if the site is its author (APA 7, section 9.29, example 110).

    Every program that saves web pages fills in the site, also where it repeats the
    author.
    """
    site = source.text("container-title")
    if not site or source.type not in _ON_SITES:
        return source
    authors = [name.literal for name in source.names("author")]
    if authors != [site]:
        return source
    variables = dict(source.variables)
    del variables["container-title"]
    return replace(source, variables=variables)
