"""A title in the place of names, as works without an author are cited."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import REPAIRED, Evidence
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import Reason

_WHOLE = 5.0
_BEGINNING = 4.0
_FIRST_WORD = 1.5
#: Fewer first words may begin any title.
_ENOUGH = 2


def title(asked: Asked, work: Work) -> Iterator[Evidence]:
    """Yield evidence that the cite calls the work by its title."""
    typed = asked.title_words
    known = work.title.words
    if not typed or typed != known[: len(typed)]:
        return
    most = REPAIRED if work.people else 1.0
    reason = Reason("same-title", f"the title is {_shown(work)}")
    if typed in (known, work.title.main):
        yield Evidence(_WHOLE, reason, most)
    elif len(typed) >= _ENOUGH:
        text = f"the first words of the title {_shown(work)}"
        yield Evidence(_BEGINNING, Reason("first-words-of-title", text), most)
    elif not work.people:
        text = f"the first word of the title {_shown(work)}"
        yield Evidence(_FIRST_WORD, Reason("first-words-of-title", text), REPAIRED)


def _shown(work: Work) -> str:
    titles = [each.plain("title") for each in work.sources]
    return "“" + next(filter(None, titles), "") + "”"
