"""URLs of works, and EndNote's own links, which lead only from a record to its
database.
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.bibliography.records.lines import Tags

#: `<Go to ISI>://WOS:000200148800007`, which EndNote keeps in records of Web of Science.
_LINK = regex(r"\s*<\s*Go\s+to\s")


def move_links(tag: str, tags: Tags) -> None:
    """Move EndNote's links from a tag of URLs to the tag `link`, which no format reads.

    >>> from loccit.bibliography.records.lines import Line
    >>> tags = Tags([Line("UR", "<Go to ISI>://WOS:0002", 0), Line("UR", "https://example.org/1", 40)])
    >>> move_links("UR", tags)
    >>> tags.text("UR"), tags.text("link")
    ('https://example.org/1', '<Go to ISI>://WOS:0002')
    """
    for line in tags.pop(tag, []):
        kind = "link" if _LINK.match(line.text) else tag
        tags.add(kind, line._replace(tag=kind))
