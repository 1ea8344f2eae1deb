"""What can be taken along: papers, lists, sources, and the essay as it will be handed in."""

from __future__ import annotations

from mimetypes import guess_type
from urllib.parse import quote

from starlette.responses import Response

from loccit._startup.version import __version__
from loccit.bibliography import is_in_database
from loccit.drafting.essay.export import export_essay, exports, missing_extras
from loccit.drafting.printed.citations import printed_list
from loccit.errors import LoccitError
from loccit.export.source_list import source_list
from loccit.formatting.reference_list import list_title
from loccit.output import plain_text
from loccit.servers.desk.answers import error_as_json
from loccit.servers.desk.asked import Asked
from loccit.servers.desk.desk import Desk
from loccit.servers.desk.document_json import paragraphs_as_json
from loccit.servers.desk.library_in_use import library_in_use
from loccit.servers.desk.markup import to_html
from loccit.servers.desk.route import get


def about(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return what the page has to know first; also why the library can't be opened."""
    libraries, error = [], None
    try:
        libraries = _libraries(desk, asked)
    except LoccitError as wrong:
        error = error_as_json(wrong)
    return {
        "folder": desk.folder.name,
        "version": __version__,
        "lang": desk.lang,
        "missing": list(missing_extras()),
        "libraries": libraries,
        "error": error,
        "exports": [each._asdict() for each in exports()],
    }


def _libraries(desk: Desk, asked: Asked) -> list[dict[str, object]]:
    library = library_in_use(desk, asked)
    return [
        {"file": desk.name(path), "writable": not is_in_database(path)}
        for path in library.files
    ]


def export(desk: Desk, asked: Asked) -> Response:
    """Make a file of an essay."""
    essay = desk.essay(asked.text("path"))
    with desk.lock:
        opened = essay.opened
    made = export_essay(opened, asked.text("to"))
    kind = guess_type(made.name)[0] or "application/octet-stream"
    # RFC 6266, section 4.3
    disposition = f"attachment; filename*=UTF-8''{quote(made.name, safe='')}"
    return Response(
        made.data, media_type=kind, headers={"Content-Disposition": disposition}
    )


def reading_view(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return the text as it will be handed in, paragraph by paragraph."""
    with desk.lock:
        opened = desk.essay(asked.text("path")).opened
    title = opened.settings.reference_section_title
    typed = opened.draft.typed
    return {
        "version": opened.version,
        "paragraphs": paragraphs_as_json(opened),
        "list_title": title or list_title(opened.style, opened.lang),
        "entries": [
            {"key": entry.key, "html": to_html(entry.text)}
            for entry in printed_list(opened)
        ],
        "own_list": typed is not None and typed.list is not None,
    }


def rich_list(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return the list for the clipboard, with its italics and as plain text."""
    with desk.lock:
        opened = desk.essay(asked.text("path")).opened
    sources = opened.draft.resolved.sources.values()
    html = source_list(sources, "html", opened.settings)
    entries = [plain_text.render(each.text) for each in printed_list(opened)]
    return {"html": html, "text": "\n".join(entries)}


ROUTES = [
    get("desk", about),
    get("export", export),
    get("essay/paper", reading_view),
    get("export/list", rich_list),
]
