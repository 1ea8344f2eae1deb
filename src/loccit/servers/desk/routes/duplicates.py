"""Entries that are the same work, side by side; merging two; the library in figures."""

from __future__ import annotations

from loccit.bibliography.duplicates import Pair
from loccit.editing.merge_sources import merge_sources
from loccit.servers.desk.asked import Asked
from loccit.servers.desk.desk import Desk
from loccit.servers.desk.library_in_use import (
    LibraryInUse,
    library_in_use,
    require_saved,
    written,
)
from loccit.servers.desk.route import get, post
from loccit.servers.desk.source_json import (
    preview_as_json,
    problem_as_json,
    source_as_json,
)
from loccit.workspace.statistics import statistics_of


def duplicates(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return the pairs of entries that are the same work."""
    library = library_in_use(desk, asked)
    pairs = desk.duplicates.of(library.opened)
    return {"pairs": [_pair(pair, library) for pair in pairs]}


def _pair(pair: Pair, library: LibraryInUse) -> dict[str, object]:
    return {
        "reasons": list(pair.reasons),
        "a": preview_as_json(pair.one, library),
        "b": preview_as_json(pair.other, library),
        "differences": [
            {"name": name, "a": one, "b": other}
            for name, one, other in pair.differences()
        ],
    }


def merge(desk: Desk, asked: Asked) -> dict[str, object]:
    """Make two entries one, in the library and in all essays."""
    keep, drop = asked.text("keep"), asked.text("drop")
    with desk.lock:
        require_saved(desk)
        merged = merge_sources(keep, drop, library_in_use(desk, asked).project)
        written(desk, f"Merge {drop} into {keep}", merged.changed)
        essays = sorted(filter(desk.workspace.is_essay, merged.changed))
        return {
            "source": source_as_json(desk, library_in_use(desk, asked), keep),
            "essays": [desk.name(path) for path in essays],
            "given_up": [each._asdict() for each in merged.given_up],
            "problems": [problem_as_json(problem) for problem in merged.problems],
        }


def statistics(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return the library in figures."""
    library = library_in_use(desk, asked)
    usage = library.project.usage(library.opened.library)
    figures = statistics_of(library.opened.library, usage if usage.essays else None)
    return figures.as_json()


ROUTES = [
    get("sources/duplicates", duplicates),
    post("sources/merge", merge),
    get("statistics", statistics),
]
