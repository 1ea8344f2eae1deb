"""A short title beside the name, as MLA distinguishes works of one author: "(Mulvey,
'Visual Pleasure' 8)".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from loccit._startup.regex import regex
from loccit.bibliography.duplicates import words
from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import Evidence
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import Reason

_POINTS_A_WORD = 1.5
_MOST = 4.5
_OTHER = -4.0
#: With another title, it is another work until somebody says it is not.
_DOUBTFUL = 0.6
#: A shorter first word of a title may be any word.
_LONG = 4
#: A title in quotation marks.
_QUOTED = regex(r"[“\"‘„«]([^”\"’“»]+)[”\"’“»]")
#: What follows a title, and is no part of it.
_LOCATORS = frozenset(
    ["p", "pp", "ch", "chapter", "para", "vol", "volume", "s", "line"]
)


def short_title(asked: Asked, work: Work) -> Iterator[Evidence]:
    """Yield evidence that the cite has the beginning of the title, besides names."""
    quoted = _QUOTED.search(asked.beside_names)
    if quoted:
        yield from _quoted(words(quoted[1]), work)
        return
    typed = words(asked.beside_names)
    first = work.title.words[0] if work.title.words else ""
    if first not in typed:
        return
    typed = typed[typed.index(first) :]
    same = shared_words(typed, work.title.words)
    rest = typed[same : same + 1]
    if same > 1 or (len(first) >= _LONG and _LOCATORS.issuperset(rest)):
        yield same_title(typed[:same])


def _quoted(typed: Sequence[str], work: Work) -> Iterator[Evidence]:
    """Compare a title in quotation marks, all words of which count."""
    if not typed or not work.title.words:
        return
    if shared_words(typed, work.title.words) == len(typed):
        yield same_title(typed)
    else:
        text = f"the citation has another title: “{' '.join(typed)}”"
        yield Evidence(_OTHER, Reason("other-title-in-cite", text), _DOUBTFUL)


def same_title(typed: Sequence[str]) -> Evidence:
    """Return evidence that words of a cite begin the title."""
    text = f"the citation has the title “{' '.join(typed)}”"
    points = min(_MOST, _POINTS_A_WORD * len(typed))
    return Evidence(points, Reason("title-in-cite", text))


def shared_words(typed: Sequence[str], title: Sequence[str]) -> int:
    """Return with how many of the same words both begin."""
    pairs = zip(typed, title, strict=False)
    return sum(1 for _ in takewhile(lambda pair: _is_same(*pair), pairs))


def _is_same(typed: str, word: str) -> bool:
    """Return whether words are the same, also in the plural."""
    return typed in (word, word + "s") or word == typed + "s"
