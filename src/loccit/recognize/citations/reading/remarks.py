"""What follows a cite within its brackets: a remark, or a sentence that goes on."""

from __future__ import annotations

from loccit._startup.regex import regex

#: Fewer words in small letters may be anything.
_FEW = 2
_WORD = regex(r"(?<![^\W_.])[^\W\d_]{2,}")
#: What is in names and before places, too.
_IN_CITES = frozenset(["and", "al", "et", "pp", "de", "van", "von", "der", "ibid"])
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
    words = _WORD.findall(after)
    if not words or words[0].lower() in _REMARKS:
        return False
    small = [word for word in words if word.islower() and word not in _IN_CITES]
    return len(small) >= _FEW
