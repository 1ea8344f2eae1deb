"""Long values in the custom properties of a document, in pieces of 255 characters.

Zotero's preferences are `ZOTERO_PREF_1`, `ZOTERO_PREF_2` and so on; the codes of bookmarks,
`ZOTERO_BREF_...` and `Mendeley_Bookmark_...`, are cut up likewise.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count, takewhile

#: So many units of UTF-16 has a property of Word's.
_LONGEST = 255


def joined(properties: Mapping[str, str], name: str) -> str:
    """Return a value from its pieces; "" if there are none.

    >>> joined({"A_1": "{one,", "A_2": "two}", "A_4": "!"}, "A")
    '{one,two}'
    """
    names = takewhile(properties.__contains__, (f"{name}_{n}" for n in count(1)))
    return "".join(properties[each] for each in names)


def split(value: str, name: str) -> dict[str, str]:
    """Return the pieces of a value by the names of their properties.

    >>> [len(piece) for piece in split("a" * 300, "A").values()]
    [255, 45]
    """
    pieces = [""]
    left = _LONGEST
    for character in value:
        length = len(character.encode("utf-16-le", "surrogatepass")) // 2
        if length > left:
            pieces.append("")
            left = _LONGEST
        pieces[-1] += character
        left -= length
    return {f"{name}_{number}": piece for number, piece in enumerate(pieces, 1)}
