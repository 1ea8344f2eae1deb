"""Works that their sites show to be videos, posts, preprints, data and the like.

Zotero's BibTeX has one entry type, @misc, for half of its item types; other programs
save whatever is on the web as a web page.
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.bibliography.exporters.genres import is_idle
from loccit.bibliography.exporters.known_sites import TYPES, Site, site_at, site_named
from loccit.model import Source, Value

#: Types that programs give works of whatever kind.
_VAGUE = frozenset(
    [
        "article",
        "document",
        "manuscript",
        "personal_communication",
        "post",
        "post-weblog",
        "webpage",
    ]
)
#: Types that name the site as their container; others as the publisher.
_WITH_CONTAINERS = frozenset(
    ["entry-dictionary", "entry-encyclopedia", "post", "webpage"]
)
#: "owner/name: v1.0", as Zenodo names what it takes from GitHub.
_REPOSITORY = regex(r"[\w.-]+/[\w.-]+: \S")
#: Words that say no more about a work than its site does.
_PLAIN_GENRES = frozenset(
    [
        "",
        "forum post",
        "online video",
        "photo",
        "post",
        "preprint",
        "status",
        "streaming video",
        "video",
        "video file",
        "web page",
        "webpage",
        "website",
    ]
)


def with_kind_of_site(source: Source) -> Source:
    """Give a work the type, the kind in words and the site that its address shows.

    >>> page = {"title": "A ferry", "URL": "https://www.youtube.com/watch?v=1"}
    >>> video = with_kind_of_site(Source("x", "webpage", page))
    >>> video.type, video.text("genre"), video.text("publisher")
    ('motion_picture', 'Video', 'YouTube')
    """
    if not _may_be_on_site(source):
        return source
    site = _site_of(source)
    if site is None or not _may_be(source, site):
        return source
    values: dict[str, Value | None] = _with_name(source, site)
    values["genre"] = _genre(source, site)
    if source.text("archive").lower() == site.name.lower():
        values["archive"] = None  # biblatex-apa names sites there
    if site.genre == "Video" and not source.names("author"):
        values |= {"author": source.names("director"), "director": None}
    return source.with_variables(values, _type(source, site))


def _type(source: Source, site: Site) -> str:
    """Return the type of a work on a site; Zenodo has programs from GitHub, too."""
    is_program = site.type == "dataset" and _REPOSITORY.match(source.plain("title"))
    return "software" if is_program else site.type


def _site_of(source: Source) -> Site | None:
    """Return the site of a work; a site of posts may have two names."""
    address = source.text("URL")
    name = source.text("container-title")
    if not name and not address:
        name = source.text("publisher")
    named = site_named(name) if name else None
    addressed = site_at(address)
    if addressed is None and (doi := source.text("DOI")):
        addressed = site_at(doi) or site_at(f"https://doi.org/{doi}")
    if addressed is None or named is None:
        return addressed or named
    are_posts = named.type == addressed.type == "post"
    return named if are_posts and named.name != addressed.name else addressed


def _may_be_on_site(source: Source) -> bool:
    """Return whether a source may be on any of the sites, which most sources are not."""
    if source.type in _VAGUE or source.type in TYPES or source.type == "chapter":
        return True
    return source.type.startswith("article-") and not source.text("volume")


def _may_be(source: Source, site: Site) -> bool:
    if source.type in _VAGUE or source.type == site.type:
        return True
    if source.type == "chapter" and site.type.startswith("entry-"):
        return True
    # A preprint that was saved as an article of the journal "arXiv".
    container = source.text("container-title").lower()
    named = container.startswith(site.name.lower()) and bool(site.name)
    is_article = source.type.startswith("article-") and not source.text("volume")
    return is_article and (named or not container)


def _genre(source: Source, site: Site) -> str:
    """Return the words of the record if they say more than the site does."""
    given = source.text("genre")
    rest = given.lower().removeprefix(site.name.lower()).strip()
    if rest not in _PLAIN_GENRES and not is_idle(site.type, given):
        return given
    is_own_post = site.genre == "Post" and rest == "post" and given.lower() != "post"
    return given if is_own_post else site.genre


def _with_name(source: Source, site: Site) -> dict[str, Value | None]:
    """Name the site once, where works of its type have it."""
    in_container = site.type in _WITH_CONTAINERS
    variable = "container-title" if in_container else "publisher"
    other = "publisher" if in_container else "container-title"
    given = source.text(variable) or source.text(other)
    in_other = source.text(other).lower().startswith(site.name.lower() or " ")
    is_named = bool(site.name) and (in_container or in_other)
    if site.type == "entry-dictionary":  # its publisher may be its author
        return {variable: site.name or given}
    if is_named or not given:
        return {variable: site.name or given, other: None}
    if source.type in _VAGUE and not source.text(variable):
        return {variable: given, other: None}
    return {}
