"""Sites that say what their pages are, whatever a program saved them as.

To add a site, add a row to `SITES`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex

_ADDRESS = regex(r"https?://(?:www\.|m\.|mobile\.)?([^/:?#]+)[^/?#]*/?([^?#]*)")


class Site(NamedTuple):
    """A site, or the part of it whose pages are of one kind.

    Attributes:
        host: the host of its addresses, or a domain above it.
        path: a regular expression for how the rest of the address begins.
        name: how references name it; `""` if they don't.
        type: CSL's type of its pages.
        genre: the kind of its pages in words; `""` if the type says all.
    """

    host: str
    path: str
    name: str
    type: str
    genre: str = ""


#: The first row whose host and path agree with an address counts.
SITES = (
    # videos and sound
    Site("youtube.com", "", "YouTube", "motion_picture", "Video"),
    Site("youtu.be", "", "YouTube", "motion_picture", "Video"),
    Site("vimeo.com", "", "Vimeo", "motion_picture", "Video"),
    Site("dailymotion.com", "", "Dailymotion", "motion_picture", "Video"),
    Site("tiktok.com", "", "TikTok", "motion_picture", "Video"),
    Site("twitch.tv", "", "Twitch", "motion_picture", "Video"),
    Site("ted.com", "talks/", "TED Conferences", "motion_picture", "Video"),
    Site("imdb.com", "title/", "", "motion_picture", "Film"),
    Site("netflix.com", "", "", "motion_picture", "Film"),
    Site("primevideo.com", "", "", "motion_picture", "Film"),
    Site("disneyplus.com", "", "", "motion_picture", "Film"),
    Site("kanopy.com", "", "", "motion_picture", "Film"),
    Site("podcasts.apple.com", "", "", "broadcast", "Audio podcast episode"),
    Site("open.spotify.com", "episode/", "", "broadcast", "Audio podcast episode"),
    Site("open.spotify.com", "track/", "", "song", "Song"),
    Site("open.spotify.com", "album/", "", "song", "Album"),
    # social media
    Site("twitter.com", r"\w+/status", "Twitter", "post", "Tweet"),
    Site("x.com", r"\w+/status", "X", "post", "Post"),
    Site("facebook.com", "watch|.*/videos/", "Facebook", "post", "Video"),
    Site("facebook.com", "photo|.*/photos/", "Facebook", "post", "Photograph"),
    Site("facebook.com", ".*(?:posts?/|story)", "Facebook", "post", "Status update"),
    Site("instagram.com", r"(?:[\w.]+/)?(?:reel|tv)/", "Instagram", "post", "Video"),
    Site("instagram.com", r"(?:[\w.]+/)?p/", "Instagram", "post", "Photograph"),
    Site("reddit.com", "r/.*comments/", "Reddit", "post", "Online forum post"),
    Site("bsky.app", "profile/.*/post/", "Bluesky", "post", "Post"),
    Site("mastodon.social", "@", "Mastodon", "post", "Post"),
    Site("threads.net", "@", "Threads", "post", "Post"),
    Site("threads.com", "@", "Threads", "post", "Post"),
    Site("linkedin.com", "posts/|feed/update", "LinkedIn", "post", "Post"),
    Site("quora.com", "", "Quora", "post", "Online forum post"),
    Site("stackoverflow.com", "questions/", "Stack Overflow", "post", "Online forum post"),
    Site("flickr.com", "photos/", "Flickr", "graphic", "Photograph"),
    Site("unsplash.com", "photos/", "Unsplash", "graphic", "Photograph"),
    # slides, maps, apps, programs, language models
    Site("slideshare.net", "", "SlideShare", "speech", "PowerPoint slides"),
    Site("google.com", "maps", "Google Maps", "map", "Map"),
    Site("apps.apple.com", "", "App Store", "software", "Mobile app"),
    Site("play.google.com", "store/apps", "Google Play Store", "software", "Mobile app"),
    Site("github.com", r"[^/]+/[^/]+/?(?:$|releases|tree/)", "GitHub", "software"),
    Site("gitlab.com", r"[^/]+/[^/]+/?(?:$|-/(?:releases|tree))", "GitLab", "software"),
    Site("cran.r-project.org", "package=|web/packages/", "", "software"),
    Site("pypi.org", "project/", "PyPI", "software"),
    Site("chat.openai.com", "", "OpenAI", "software", "Large language model"),
    Site("chatgpt.com", "", "OpenAI", "software", "Large language model"),
    Site("claude.ai", "", "Anthropic", "software", "Large language model"),
    Site("gemini.google.com", "", "Google", "software", "Large language model"),
    Site("bard.google.com", "", "Google", "software", "Large language model"),
    Site("copilot.microsoft.com", "", "Microsoft", "software", "Large language model"),
    # reference works
    Site("wikipedia.org", "", "Wikipedia", "entry-encyclopedia"),
    Site("wiktionary.org", "", "Wiktionary", "entry-dictionary"),
    Site("plato.stanford.edu", ".*entries/", "", "entry-encyclopedia"),
    Site("iep.utm.edu", "", "", "entry-encyclopedia"),
    Site("britannica.com", "", "", "entry-encyclopedia"),
    Site("merriam-webster.com", "dictionary/", "Merriam-Webster.com dictionary", "entry-dictionary"),
    Site("dictionary.apa.org", "", "APA dictionary of psychology", "entry-dictionary"),
    Site("dictionary.cambridge.org", "", "", "entry-dictionary"),
    Site("oed.com", "", "", "entry-dictionary"),
    Site("dictionary.com", "browse/", "", "entry-dictionary"),
    # preprints
    Site("arxiv.org", "", "arXiv", "article"),
    Site("biorxiv.org", "", "bioRxiv", "article"),
    Site("medrxiv.org", "", "medRxiv", "article"),
    Site("chemrxiv.org", "", "ChemRxiv", "article"),
    Site("psyarxiv.com", "", "PsyArXiv", "article"),
    Site("osf.io", "preprints/psyarxiv", "PsyArXiv", "article"),
    Site("osf.io", "preprints/socarxiv", "SocArXiv", "article"),
    Site("osf.io", "preprints/edarxiv", "EdArXiv", "article"),
    Site("osf.io", "preprints/", "OSF Preprints", "article"),
    Site("papers.ssrn.com", "", "SSRN", "article"),
    Site("ssrn.com", "abstract", "SSRN", "article"),
    Site("preprints.org", "", "Preprints.org", "article"),
    Site("researchsquare.com", "article/", "Research Square", "article"),
    Site("doi.org", r"10\.48550/arxiv", "arXiv", "article"),
    Site("doi.org", r"10\.31234/osf", "PsyArXiv", "article"),
    Site("doi.org", r"10\.31235/osf", "SocArXiv", "article"),
    Site("doi.org", r"10\.35542/osf", "EdArXiv", "article"),
    Site("doi.org", r"10\.31219/osf", "OSF Preprints", "article"),
    Site("doi.org", r"10\.2139/ssrn", "SSRN", "article"),
    Site("doi.org", r"10\.20944/preprints", "Preprints.org", "article"),
    Site("doi.org", r"10\.21203/rs", "Research Square", "article"),
    Site("doi.org", r"10\.26434/chemrxiv", "ChemRxiv", "article"),
    # data
    Site("zenodo.org", "records?/", "Zenodo", "dataset"),
    Site("figshare.com", "articles/dataset/", "figshare", "dataset"),
    Site("datadryad.org", "", "Dryad", "dataset"),
    Site("dataverse.harvard.edu", "", "Harvard Dataverse", "dataset"),
    Site("icpsr.umich.edu", "", "ICPSR", "dataset"),
    Site("openicpsr.org", "", "ICPSR", "dataset"),
    Site("data.mendeley.com", "datasets/", "Mendeley Data", "dataset"),
    Site("kaggle.com", "datasets/", "Kaggle", "dataset"),
    Site("doi.org", r"10\.5281/zenodo", "Zenodo", "dataset"),
    Site("doi.org", r"10\.6084/m9\.figshare", "figshare", "dataset"),
    Site("doi.org", r"10\.5061/dryad", "Dryad", "dataset"),
    Site("doi.org", r"10\.7910/dvn", "Harvard Dataverse", "dataset"),
    Site("doi.org", r"10\.3886/", "ICPSR", "dataset"),
    Site("doi.org", r"10\.17632/", "Mendeley Data", "dataset"),
    # tests, patents
    Site("doi.org", r"10\.1037/t\d", "APA PsycTests", "dataset", "Database record"),
    Site("patents.google.com", "", "", "patent"),
)  # fmt: skip

#: The types of their pages.
TYPES = frozenset([site.type for site in SITES])
#: Names that people and programs type for a site.
_OTHER_NAMES = {
    "bluesky social": "bluesky",
    "mastodon social": "mastodon",
    "ted": "ted conferences",
    "x (formerly twitter)": "x",
    "x.com": "x",
}
#: Types whose sites are also known by their names alone.
_KNOWN_BY_NAME = ("motion_picture", "post")


def site_at(address: str) -> Site | None:
    """Return the site that an address leads to, or None.

    >>> site_at("https://en.wikipedia.org/wiki/Ferry").name, site_at("https://example.org/")
    ('Wikipedia', None)
    """
    found = _ADDRESS.match(address)
    if found is None:
        return None
    host, path = found.groups()
    for domain in _domains(host.lower()):
        sites = _by_host().get(domain)
        began = _any_path(domain).match(path.lower()) if sites else None
        if sites and began and began.lastindex:
            return sites[began.lastindex - 1]
    return None


def site_named(name: str) -> Site | None:
    """Return the site of posts or videos with that name, or None.

    >>> site_named("X (formerly Twitter)").name, site_named("Harbor Times")
    ('X', None)
    """
    name = name.lower()
    return _by_name().get(_OTHER_NAMES.get(name, name))


def _domains(host: str) -> Iterator[str]:
    """Yield a host and the domains above it."""
    while "." in host:
        yield host
        _, _, host = host.partition(".")


@cache
def _by_host() -> dict[str, list[Site]]:
    sites: dict[str, list[Site]] = {}
    for site in SITES:
        sites.setdefault(site.host, []).append(site)
    return sites


@cache
def _any_path(host: str) -> re.Pattern[str]:
    """Match the paths of a host's sites, with a group for each: doi.org has 20."""
    paths = [f"({site.path})" for site in _by_host()[host]]
    return re.compile("|".join(paths))


@cache
def _by_name() -> dict[str, Site]:
    return {site.name.lower(): site for site in SITES if site.type in _KNOWN_BY_NAME}
