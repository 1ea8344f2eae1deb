"""What is at the cursor: ways to go on, the source that is cited there."""

from __future__ import annotations

from loccit.drafting.completion import Completion, complete
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.printed.citations import printed_at, reference
from loccit.errors import LoccitError
from loccit.servers.desk.asked import Asked
from loccit.servers.desk.desk import Desk
from loccit.servers.desk.desk_essay import DeskEssay
from loccit.servers.desk.essay_json import citation_html
from loccit.servers.desk.library_in_use import library_in_use
from loccit.servers.desk.markup import to_html
from loccit.servers.desk.page_text import PageText
from loccit.servers.desk.refusals import Refusal
from loccit.servers.desk.route import get
from loccit.servers.desk.source_json import source_as_json

#: So many suggestions are shown as they would be printed in the list.
_PRINTED = 12


def completions(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return the ways to go on with what is typed."""
    with desk.lock:
        opened = _opened(desk, asked).opened
    page = PageText(opened.text)
    found = complete(opened, page.from_page(asked.number("at")))
    if found is None:
        at = asked.number("at")
        return {"from": at, "to": at, "options": [], "complete": True}
    options = [
        _option(opened, each, is_printed=number < _PRINTED)
        for number, each in enumerate(found.items)
    ]
    return {
        "from": page.to_page(found.span.start),
        "to": page.to_page(found.span.end),
        "options": options,
        "complete": found.is_complete,
    }


def _option(
    opened: OpenEssay, completion: Completion, *, is_printed: bool
) -> dict[str, object]:
    is_key = completion.kind == "key" and is_printed
    return {
        "label": completion.label,
        "apply": completion.new,
        "detail": completion.detail,
        "kind": completion.kind,
        "html": to_html(reference(opened, completion.label)) if is_key else None,
    }


def here(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return the citation and the source at the cursor."""
    with desk.lock:
        opened = _opened(desk, asked).opened
    page = PageText(opened.text)
    offset = page.from_page(asked.number("at"))
    citation = opened.citation_at(offset)
    if citation is None:
        return {"citation": None, "key": None, "source": None}
    printed = printed_at(opened, offset)
    cite = opened.cite_at(offset)
    key = cite.key if cite else citation.cites[0].key
    return {
        "citation": {
            "start": page.to_page(citation.span.start),
            "end": page.to_page(citation.span.end),
            "html": citation_html(printed) if printed else "",
            "keys": [each.key for each in citation.cites],
        },
        "key": key,
        "source": _source(desk, asked, key),
    }


def _source(desk: Desk, asked: Asked, key: str) -> dict[str, object] | None:
    """Return the source of a key; None if there is none."""
    try:
        return source_as_json(desk, library_in_use(desk, asked.about_essay()), key)
    except LoccitError:
        return None


def _opened(desk: Desk, asked: Asked) -> DeskEssay:
    """Return the essay that is asked about, if it is still at that version.

    Raises:
        Refusal: it is not.
    """
    essay = desk.essay(asked.text("path"))
    if asked.number("version") != essay.version:
        raise Refusal("conflict", "The text was changed in the meantime.")
    if not essay.is_text:
        raise Refusal("invalid", "A document has no cursor here.")
    return essay


ROUTES = [
    get("essay/complete", completions),
    get("essay/at", here),
]
