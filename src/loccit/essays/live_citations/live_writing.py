"""How the live citations of a document are written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from loccit._startup.namedtuple import NamedTuple
from loccit.model import Citation, RichText

if TYPE_CHECKING:  # essays without live citations start faster
    from loccit.essays.live_citations.programs.zotero.preferences import Preferences
    from loccit.essays.live_citations.programs.zotero.write import Item

#: The programs whose live citations loccit writes.
WrittenProgram = Literal["zotero", "word"]


class LiveWriting(NamedTuple):
    """What becomes of the citations of a document.

    Attributes:
        program: the program whose live citations those become that are typed; None
            leaves them text.
        converts: whether those that another program keeps become so, too; with None
            they become text.
        items: the sources by key.
        word_sources: for Word's own, the `b:Source` elements by key, as XML.
        preferences: for Zotero, what it is told of the document.
        lcid: for Word's own, the number of the language (MS-LCID).
    """

    program: WrittenProgram | None
    converts: bool
    items: Mapping[str, Item]
    word_sources: Mapping[str, str]
    preferences: Preferences
    lcid: int

    def converts_citation(self, citation: Citation) -> bool:
        """Return whether a live citation becomes one of another program, or text."""
        return self.converts and citation.program != self.program

    def becomes(self, citation: Citation) -> str | None:
        """Return the program whose live citation a citation becomes; None for text."""
        if citation.program and not self.converts:
            return citation.program
        return self.program

    def code(self, citation: Citation, printed: RichText, number: int) -> str | None:
        """Write the code of a citation; None if the program has no way to write it.

        Args:
            citation: the citation.
            printed: the text that the document shows.
            number: a number that no other citation of the document has.
        """
        # Essays without live citations start faster without these.
        from loccit.essays.live_citations.programs import word
        from loccit.essays.live_citations.programs.zotero import write

        if self.program == "word":
            return word.citation_code(citation, self.lcid)
        return write.citation_code(citation, self.items, printed, f"c{number}")

    def list_code(self, uncited: Sequence[str]) -> str:
        """Write the code of the reference list.

        Args:
            uncited: the keys of sources that are listed, although nothing cites them.
        """
        # As above.
        from loccit.essays.live_citations.programs.zotero import write

        if self.program == "word":
            return "BIBLIOGRAPHY"
        return write.list_code(self.items[key] for key in uncited)
