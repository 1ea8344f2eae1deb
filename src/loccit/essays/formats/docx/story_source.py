"""What the readers of a part need."""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.dataclass import dataclass
from loccit.essays.formats.docx.numbering import Numbering
from loccit.essays.formats.docx.stored_codes import StoredCodes
from loccit.essays.formats.docx.styles import Styles
from loccit.essays.packages.xml_part import XmlPart


@dataclass(frozen=True, slots=True)
class StorySource:
    """A part, and what its stories need of the rest of the document.

    Attributes:
        part: the part.
        codes: what the document keeps of its citations apart from its text.
        notes: the numbers of its footnotes by their ids.
        styles: the styles of the document.
        numbering: counts its lists.
        links: the addresses of links by the ids of relationships.
    """

    part: XmlPart
    codes: StoredCodes
    notes: Mapping[str, int]
    styles: Styles
    numbering: Numbering
    links: Mapping[str, str]
