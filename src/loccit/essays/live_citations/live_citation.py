"""What the code of a live citation says."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from loccit._startup.namedtuple import NamedTuple
from loccit.model.citation import CiteMode

#: A format of `loccit.bibliography.formats`.
RecordFormat = Literal["csl_json", "endnote_xml", "word_xml"]
Program = Literal[
    "zotero",
    "mendeley",
    "endnote",
    "word",
    "citavi",
    "paperpile",
    "refworks",
    "jabref",
    "libreoffice",
]


#: What a code is: a citation, a list of sources, or what a program left over.
Kind = Literal["citation", "list", "leftover"]


class FieldCode(NamedTuple):
    """The code of a field, and what a program keeps elsewhere for it.

    Attributes:
        text: the code: of a field, what its `w:instrText` elements say together; of a
            content control, its tag; of a mark of LibreOffice, its name.
        data: what its `w:fldData` elements contain, base64 as it is written (EndNote).
        sources: the `b:Source` elements of the document by tag, as XML (Word's own).
    """

    text: str
    data: tuple[str, ...] = ()
    sources: Mapping[str, str] = MappingProxyType({})


class Record(NamedTuple):
    """A source as a document carries it.

    Attributes:
        text: the record, in `format`; of CSL-JSON one object.
        format: a format of `loccit.bibliography.formats`.
        uris: what identifies the source to its program.  An id such as Mendeley's
            `ITEM-1`, which starts again in each citation, is no identity.
    """

    text: str
    format: RecordFormat = "csl_json"
    uris: tuple[str, ...] = ()


class LiveCite(NamedTuple):
    """One source in a live citation.

    Attributes:
        record: the source; its text is "" if the document has no data of it.
        mode: how it is cited.
        locator, label: the place in the source, and the CSL term of what it counts.
        prefix, suffix: the words around it, as the program keeps them; they may have
            CSL-JSON's tags, `<i>see</i>`.
        secondary: whether the source before it was read in this one, "as cited in";
            only loccit writes that.
    """

    record: Record
    mode: CiteMode = "parenthetical"
    locator: str = ""
    label: str = ""
    prefix: str = ""
    suffix: str = ""
    secondary: bool = False


class LiveCitation(NamedTuple):
    """A live citation.

    Attributes:
        program: whose it is.
        cites: its sources.
        printed: the text that the program wrote last, without markup; None if the code
            does not say.  Where the document has another text, somebody edited it.
        kept: why it has to stay as it is, as a sentence for its writer; "" if it may be
            replaced.
    """

    program: Program
    cites: tuple[LiveCite, ...]
    printed: str | None = None
    kept: str = ""
