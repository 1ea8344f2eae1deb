"""A source at a glance: what tells it from the others in a list."""

from __future__ import annotations

from typing import NamedTuple

from loccit.model import Source
from loccit.values.names import makers, surname


class Glance(NamedTuple):
    """Plain text, `""` for what a source has not."""

    key: str
    author: str
    year: str
    title: str
    type: str


def glance(source: Source) -> Glance:
    """
    >>> from loccit.model import Name
    >>> glance(Source("doe", "book", {"author": (Name("Doe", "Jane"),), "title": "On <i>Emma</i>"}))
    Glance(key='doe', author='Doe', year='', title='On Emma', type='book')
    """
    return Glance(
        source.key, _author(source), _year(source), source.plain("title"), source.type
    )


def _author(source: Source) -> str:
    shown = list(map(surname, makers(source)))
    return f"{shown[0]} et al." if len(shown) > 2 else " & ".join(shown)


def _year(source: Source) -> str:
    issued = source.date("issued")
    if issued is None:
        return ""
    return str(issued.start.year) if issued.start else issued.literal or issued.raw
