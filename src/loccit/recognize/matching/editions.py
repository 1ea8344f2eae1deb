"""The edition that a cite is of, where the list does not say which one it has."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography import Library
from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import REPAIRED, Choice, limited, of_work
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import Reason
from loccit.recognize.typed_list import TypedEntry

#: A source that is less likely than this is not an edition of the entry.
_LEAST = 0.2


def possible_keys(entry: TypedEntry) -> Iterator[str]:
    """Yield the keys of the sources that an entry may be, where nothing decides."""
    if entry.key is None:
        for candidate in entry.candidates:
            if candidate.key and candidate.confidence >= _LEAST:
                yield candidate.key


def with_edition(choice: Choice, asked: Asked, library: Library) -> Choice:
    """Choose among the sources that an entry may be by the year of a cite."""
    work = choice.work
    if work is None or work.typed is None or work.source or not asked.years:
        return choice
    sources = filter(None, map(library.get, possible_keys(work.typed)))
    works = [Work(work.entry, work.typed, source) for source in sources]
    dated = [each for each in works if set(each.years) & set(asked.years)]
    if len(dated) != 1:
        return choice
    reason = Reason("year-of-edition", f"{dated[0].key} is the edition of that year")
    return limited(of_work(dated[0], choice), REPAIRED, [reason])
