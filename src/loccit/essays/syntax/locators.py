"""Locators: "pp. 46-47" at the start of a suffix, and the rest of the suffix.

The grammar is pandoc's (`Text.Pandoc.Citeproc.Locator`): white space and punctuation
other than a colon divide a suffix into tokens; a locator is a word that the locale knows
(or none, for pages) and a sequence of numbers, Roman numerals and what is attached to
them, or anything at all between braces.

Beyond pandoc, numbers are also joined by words ("12 and 14", "12 & 14") and by dashes
with spaces ("46 - 47"), take what follows ("46 ff."), and may adjoin their word ("p46").
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.regex import regex
from loccit.essays.syntax.locator_reader import LocatorReader
from loccit.essays.syntax.suffix_tokens import Token, cut, is_punctuation, without_glue
from loccit.model import Locator, Marked, RichText

#: A number before its word: "第 12 页", "3-5頁".
_COUNTED = regex(
    r"[,，、]?\s*第?\s*(\d+(?:\s*[-–~～]\s*\d+)?)\s*([^\W\da-zA-Z]{1,3})\b"
)


def take_locator(
    suffix: RichText, words: Mapping[str, str]
) -> tuple[Locator | None, RichText]:
    """Take the locator from the beginning of a suffix.

    The rest follows the cite as it is, so where it begins with neither white space nor
    punctuation and no locator precedes it, a comma is put there.

    Args:
        suffix: all that follows a cite's key.
        words: casefolded word or abbreviation to CSL locator term.

    Returns:
        The locator, if there is one, and the rest of the suffix.

    >>> take_locator(RichText.of(", pp. 33-35 and passim"), {"pp.": "page"})
    (Locator(label='page', value='33-35'), RichText(nodes=(' and passim',)))
    >>> take_locator(RichText.of("{ii, A, D-Z}, with a suffix"), {})
    (Locator(label='', value='ii, A, D-Z'), RichText(nodes=(', with a suffix',)))
    """
    if not suffix:
        return None, suffix
    counted = _take_counted(suffix, words)
    if counted:
        return counted
    tokens = without_glue(cut(suffix), words)
    reader = LocatorReader(tokens, words)
    found = reader.delimited() or reader.integrated()
    if not found:
        return None, _set_off(suffix)
    rest = _rest(suffix, tokens, found.end)
    value = found.value.strip()
    if not value:
        return None, _set_off(rest)
    return Locator(found.label, value), rest


def _take_counted(
    suffix: RichText, words: Mapping[str, str]
) -> tuple[Locator, RichText] | None:
    """Take a locator whose word follows its number, as in Chinese, Japanese and Korean:
    "第12页".
    """
    first = suffix.nodes[0] if suffix else ""
    if not isinstance(first, str):
        return None
    found = _COUNTED.match(first)
    term = words.get(found[2]) if found else None
    if not found or not term:
        return None
    rest = RichText.of(first[found.end() :]) + RichText(suffix.nodes[1:])
    return Locator(term, found[1]), rest


def _rest(suffix: RichText, tokens: list[Token], position: int) -> RichText:
    """Return what follows the first `position` tokens."""
    if position >= len(tokens):
        return RichText()
    last = tokens[position - 1]
    node = suffix.nodes[last.node]
    following = suffix.nodes[last.node + 1 :]
    if isinstance(node, Marked) or last.end == len(node):
        return RichText(following)
    return RichText((node[last.end :], *following))


def _set_off(suffix: RichText) -> RichText:
    """Separate a suffix from the cite with a comma, if nothing else does."""
    if not suffix:
        return suffix
    first, *others = suffix.nodes
    if isinstance(first, Marked):
        return RichText((", ", first, *others))
    if first[0].isspace() or is_punctuation(first[0]):
        return suffix
    return RichText((f", {first}", *others))
