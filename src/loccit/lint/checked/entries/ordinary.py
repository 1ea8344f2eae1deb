"""Which entries of a list have the form that rules on entries know."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.lint.checked.entries.entry import CheckedEntry

_LEGAL_TYPES = frozenset(["bill", "legal_case", "legislation"])
#: Laws, bills and cases are cited as the Bluebook has it: "H.R. 12, 114th Cong.".
_LEGAL = regex(
    r"\bH\.\s?R\.\s?(?:Res\.\s)?\d{1,5}(?!\d*\.\s)|\bS\.\sRes\.\s\d|\bPub\.\s?L\."
    r"|\bU\.\s?S\.\s?Const|\bU\.\s?S\.\s?C\.|\d\sStat\.\s\d"
    r"|\bCong\.(?=\s\(|,|\sRec)|\bC\.\s?F\.\s?R\.|\bBGBl\b"
    r"|\d\sU\.\s?S\.\s\d|\bF\.\s?Supp\."
)
#: A space within a DOI or URL, as at the end of a line of a PDF.
_BROKEN = regex(
    r"(?:https?://|\b10\.\d{4,9}/)\S*[-_/=]\s[\w.]*[\d/=%]"
    r"|\b10\.\d{4,9}/\S*\.\s\d|https?://\S*\.\s(?:com|html?|org|pdf)\b"
    r"|https?://\S+(?:\s\w+){1,3}/\w"
)


def is_ordinary(entry: CheckedEntry) -> bool:
    """Return whether the parts of an entry can be judged: it is not a law, and its
    address is whole.
    """
    if entry.source.type in _LEGAL_TYPES:
        return False
    return not _LEGAL.search(entry.text) and not _BROKEN.search(entry.text)
