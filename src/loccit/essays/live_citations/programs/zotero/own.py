"""What loccit notes in the `citationID` of its own Zotero citations.

Zotero can't print a narrative citation, a page alone, or "as cited in": loccit puts the
whole text into the property `custom`, which Zotero prints as it is.  Zotero drops what
it does not know when it refreshes a citation, but keeps its id; so the id says what the
items can't, and has a checksum of `custom`, to see whether somebody edited it since.
"""

from __future__ import annotations

from zlib import crc32

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.live_citations.live_citation import LiveCite
from loccit.model.citation import Citation, CiteMode

_LETTERS: dict[CiteMode, str] = {"narrative": "n", "locator-only": "p"}
_MODES = {letter: mode for mode, letter in _LETTERS.items()}
_ID = regex(
    r"loccit-(?P<unique>\w+)-(?P<mode>[np]?)(?P<secondary>(?:s\d+)*)-(?P<sum>\d+)"
)
_NUMBER = regex(r"\d+")


class OwnMarks(NamedTuple):
    """What loccit noted of a citation.

    Attributes:
        unique: what tells its id from others.
        mode: how the whole is set, if Zotero can't set it.
        secondary: the numbers of the cites that the cite before was read in.
    """

    unique: str
    mode: CiteMode | None = None
    secondary: tuple[int, ...] = ()

    @classmethod
    def of(cls, citation: Citation, unique: str) -> OwnMarks:
        """Return what is to be noted of a citation."""
        mode = citation.mode if citation.mode in _LETTERS else None
        numbers = [n for n, cite in enumerate(citation.cites) if cite.secondary]
        return cls(unique, mode, tuple(numbers))

    @property
    def needs_custom(self) -> bool:
        """Whether Zotero can't print the citation from its items."""
        return bool(self.mode or self.secondary)

    def id_with(self, custom: str) -> str:
        """Return the id of a citation that has `custom` as its text."""
        mode = _LETTERS[self.mode] if self.mode else ""
        secondary = "".join(f"s{number}" for number in self.secondary)
        return f"loccit-{self.unique}-{mode}{secondary}-{crc32(custom.encode())}"


def own_marks(citation_id: str, custom: str) -> OwnMarks | None:
    """Read the id of a citation; None if loccit did not write its text as it is now.

    >>> id_ = OwnMarks("a1", "narrative", (1,)).id_with("Bell (2009)")
    >>> own_marks(id_, "Bell (2009)")
    OwnMarks(unique='a1', mode='narrative', secondary=(1,))
    >>> own_marks(id_, "Mine")
    """
    found = _ID.fullmatch(citation_id)
    if found is None or found["sum"] != str(crc32(custom.encode())):
        return None
    secondary = tuple(map(int, _NUMBER.findall(found["secondary"])))
    return OwnMarks(found["unique"], _MODES.get(found["mode"]), secondary)


def with_marks(cites: tuple[LiveCite, ...], marks: OwnMarks) -> tuple[LiveCite, ...]:
    """Return cites with what was noted of them."""
    changed = list(cites)
    for number in marks.secondary:
        if number < len(changed):
            changed[number] = changed[number]._replace(secondary=True)
    if marks.mode:
        changed[0] = changed[0]._replace(mode=marks.mode)
    return tuple(changed)
