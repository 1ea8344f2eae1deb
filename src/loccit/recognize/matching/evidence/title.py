"""A title in the place of names, as works without an author are cited."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.duplicates import words
from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import REPAIRED, Evidence
from loccit.recognize.matching.people import is_called
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import Reason

_WHOLE = 5.0
_BEGINNING = 4.0
#: Works with an author are seldom cited by their title.
_INSTEAD_OF_AUTHOR = 3.5
_FIRST_WORD = 1.5
#: Fewer first words may begin any title.
_ENOUGH = 2


def title(asked: Asked, work: Work) -> Iterator[Evidence]:
    """Yield evidence that the cite calls the work by its title."""
    yield from _before_author(asked, work)
    typed = asked.title_words
    known = work.title.words
    if not typed or typed != known[: len(typed)]:
        return
    whole = typed in (known, work.title.main)
    if not whole:
        text = f"the first words of the title {_shown(work)}"
        reason = Reason("first-words-of-title", text)
    else:
        reason = Reason("same-title", f"the title is {_shown(work)}")
    if len(typed) < _ENOUGH and (work.people or not whole):
        yield Evidence(_FIRST_WORD, reason, REPAIRED)
    elif work.people:
        yield Evidence(_INSTEAD_OF_AUTHOR, reason, REPAIRED)
    else:
        yield Evidence(_WHOLE if whole else _BEGINNING, reason)


def _before_author(asked: Asked, work: Work) -> Iterator[Evidence]:
    """Compare a title that an author's name follows: "(Visible Learning, Hattie 2009)"."""
    if len(asked.names) < 2 or not work.people:
        return
    typed = words(asked.first.text)
    if not typed or typed != work.title.words[: len(typed)]:
        return
    if is_called(asked.names[1], work.people[0]):
        text = f"the title is {_shown(work)}"
        yield Evidence(_WHOLE, Reason("same-title", text), REPAIRED)


def _shown(work: Work) -> str:
    titles = [each.plain("title") for each in work.sources]
    return "“" + next(filter(None, titles), "") + "”"
