"""What an action is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from loccit.bibliography.formats.bibtex.tidy.entry import OneEntry
from loccit.bibliography.formats.bibtex.tidy.file import WholeFile
from loccit.model import Edit


class Action(NamedTuple):
    """One way to tidy.

    Attributes:
        name: what it is called on the command line.
        help: what it does, in a sentence.
        of_entry: the edits of one entry's text, where it works on entries by themselves.
        of_file: the edits of a file's text, where it does not.
        keeps_meaning: whether each entry reads as the same source afterwards.
        moves_fields: whether it changes the lines that fields stand on, where a comment between them would be lost.
    """

    name: str
    help: str
    of_entry: Callable[[OneEntry], Iterable[Edit]] | None = None
    of_file: Callable[[WholeFile], Iterable[Edit]] | None = None
    keeps_meaning: bool = True
    moves_fields: bool = False
