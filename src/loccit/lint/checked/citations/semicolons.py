"""Authors of one work between whom a semicolon is, as ABNT has it: "(BELL; ROE, 2009)"."""

from __future__ import annotations

from loccit.model import Source

_TWO = 2


def is_between_authors(text: str, at: int, source: Source) -> bool:
    """Return whether a semicolon `text[at]` is between the first two authors of a work.

    >>> from loccit.model import Name
    >>> source = Source("", "book", {"author": (Name("Bell"), Name("Roe"))})
    >>> is_between_authors("So (BELL; ROE, 2009).", 8, source)
    True
    """
    names = source.names("author")
    if len(names) < _TWO or not (names[0].family and names[1].family):
        return False
    first, second = (name.family.casefold() for name in names[:_TWO])
    before, after = text[:at].casefold(), text[max(0, at) :].casefold()
    return before.endswith(first) and after.startswith(f"; {second}")
