"""How soon an editor has its answer: changes to theses in APA of 2,000, 4,000 and 8,000
citations, in processor time.

.venv/bin/python -m benchmarks.session [CITATIONS ...]
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.essays import write_thesis
from loccit import open_essay, open_library
from loccit._startup.dataclass import replace
from loccit.csl import Session, load_style, locator_terms
from loccit.model import Citation, Cite, Date, DateParts, Locator, Name, Source, Value

#: How many changes of each kind are made, and the sizes of the theses.
CHANGES = 200
SIZES = (2_000, 4_000, 8_000)


class Timed(NamedTuple):
    """Changes of one kind, in seconds from the shortest."""

    what: str
    seconds: list[float]

    def row(self) -> str:
        """The median, the 95th percentile and the longest, in milliseconds."""
        places = (len(self.seconds) // 2, len(self.seconds) * 95 // 100, -1)
        p50, p95, longest = [self.seconds[place] * 1000 for place in places]
        return f"{self.what:<26} {p50:>9.2f} {p95:>9.2f} {longest:>9.2f}"


class Thesis:
    """A thesis that is being edited; every method is one kind of change."""

    def __init__(self, size: int) -> None:
        with tempfile.TemporaryDirectory() as folder:
            essay, bib = write_thesis(Path(folder), size, size * 2 // 5)
            terms = locator_terms("en-US")
            self.citations = list(open_essay(essay).citations(terms))
            self.sources = {source.key: source for source in open_library([bib])}
        self.style = load_style("apa")
        self.rng = random.Random(7)
        self.removed: list[tuple[int, Citation]] = []

    def open(self) -> None:
        """Open the session."""
        self.session = Session(self.style, self.sources.values(), self.citations)

    def place(self) -> int:
        """The number of any citation."""
        return self.rng.randrange(len(self.citations))

    def cited(self) -> Source:
        """A source that is cited."""
        return self.sources[self.citations[self.place()].cites[0].key]

    def another_locator(self, number: int) -> None:
        """Change a locator."""
        place = self.place()
        first, *rest = self.citations[place].cites
        moved = replace(first, locator=Locator("page", str(1000 + number)))
        changed = replace(self.citations[place], cites=(moved, *rest))
        self.citations[place] = changed
        self.session.replace(place, changed)

    def insert(self, place: int, citation: Citation) -> None:
        """Insert a citation."""
        self.citations.insert(place, citation)
        self.session.insert(place, citation)

    def cite_again(self, number: int) -> None:
        """Cite a source once more."""
        self.insert(self.place(), Citation((Cite(self.cited().key),)))

    def cite_new(self, number: int, name: Name, year: int) -> None:
        """Add a source and cite it."""
        made = book(f"new-{name.family}-{number}", name, year, f"Notes, part {number}")
        self.sources[made.key] = made
        self.session.set_source(made)
        self.insert(self.place(), Citation((Cite(made.key),)))

    def new_name(self, number: int) -> None:
        """Cite a new source by somebody who wrote none of the others."""
        self.cite_new(number, Name(f"Other{number}", "Olga"), 2001)

    def colliding_name(self, number: int) -> None:
        """Cite a new source by an author of others, from a year of others."""
        model = self.cited()
        issued = model.date("issued")
        assert issued is not None
        assert issued.start is not None
        self.cite_new(number, model.names("author")[0], issued.start.year)

    def remove(self, number: int) -> None:
        """Remove a citation."""
        place = self.place()
        self.removed.append((place, self.citations.pop(place)))
        self.session.remove(place)

    def undo(self, number: int) -> None:
        """Insert what was removed last."""
        self.insert(*self.removed.pop())

    def set_source(self, **variables: Value) -> None:
        """Change a source that is cited."""
        source = self.cited()
        changed = replace(source, variables={**source.variables, **variables})
        self.sources[source.key] = changed
        self.session.set_source(changed)

    def change_title(self, number: int) -> None:
        """Change a title."""
        self.set_source(title=f"Another title {number}")

    def change_author(self, number: int) -> None:
        """Change an author to that of another source."""
        self.set_source(author=self.cited().names("author")[:1])

    def change_year(self, number: int) -> None:
        """Change a year."""
        self.set_source(issued=Date(DateParts(1998 + number % 15)))


def book(key: str, name: Name, year: int, title: str) -> Source:
    """A book by one author."""
    issued = Date(DateParts(year))
    return Source(key, "book", {"author": (name,), "issued": issued, "title": title})


def seconds(change: Callable[[], object]) -> float:
    """How long the processor works at a change."""
    started = time.process_time()
    change()
    return time.process_time() - started


def timed(thesis: Thesis) -> Iterator[Timed]:
    """Make the changes of each kind."""
    kinds = {
        "another locator": thesis.another_locator,
        "a source cited again": thesis.cite_again,
        "a new source, new name": thesis.new_name,
        "a new source, colliding": thesis.colliding_name,
        "a citation removed": thesis.remove,
        "undone": thesis.undo,
        "another title": thesis.change_title,
        "another author": thesis.change_author,
        "another year": thesis.change_year,
    }
    for what, change in kinds.items():
        yield Timed(what, sorted(seconds(partial(change, n)) for n in range(CHANGES)))


def main() -> None:
    for size in [int(given) for given in sys.argv[1:]] or SIZES:
        thesis = Thesis(size)
        opened = seconds(thesis.open)
        print(f"{size:,} citations, opened in {opened * 1000:.0f} ms")
        print(f"{'':<26} {'p50, ms':>9} {'p95, ms':>9} {'max, ms':>9}")
        for each in timed(thesis):
            print(each.row())


if __name__ == "__main__":
    main()
