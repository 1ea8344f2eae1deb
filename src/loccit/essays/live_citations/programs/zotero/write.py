"""Write the codes of Zotero (`integration.js`, `Zotero.Integration.Citation`).

A field of Word has ` ADDIN ` before a code; a mark of LibreOffice has ` RND` and ten
characters after it, since marks need names of their own (`mark_name`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.live_citations.programs.zotero.own import OwnMarks
from loccit.essays.live_citations.programs.zotero.rtf import written
from loccit.essays.live_citations.tags import with_tags
from loccit.model import Citation, Cite, RichText

_SCHEMA = (
    "https://github.com/citation-style-language/schema/raw/master/csl-citation.json"
)
_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
#: What the addresses of sources begin with that are in no library of Zotero.
OWN_URI = "loccit:"


class Item(NamedTuple):
    """A source as Zotero's codes have it.

    Attributes:
        data: the source as a CSL item; its `id` is its key.
        uris: what identifies it to Zotero, if it is in somebody's Zotero library.
    """

    data: Mapping[str, object]
    uris: tuple[str, ...] = ()


def citation_code(
    citation: Citation, items: Mapping[str, Item], printed: RichText, unique: str
) -> str:
    """Write the code of a citation.

    Args:
        citation: the citation.
        items: its sources by key.
        printed: the text that the document shows.
        unique: letters and digits that no other citation of the document has.
    """
    marks = OwnMarks.of(citation, unique)
    properties: dict[str, object] = {
        "formattedCitation": written(printed),
        "plainCitation": printed.plain,
        "noteIndex": citation.note,
    }
    if marks.needs_custom:
        properties["custom"] = printed.plain
    code = {
        "citationID": marks.id_with(printed.plain),
        "properties": properties,
        "citationItems": [_item(cite, items[cite.key]) for cite in citation.cites],
        "schema": _SCHEMA,
    }
    return f"ZOTERO_ITEM CSL_CITATION {_ENCODE(code)}"


def list_code(uncited: Iterable[Item] = ()) -> str:
    """Write the code of the list of sources.

    Args:
        uncited: the sources that are listed, although nothing cites them.
    """
    lists = {"uncited": [_uris(item) for item in uncited], "omitted": [], "custom": []}
    return f"ZOTERO_BIBL {_ENCODE(lists)} CSL_BIBLIOGRAPHY"


def mark_name(code: str, number: int) -> str:
    """Return the name of a mark of LibreOffice with a code.

    Args:
        code: what it says.
        number: the mark's number among those of the document.
    """
    return (
        f"{code} RND{blake2b(f'{number} {code}'.encode(), digest_size=5).hexdigest()}"
    )


def _item(cite: Cite, item: Item) -> dict[str, object]:
    """Write a cite.  Zotero needs `uris`: else it looks for the id as a number in the
    user's own library.
    """
    # `custom` is what a file keeps for its owner: paths, groups, private notes.
    data = {name: value for name, value in item.data.items() if name != "custom"}
    data["citation-key"] = cite.key
    written_item: dict[str, object] = {
        "id": cite.key,
        "uris": _uris(item),
        "itemData": data,
    }
    if cite.locator:
        written_item["locator"] = cite.locator.value
        written_item["label"] = cite.locator.label
    for name, text in (("prefix", cite.prefix), ("suffix", cite.suffix)):
        if text:
            written_item[name] = with_tags(text)
    if cite.mode in ("suppress-author", "author-only"):
        written_item[cite.mode] = True
    return written_item


def _uris(item: Item) -> Sequence[str]:
    return item.uris or [f"{OWN_URI}{item.data['id']}"]
