"""A problem at an element of a style, before its place is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loccit._startup.namedtuple import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element


class Finding(NamedTuple):
    """A problem at an element, or at its attribute of that name."""

    element: _Element
    attribute: str
    rule: str
    message: str
    advice: str = ""
