"""The sources of a library: the table, one source, its fields, its key."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import cast, get_args

from loccit.bibliography.search.summary import Summary
from loccit.drafting.sources.edit_source import ChangedInTheMeantime, edit_source
from loccit.drafting.sources.library_table import Order
from loccit.drafting.sources.source_fields import source_types
from loccit.editing.remove_sources import find_uses, remove_sources
from loccit.editing.rename_sources import rename_sources
from loccit.servers.desk.asked import Asked
from loccit.servers.desk.desk import Desk
from loccit.servers.desk.library_in_use import (
    library_in_use,
    require_saved,
    written,
)
from loccit.servers.desk.refusals import Refusal
from loccit.servers.desk.route import get, post
from loccit.servers.desk.source_json import (
    field_as_json,
    problem_as_json,
    require_changeable,
    source_as_json,
)

#: The most rows of a page of the table.
_MOST_ROWS = 500


def table(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return a page of what a query finds."""
    order = asked.text_or("sort", "found")
    if order not in get_args(Order):
        raise Refusal("invalid", f"A table is not sorted by `{order}`.")
    page = desk.table.page(
        library_in_use(desk, asked).opened,
        asked.text_or("q", ""),
        cast(Order, order),
        asked.number_or("offset", 0),
        min(asked.number_or("limit", 50), _MOST_ROWS),
    )
    return {
        "total": page.total,
        "offset": asked.number_or("offset", 0),
        "complete": page.is_complete,
        "rows": [_row(row) for row in page.rows],
    }


def _row(row: Summary) -> dict[str, object]:
    return {**row._asdict(), "type_label": row.type.replace("-", " ")}


def source(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return a source."""
    return source_as_json(desk, library_in_use(desk, asked), asked.text("key"))


def where_cited(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return which essays cite a source, and how often."""
    project = library_in_use(desk, asked).project
    times = Counter(
        desk.name(Path(place.path))
        for place, _ in project.where_cited(asked.text("key"))
    )
    found = [{"path": path, "times": count} for path, count in times.items()]
    return {"cited_in": found}


def types(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return the types that a source may have, with their fields."""
    return {
        "types": [
            {
                "type": each.name,
                "label": each.meaning,
                "fields": [field_as_json(field) for field in each.fields],
            }
            for each in source_types()
        ]
    }


def edit(desk: Desk, asked: Asked) -> dict[str, object]:
    """Change fields of a source."""
    key = asked.text("key")
    with desk.lock:
        library = library_in_use(desk, asked)
        path = require_changeable(library.require(key), library)
        try:
            change = edit_source(
                path,
                key,
                asked.text("base"),
                asked.pairs("fields"),
                asked.text_or("type", ""),
            )
        except ChangedInTheMeantime as error:
            now = source_as_json(desk, library, key)
            raise Refusal("conflict", error.message, {"source": now}) from None
        written(desk, f"Edit {key}", {path: change})
        return source_as_json(desk, library_in_use(desk, asked), key)


def rename(desk: Desk, asked: Asked) -> dict[str, object]:
    """Change the key of a source, in the library and in all essays."""
    old, new = asked.text("key"), asked.text("new")
    with desk.lock:
        require_saved(desk)
        project = library_in_use(desk, asked).project
        changes = rename_sources({old: new}, project)
        written(desk, f"Rename {old} to {new}", changes)
        essays = sorted(filter(desk.workspace.is_essay, changes))
        return {"key": new, "essays": [desk.name(path) for path in essays]}


def remove(desk: Desk, asked: Asked) -> dict[str, object]:
    """Remove a source, unless something needs it."""
    key = asked.text("key")
    with desk.lock:
        library = library_in_use(desk, asked)
        path = require_changeable(library.require(key), library)
        if not asked.flag("even_if_cited"):
            _require_unused(desk, key, asked)
        written(desk, f"Remove {key}", remove_sources({path: [key]}))
        return {}


def _require_unused(desk: Desk, key: str, asked: Asked) -> None:
    project = library_in_use(desk, asked).project
    uses = [problem_as_json(use) for use in find_uses([key], project)]
    if uses:
        raise Refusal("conflict", f"`{key}` is still cited.", {"problems": uses})


def undo(desk: Desk, asked: Asked) -> dict[str, object]:
    """Undo the last change of the library."""
    with desk.lock:
        require_saved(desk)
        done = desk.done.undo()
        desk.changed_on_disk(set(done.files))
        return {"undone": done.what}


def undoable(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return what would be undone."""
    last = desk.done.last
    return {"can": last.what if last else None}


ROUTES = [
    get("sources", table),
    get("source", source),
    get("source/cited", where_cited),
    get("types", types),
    post("source/edit", edit),
    post("source/rename", rename),
    post("source/remove", remove),
    post("undo", undo),
    get("undo", undoable),
]
