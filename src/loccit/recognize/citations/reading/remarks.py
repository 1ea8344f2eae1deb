"""What follows a cite within its brackets: a remark, or a sentence that goes on."""

from __future__ import annotations

#: Fewer words may be anything.
_FEW = 3
#: What begins a remark on a quotation or on what is cited.
_REMARKS = frozenset(
    [
        "among",
        "and",
        "as",
        "author",
        "author's",
        "chapter",
        "cited",
        "emphasis",
        "especially",
        "figure",
        "figures",
        "for",
        "from",
        "in",
        "italics",
        "my",
        "original",
        "our",
        "own",
        "pp",
        "reprinted",
        "section",
        "see",
        "table",
        "tables",
        "translated",
        "translation",
        "with",
    ]
)


def is_running_text(after: str) -> bool:
    """Return whether a sentence goes on after a cite.

    >>> is_running_text("comes to the same conclusion"), is_running_text("emphasis in the original")
    (True, False)
    """
    first, *_ = words = after.split() or [""]
    return len(words) >= _FEW and first.lower().strip(".,") not in _REMARKS
