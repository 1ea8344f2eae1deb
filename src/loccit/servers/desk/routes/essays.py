"""The essays of the folder: their text, its changes, and what it prints."""

from __future__ import annotations

from pathlib import Path

from loccit.drafting.watching.folder_paths import new_file
from loccit.servers.desk.asked import Asked
from loccit.servers.desk.desk import Desk
from loccit.servers.desk.desk_essay import Change, DeskEssay
from loccit.servers.desk.edits_json import edits_as_json
from loccit.servers.desk.essay_json import essay_as_json, printed_as_json
from loccit.servers.desk.page_text import PageText
from loccit.servers.desk.refusals import Refusal
from loccit.servers.desk.route import get, post
from loccit.text_files.atomic_write import write_atomically
from loccit.workspace.essay_files import find_essay_files


def essays(desk: Desk, asked: Asked) -> dict[str, object]:
    """List the essays."""
    files = find_essay_files([desk.folder]).essays
    return {"essays": [desk.row(path) for path in files]}


def essay(desk: Desk, asked: Asked) -> dict[str, object]:
    """Open an essay."""
    with desk.lock:
        return essay_as_json(desk, desk.essay(asked.text("path")))


def printed(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return what an essay prints now."""
    with desk.lock:
        found = desk.essay(asked.text("path"))
        return printed_as_json(desk, found, asked.number_or("since", 0))


def edit(desk: Desk, asked: Asked) -> dict[str, object]:
    """Change the text; a change of an old version is a conflict."""
    with desk.lock:
        found = _text_essay(desk, asked)
        base = asked.number("base")
        page = found.page
        if base != found.version:
            raise _outdated(found, base)
        edits = page.edits_from_page(asked.edits(page.length))
        change = found.change(edits)
        desk.report(found, change, asked.text_or("tab", ""))
        return printed_as_json(desk, found, base)


def _outdated(found: DeskEssay, base: int) -> Refusal:
    changes = found.changes_since(base)
    more = {
        "version": found.version,
        "text": found.page.shown,
        "changes": None if changes is None else list(map(_edits, changes)),
    }
    return Refusal("conflict", "The text was changed in the meantime.", more)


def _edits(change: Change) -> list[dict[str, object]]:
    return edits_as_json(change.edits)


def save(desk: Desk, asked: Asked) -> dict[str, object]:
    """Write the text to the disk, unless somebody else has."""
    with desk.lock:
        found = _text_essay(desk, asked)
        if asked.number("version") != found.version:
            raise _outdated(found, asked.number("version"))
        overwrite = asked.flag("overwrite")
        if not overwrite:
            _require_disk_as_read(found)
        found.save(overwrite=overwrite)
        made = {"path": desk.name(found.path), "version": found.version, "saved": True}
        desk.events.send("saved", made)
        return made


def _require_disk_as_read(found: DeskEssay) -> None:
    """Refuse to save over what another program has written.

    Raises:
        Refusal: with both texts.
    """
    disk = found.saved.on_disk()
    if disk is found.saved:
        return
    more = {
        "disk": None if disk is None else PageText(disk.text).shown,
        "yours": found.page.shown,
    }
    raise Refusal("conflict", "The file was changed by another program.", more)


def reload(desk: Desk, asked: Asked) -> dict[str, object]:
    """Take what is on the disk, and throw away what is not saved."""
    with desk.lock:
        found = desk.essay(asked.text("path"))
        disk = found.saved.on_disk()
        if disk is None:
            raise Refusal("not-found", "The file is gone; save it to have it again.")
        if change := found.reload(disk):
            desk.report(found, change, asked.text_or("tab", ""))
        return essay_as_json(desk, found)


def new(desk: Desk, asked: Asked) -> dict[str, object]:
    """Make a new essay."""
    path = _new_essay(desk, asked.text("path"))
    write_atomically(path, asked.text_or("text", "").encode("utf-8", "replace"))
    desk.events.send("essays", {})
    return essay(desk, asked)


def upload(desk: Desk, asked: Asked) -> dict[str, object]:
    """Put an essay into the folder that was dropped onto the page."""
    path = _new_essay(desk, asked.text("name"))
    write_atomically(path, asked.data)
    desk.events.send("essays", {})
    return {"path": desk.name(path)}


def _new_essay(desk: Desk, name: str) -> Path:
    path = new_file(desk.folder, name)
    if not desk.workspace.is_essay(path):
        raise Refusal("invalid", "The name of an essay ends in .md, .docx or the like.")
    return path


def _text_essay(desk: Desk, asked: Asked) -> DeskEssay:
    """Return the essay that is asked for.

    Raises:
        Refusal: it is a document, which is not edited as text.
    """
    found = desk.essay(asked.text("path"))
    if not found.is_text:
        raise Refusal("invalid", "A document is not edited here.")
    return found


ROUTES = [
    get("essays", essays),
    get("essay", essay),
    get("essay/printed", printed),
    post("essay/edit", edit),
    post("essay/save", save),
    post("essay/reload", reload),
    post("essays/new", new),
    post("essays/upload", upload),
]
