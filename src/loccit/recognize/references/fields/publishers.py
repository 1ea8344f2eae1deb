"""Read who published a work, and where."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.model.source import Value
from loccit.recognize.references.fields.edges import bare

#: "New York: Wiley" in one part.
_PLACE_FIRST = regex(r"([^\W\d_][^:\d]{1,40}):\s+(\S.*)")


def publisher(texts: Sequence[str]) -> dict[str, Value]:
    """Read the publisher, and the place before it."""
    text = bare(texts[0])
    if found := _PLACE_FIRST.fullmatch(text):
        return {"publisher": bare(found[2]), "publisher-place": bare(found[1])}
    return {"publisher": text}


def place(texts: Sequence[str]) -> dict[str, Value]:
    """Read the place."""
    return {"publisher-place": bare(texts[0])}
