"""Name the makers of films, broadcasts and recordings with their roles, as APA 7 does
(section 10.12).
"""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.csl.locales.locale import Locale
from loccit.model import Name, Source

#: Roles that are authors in APA, in their order: of any work, and of a broadcast.
_HOSTS = ("guest", "host")
_MAKERS = {"broadcast": ("script-writer", "director", *_HOSTS)}
_FILM = regex(r"(?:.* )?(?:film|movie|documentary|motion picture)s?", re.IGNORECASE)
_PODCAST = regex(r"\bpodcast\b", re.IGNORECASE)
_TELEVISION = regex(r"\btv series episode\b", re.IGNORECASE)


def author_in_role(source: Source, _locale: Locale) -> Source:
    """Call the author of a film its director, and that of a podcast its host.

    CSL-JSON from Zotero has the first role of each of its types as the author.
    """
    authors, role = source.names("author"), _role(source)
    if not authors or not role or source.names(role):
        return source
    if any(name.literal or name.annotation for name in authors):
        return source
    return source.with_variables({"author": None, role: authors})


def _role(source: Source) -> str:
    """Return the role of whoever is the author of such a work, or `""`."""
    kind = source.plain("genre") or source.plain("medium")
    if source.type == "broadcast":
        if _PODCAST.search(kind):
            return "host"
        return "director" if _TELEVISION.search(kind) else ""
    if source.type != "motion_picture":
        return ""
    is_film = _FILM.fullmatch(kind) if kind else not source.text("URL")
    return "director" if is_film else ""


def makers_as_authors(source: Source, locale: Locale) -> Source:
    """Make one list of writers and directors, guests and hosts, each with the role.

    Section 10.12.
    """
    possible = _MAKERS.get(source.type, _HOSTS)
    roles = [role for role in possible if source.names(role)]
    if len(roles) < 2 or source.names("author") or source.names("composer"):
        return source
    authors = _with_roles(source, roles, locale)
    return source.with_variables({"author": authors, **dict.fromkeys(roles)})


def _with_roles(source: Source, roles: list[str], locale: Locale) -> tuple[Name, ...]:
    """The people in some roles, each with the words for all of theirs."""
    words: dict[Name, list[str]] = {}
    for role in roles:
        for name in source.names(role):
            words.setdefault(name, []).append(locale.term(role).title())
    link = f" {locale.term('and', 'symbol') or '&'} "
    authors: list[Name] = []
    for name, played in words.items():
        authors.append(replace(name, annotation=f"({link.join(played)})"))
    return tuple(authors)
