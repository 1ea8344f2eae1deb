"""Addresses of works, and EndNote's own links, which lead nowhere but from a record to
its database.
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.bibliography.records.lines import Tags

#: `<Go to ISI>://WOS:000200148800007`, which EndNote keeps for the records of Web of
#: Science.
_LINK = regex(r"\s*<\s*Go\s+to\s")


def tell_addresses(tag: str, tags: Tags) -> None:
    """Lines with this tag that are links of EndNote's are set aside, as lines that no
    variable is for.

    >>> from loccit.bibliography.records.lines import Line
    >>> tags = Tags([Line("UR", "<Go to ISI>://WOS:0002", 0), Line("UR", "https://example.org/1", 40)])
    >>> tell_addresses("UR", tags)
    >>> tags.text("UR"), tags.text("link")
    ('https://example.org/1', '<Go to ISI>://WOS:0002')
    """
    for line in tags.pop(tag, []):
        kind = "link" if _LINK.match(line.text) else tag
        tags.setdefault(kind, []).append(line._replace(tag=kind))
