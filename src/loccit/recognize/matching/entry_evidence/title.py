"""The title, whole or without its subtitle, and as a part of what is typed."""

from __future__ import annotations

from collections.abc import Iterator

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
    typed, known = asked.compared.title, source.compared.title
    shown = source.compared.source.plain("title")
    if not known.words:
        return
    like = typed.like(known)
    enough = len(known.words) >= _ENOUGH_WORDS
    if like == "same":
        points = _SAME if enough else _SAME_SHORT
        if known.is_common:
            points = _COMMON
        yield Evidence(points, Reason("same-title", f"the title is “{shown}”"))
    elif like == "short":
        text = f"the title is “{shown}”, with or without the subtitle"
        yield Evidence(_SHORT, Reason("title-without-subtitle", text))
    elif like == "near" or (typed.words and typed.resembles(known)):
        text = f"the title is almost “{shown}”"
        yield Evidence(_NEAR, Reason("similar-title", text), REPAIRED)
    elif asked.has(known.words) and (enough or asked.is_doubtful("title")):
        text = f"the entry has the title “{shown}”"
        yield Evidence(_IN_TEXT, Reason("title-in-entry", text), REPAIRED)
