"""The names of a cite, as they are read."""

from __future__ import annotations

from typing import NamedTuple


class NamesRead(NamedTuple):
    """The names before a year.

    Attributes:
        start: where they start.
        names: surnames, a group or a title, as typed.
        et_al: whether more are left out.
        prefix: the words before them.
        is_title: whether it is a title between quotation marks.
        is_literal: whether it is a group or title, not a list of people.
        personal: whether it is of a personal communication.
        secondary: whether the cite before it was read in this one.
        possessive: what follows the names: "'s".
    """

    start: int
    names: tuple[str, ...]
    et_al: bool = False
    prefix: str = ""
    is_title: bool = False
    is_literal: bool = False
    personal: bool = False
    secondary: bool = False
    possessive: str = ""
