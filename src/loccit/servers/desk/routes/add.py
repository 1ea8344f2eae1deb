"""Add sources: what they are is shown before they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from loccit.drafting.sources.new_sources import sources_in_file, sources_in_text
from loccit.editing.add_sources import Addition, add_sources
from loccit.editing.typed_references import TypedSources
from loccit.lookup import Web
from loccit.servers.desk.asked import Asked
from loccit.servers.desk.desk import Desk
from loccit.servers.desk.library_in_use import (
    LibraryInUse,
    library_in_use,
    written,
)
from loccit.servers.desk.refusals import Refusal
from loccit.servers.desk.route import post
from loccit.servers.desk.source_json import preview_as_json, problem_as_json
from loccit.text_files.file_change import FileChange


def look(desk: Desk, asked: Asked) -> dict[str, object]:
    """Preview the sources that somebody typed or pasted."""
    return _preview(desk, asked, sources_in_text(asked.text("text"), Web()))


def read(desk: Desk, asked: Asked) -> dict[str, object]:
    """Preview the sources in a file that was dropped onto the page."""
    name = Path(asked.text("name")).name
    return _preview(desk, asked, sources_in_file(asked.data, name, Web()))


def _preview(desk: Desk, asked: Asked, found: TypedSources) -> dict[str, object]:
    library = library_in_use(desk, asked)
    target = library.target(desk, asked.text_or("file", ""))
    additions = add_sources(found.sources, target, library.files, dry_run=True)
    doubtful = any(each.rule == "doubtful-reading" for each in found.problems)
    return {
        "preview": desk.previews.keep(found.sources),
        "sources": list(_previewed(additions.each, library)),
        "problems": [problem_as_json(problem) for problem in found.problems],
        "doubtful": doubtful,
        "file": desk.name(target),
    }


def _previewed(
    additions: Sequence[Addition], library: LibraryInUse
) -> Iterator[dict[str, object]]:
    for number, addition in enumerate(additions):
        shown = preview_as_json(addition.added or addition.given, library)
        known = addition.known and preview_as_json(addition.known, library)
        yield {"id": number, **shown, "duplicate": known, "outcome": addition.message}


def add(desk: Desk, asked: Asked) -> dict[str, object]:
    """Add some of the sources that were previewed."""
    sources = desk.previews.get(asked.text("preview"))
    chosen = sorted(set(asked.numbers("ids")))
    if chosen and chosen[-1] >= len(sources):
        raise Refusal("invalid", "There is no such source in the preview.")
    with desk.lock:
        library = library_in_use(desk, asked)
        target = library.target(desk, asked.text_or("file", ""))
        additions = add_sources(
            [sources[number] for number in chosen], target, library.files
        )
        keys = [each.added.key for each in additions.each if each.added]
        change = FileChange(additions.before, additions.after)
        written(desk, f"Add {', '.join(keys)}", {target: change})
        return {"added": [{"key": key, "file": desk.name(target)} for key in keys]}


ROUTES = [
    post("sources/look", look),
    post("sources/read", read),
    post("sources/add", add),
]
