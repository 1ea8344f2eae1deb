"""A source as the page shows and edits it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from loccit.bibliography import is_in_database
from loccit.drafting.printed.source import print_source
from loccit.drafting.sources.edit_source import entry_seen
from loccit.drafting.sources.source_fields import (
    SourceField,
    fields_of,
    meaning_of_type,
    type_of,
)
from loccit.errors import InvalidChange, LoccitError
from loccit.model import Problem, Source
from loccit.servers.desk.desk import Desk
from loccit.servers.desk.library_in_use import LibraryInUse
from loccit.servers.desk.markup import to_html
from loccit.values.identifiers import plain_doi


def source_as_json(desk: Desk, library: LibraryInUse, key: str) -> dict[str, object]:
    """Return a source of a library, with what its entry is now.

    Raises:
        UnknownKey: there is none of that key.
    """
    source = library.require(key)
    made = preview_as_json(source, library)
    seen = _seen(source, library)
    return made | {
        "file": _file(desk, source),
        "writable": bool(seen),
        "base": seen,
        "raw": source.original,
        "problems": [
            problem_as_json(problem) for problem in library.sources.problems_of(key)
        ],
        "links": list(_links(source)),
    }


def preview_as_json(source: Source, library: LibraryInUse) -> dict[str, object]:
    """Return what a source prints, and its fields."""
    kind = type_of(source)
    printed = print_source(source, library.style, library.settings)
    return {
        "key": source.key,
        "type": kind,
        "type_label": meaning_of_type(kind),
        "citation": to_html(printed.citation),
        "html": to_html(printed.entry),
        "fields": [field_as_json(field) for field in fields_of(source)],
    }


def field_as_json(field: SourceField) -> dict[str, object]:
    """Return a field of a form."""
    return {
        "name": field.name,
        "value": field.value,
        "kind": field.kind,
        "meaning": field.meaning,
        "level": "usual" if field.is_usual else "other",
    }


def problem_as_json(problem: Problem) -> dict[str, object]:
    """Return a problem of a source, which has no place in an essay."""
    return {
        "severity": problem.severity,
        "rule": problem.rule,
        "message": problem.message,
        "advice": problem.advice,
    }


def _file(desk: Desk, source: Source) -> str | None:
    path = source.place.path
    return desk.name(Path(path)) if path else None


def _seen(source: Source, library: LibraryInUse) -> str:
    """Return what identifies the entry as it is; `""` if it can't be changed."""
    try:
        path = library.file_of(source)
        if is_in_database(path) or not os.access(path, os.W_OK):
            return ""
        return entry_seen(path, source.key)
    except (LoccitError, KeyError, OSError):  # it can be read all the same
        return ""


def _links(source: Source) -> Iterator[dict[str, str]]:
    if doi := source.text("DOI"):
        yield {"label": "DOI", "href": f"https://doi.org/{plain_doi(doi)}"}
    address = source.text("URL")
    if address.lower().startswith(("http://", "https://")):
        yield {"label": "URL", "href": address}


def require_changeable(source: Source, library: LibraryInUse) -> Path:
    """Return the file of a source that is to be changed.

    Raises:
        InvalidChange: it is in no file that can be.
    """
    path = library.file_of(source)
    if is_in_database(path):
        raise InvalidChange(
            "Only Zotero changes its library.", advice="Change it there."
        )
    return path
