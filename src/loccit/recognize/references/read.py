"""Read a reference that somebody typed, in whatever style, as CSL variables."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.essays.paragraph import Mark
from loccit.model import Name, Source
from loccit.model.source import Value
from loccit.values.dates import read_date

_SKELETON = regex(r"([^(]*?),?\s*\(?((?:1[5-9]|20)\d\d)[a-z]?\)?[.,]?\s*(.*)", 16)
_TITLE = regex(r"[“\"]?(.+?)[”\"]?(?:[.?!](?=\s|$)|$)", 16)
_FAMILY = regex(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class ReadReference:
    """What was read of a typed reference.

    Attributes:
        source: its CSL variables; its key is "".
        confidence: how likely all of it is right, from 0 to 1.
        doubtful: the variables that may be wrong.
    """

    source: Source
    confidence: float
    doubtful: tuple[str, ...] = ()


def read_reference(text: str, marks: Sequence[Mark] = ()) -> ReadReference:
    """Read a reference.

    Args:
        text: one reference, as readers see it.
        marks: what its markup sets apart: italics, links.

    >>> read_reference("Doe, J. (2001). On it. Press.").source.text("title")
    'On it'
    """
    variables: dict[str, Value] = {}
    found = _SKELETON.match(text)
    if found:
        family = _FAMILY.match(found[1])
        year = read_date(found[2])
        if year:
            variables["issued"] = year
        if family:
            variables["author"] = (Name(family[0]),)
    title = _TITLE.match(found[3] if found else text)
    if title:
        variables["title"] = title[1]
    return ReadReference(Source("", "document", variables), 0.5)
