"""The journal or book that an article is in, and its pages: they tell apart works with
the same title.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.duplicates import alike
from loccit.recognize.matching.choice import REPAIRED, Evidence
from loccit.recognize.matching.compared import AskedEntry, ComparedWork
from loccit.recognize.typed_citation import Reason

_SAME_CONTAINER = 1.0
_OTHER_CONTAINER = -2.0
_SAME_PAGE = 1.0


def publication(asked: AskedEntry, source: ComparedWork) -> Iterator[Evidence]:
    """Yield evidence of the container and of the first page."""
    typed, known = asked.compared, source.compared
    if typed.container and known.container:
        if alike(typed.container, known.container):
            reason = Reason("same-container", "it is in the same journal or book")
            yield Evidence(_SAME_CONTAINER, reason)
        elif not asked.has(known.container):
            shown = known.source.plain("container-title")
            text = f"in the library it is in {shown}"
            yield Evidence(_OTHER_CONTAINER, Reason("other-container", text), REPAIRED)
    if typed.first_page and typed.first_page == known.first_page != "1":
        reason = Reason("same-page", "it begins on the same page")
        yield Evidence(_SAME_PAGE, reason)
