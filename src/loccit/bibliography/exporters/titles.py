"""Kinds and versions that were typed into titles: "JASP (Version 0.17) [Computer
software]".
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.bibliography.exporters.genres import type_of
from loccit.model import Source, Value

_KIND = regex(r"(?P<title>.*\S)\s*\[(?P<kind>[^\[\]]+)\]\.?")
_VERSION = regex(
    r"(?P<title>.*\S)\s*\((?:(?:version|v\.?) ?)?(?P<version>[\w.-]+|[^()]* version)\)",
    re.IGNORECASE,
)
#: "owner/name: v1.0", as Zenodo names what it takes from GitHub.
_REPOSITORY = regex(r"([a-z][\w.-]*/[\w.-]+)(?=: )")
#: Better BibTeX and R protect all of a title.
_PROTECTED = regex(r'<span class="nocase">([^<>]*)</span>')
#: Types that say nothing against what the title says.
_OPEN = frozenset(["article", "book", "document", "webpage"])


def with_kind_in_title(source: Source) -> Source:
    """Take the kind and the version of a work out of its title.

    >>> made = {"title": "JASP (Version 0.17) [Computer software]"}
    >>> with_kind_in_title(Source("x", "document", made)).variables
    {'title': 'JASP', 'genre': 'Computer software', 'version': '0.17'}
    """
    title = source.text("title")
    if whole := _PROTECTED.fullmatch(title):
        title = whole[1]
    found = _KIND.fullmatch(title) if title.endswith(("]", "].")) else None
    type_ = type_of(found["kind"]) if found else None
    if found is None or type_ is None:
        return source
    if source.type != type_ and source.type not in _OPEN:
        return source
    changed: dict[str, Value | None] = {"title": found["title"]}
    changed["genre"] = source.text("genre") or found["kind"]
    version = _VERSION.fullmatch(found["title"])
    if version is not None:
        changed["title"] = version["title"]
        changed["version"] = source.text("version") or version["version"]
    return source.with_variables(changed, type_)


def with_name_of_repository(source: Source) -> Source:
    """Keep the small letter of "owner/name" at the beginning of a program's title."""
    if source.type != "software":
        return source
    title = source.text("title")
    if not _REPOSITORY.match(title):
        return source
    kept = _REPOSITORY.sub(r'<span class="nocase">\1</span>', title, count=1)
    return source.with_variables({"title": kept})
