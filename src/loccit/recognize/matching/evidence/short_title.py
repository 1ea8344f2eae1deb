"""A short title beside the name, as MLA distinguishes works of one author: "(Mulvey,
'Visual Pleasure' 8)".
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.duplicates import words
from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import Evidence
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import Reason

_POINTS_A_WORD = 1.5
_MOST = 4.5
#: A shorter first word of a title may be any word.
_LONG = 4


def short_title(asked: Asked, work: Work) -> Iterator[Evidence]:
    """Yield evidence that the cite has the beginning of the title, besides names."""
    typed = words(asked.beside_names)
    first = work.title.words[:1]
    if not typed or not first or first[0] not in typed:
        return
    start = typed.index(first[0])
    found = typed[start:]
    same = 0
    while same < min(len(found), len(work.title.words)):
        if found[same] != work.title.words[same]:
            break
        same += 1
    if same > 1 or len(first[0]) >= _LONG:
        text = f"the citation has the title “{' '.join(found[:same])}”"
        points = min(_MOST, _POINTS_A_WORD * same)
        yield Evidence(points, Reason("title-in-cite", text))
