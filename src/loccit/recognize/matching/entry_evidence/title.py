"""The title, whole or without its subtitle, and as a part of what is typed."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.duplicates import Title
from loccit.recognize.matching.choice import REPAIRED, Evidence
from loccit.recognize.matching.compared import AskedEntry, ComparedWork
from loccit.recognize.typed_citation import Reason

_SAME = 6.0
_SAME_SHORT = 4.5
_COMMON = 2.0
_SHORT = 4.5
_NEAR = 4.5
_IN_TEXT = 4.0
#: A title of fewer words may be a part of another one, or be used twice.
_ENOUGH_WORDS = 3


def title(asked: AskedEntry, source: ComparedWork) -> Iterator[Evidence]:
    """Yield evidence of the title."""
    if source.compared.title.words:
        found = _alike(asked, source) or _in_entry(asked, source)
        yield from [found] if found else []


def _alike(asked: AskedEntry, source: ComparedWork) -> Evidence | None:
    """Compare the title that was read."""
    typed, known = asked.compared.title, source.compared.title
    shown = source.compared.source.plain("title")
    like = typed.like(known)
    if like == "same":
        reason = Reason("same-title", f"the title is “{shown}”")
        return Evidence(_points_of_same(known), reason)
    if like == "short":
        text = f"the title is “{shown}”, with or without the subtitle"
        return Evidence(_SHORT, Reason("title-without-subtitle", text))
    if like == "near" or (typed.words and typed.resembles(known)):
        text = f"the title is almost “{shown}”"
        return Evidence(_NEAR, Reason("similar-title", text), REPAIRED)
    return None


def _points_of_same(known: Title) -> float:
    if known.is_common:
        return _COMMON
    return _SAME if len(known.words) >= _ENOUGH_WORDS else _SAME_SHORT


def _in_entry(asked: AskedEntry, source: ComparedWork) -> Evidence | None:
    """Look for the title in the text, where it may not have been read right."""
    known = source.compared.title.words
    enough = len(known) >= _ENOUGH_WORDS or asked.is_doubtful("title")
    if not enough or not asked.has(known):
        return None
    text = f"the entry has the title “{source.compared.source.plain('title')}”"
    return Evidence(_IN_TEXT, Reason("title-in-entry", text), REPAIRED)
