"""How soon an editor has its answer: changes to a thesis of 2,000 citations of 800
sources, in APA.

.venv/bin/python -m benchmarks.session
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.essays import write_thesis
from loccit import open_essay, open_library
from loccit._startup.dataclass import replace
from loccit.csl import Session, load_style, locator_terms
from loccit.model import Citation, Cite, Date, DateParts, Locator, Name, Source

CHANGES = 25


def seconds(change: Callable[[], object]) -> float:
    """How long a change takes."""
    started = time.perf_counter()
    change()
    return time.perf_counter() - started


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        essay, bib = write_thesis(Path(folder), 2_000, 800)
        citations = list(open_essay(essay).citations(locator_terms("en-US")))
        sources = list(open_library([bib]))
    style = load_style("apa")
    sessions: list[Session] = []
    opened = seconds(lambda: sessions.append(Session(style, sources, citations)))
    session = sessions[0]

    def move(number: int) -> None:
        first, *rest = citations[number].cites
        moved = replace(first, locator=Locator("page", str(1000 + number)))
        session.replace(number, replace(citations[number], cites=(moved, *rest)))

    def cite_new(number: int) -> None:
        smith, year = Name("Smith", "Jane"), Date(DateParts(2001))
        session.set_source(
            Source(
                f"new{number}",
                "book",
                {"author": (smith,), "issued": year, "title": "New"},
            )
        )
        session.insert(number, Citation((Cite(f"new{number}"),)))

    places = range(40, 40 + 75 * CHANGES, 75)
    for what, change in (("another locator", move), ("a new source", cite_new)):
        times = [seconds(partial(change, number)) for number in places]
        print(
            f"{what:<16} {statistics.median(times) * 1000:>7.1f} ms, at most {max(times) * 1000:.1f} ms"
        )
    print(f"{'opened':<16} {opened * 1000:>7.0f} ms")


if __name__ == "__main__":
    main()
