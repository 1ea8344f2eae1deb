"""A citation to write by key, before a format gives it its syntax."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.model import CiteMode


@dataclass(frozen=True, slots=True)
class KeyCite:
    """A source to cite by its key.

    Attributes:
        key: the key; "" for a work without one, of which `prefix` has all words.
        prefix: the words before it, with what joins them to it: `see `.
        locator: the place in the source, as people type it: `p. 3`.
        suffix: the words after that, with what joins them to it: `, emphasis added`.
        secondary: whether the work before it was read in this one.
    """

    key: str
    prefix: str = ""
    locator: str = ""
    suffix: str = ""
    secondary: bool = False


@dataclass(frozen=True, slots=True)
class KeyCitation:
    """A citation to write by key.

    Attributes:
        cites: its sources, at least one.
        mode: how it is set, as in `loccit.model.Citation`; a `locator-only` one has a
            page of what was cited before.
        possessive: what follows the author in the sentence: `'s`.
    """

    cites: tuple[KeyCite, ...]
    mode: CiteMode = "parenthetical"
    possessive: str = ""
