"""Makers of music, maps and the like, whom exporters call performers or contributors.

Zotero's BibLaTeX has the makers of some types as collaborators.
"""

from __future__ import annotations

from loccit.model import Source

#: Variables with the makers of a work: with any of them it needs no others.
_MAKERS = (
    "author",
    "composer",
    "director",
    "editor",
    "guest",
    "host",
    "illustrator",
    "producer",
    "script-writer",
)


def with_makers(source: Source) -> Source:
    """Call performers of songs, and contributors where nobody else is, the authors."""
    if any(source.names(role) for role in _MAKERS):
        return source
    if source.type == "thesis":  # they are its advisors
        return source
    is_performed = source.type == "song" and source.names("performer")
    role = "performer" if is_performed else "contributor"
    return source.with_variables({"author": source.names(role), role: None})
