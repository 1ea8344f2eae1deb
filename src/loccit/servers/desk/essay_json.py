"""An essay as the page reads it: its text, its settings, and what it prints."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from loccit.drafting.essay.saved import is_written_as_text
from loccit.drafting.essay.set_setting import has_settings
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.printed.citations import printed_citations, printed_list
from loccit.drafting.problems.of_essay import quick_problems
from loccit.essays import Essay
from loccit.formatting.formatted_essay import FormattedCitation
from loccit.formatting.reference_list import list_title
from loccit.model import RichText
from loccit.output import Entry
from loccit.servers.desk.answers import error_as_json
from loccit.servers.desk.desk import Desk
from loccit.servers.desk.desk_essay import DeskEssay
from loccit.servers.desk.document_json import paragraphs_as_json
from loccit.servers.desk.markup import to_html
from loccit.servers.desk.problems_json import ProblemWriter


def essay_as_json(desk: Desk, essay: DeskEssay) -> dict[str, object]:
    """Return all that the page needs to show an essay.

    Raises:
        LoccitError: it can't be read.
    """
    opened = essay.opened
    text = essay.page.shown if essay.is_text else None
    return {
        "path": desk.name(essay.path),
        "version": essay.version,
        "text": text,
        "paragraphs": None if essay.is_text else paragraphs_as_json(opened),
        "format": opened.essay.format,
        "editable": essay.is_text,
        "saved": essay.is_saved,
        "writable": os.access(essay.path, os.W_OK),
        "settings": _settings(opened),
        "error": error_as_json(opened.error) if opened.error else None,
        "printed": printed_as_json(desk, essay, 0),
    }


def _settings(opened: OpenEssay) -> dict[str, object]:
    title = opened.settings.reference_section_title
    return {
        "style": opened.settings.csl or "apa",
        "style_title": opened.style.title,
        "kind": opened.style.citation_class,
        "lang": opened.lang,
        "list_title": title or list_title(opened.style, opened.lang),
        "kept_in": "essay" if _keeps_settings(opened.essay) else "desk",
    }


def printed_as_json(desk: Desk, essay: DeskEssay, since: int) -> dict[str, object]:
    """Return what an essay prints, with the HTML that is new since a version.

    Raises:
        LoccitError: it can't be read.
    """
    opened = essay.opened
    printed = [each for each in printed_citations(opened) if each.text is not None]
    listed = printed_list(opened)
    essay.html.keep(_texts(printed, listed))
    return {
        "version": essay.version,
        "saved": essay.is_saved,
        "citations": _numbered(essay, printed),
        "html": dict(essay.citations.since(since)),
        "list": [entry.key for entry in listed],
        "entries": _new_entries(essay, listed, since),
        "problems": list(_problems(desk, essay, opened)),
        **_own_list(essay),
    }


def _numbered(
    essay: DeskEssay, printed: Sequence[FormattedCitation]
) -> list[tuple[int, int, int]]:
    """Return where each citation is, and the number of what it prints."""
    written = (citation_html(each, essay.html.of) for each in printed)
    numbers = essay.citations.update(essay.version, written)
    to_page = essay.page.to_page
    spans = [each.citation.span for each in printed]
    return [
        (to_page(span.start), to_page(span.end), number)
        for span, number in zip(spans, numbers, strict=True)
    ]


def _new_entries(
    essay: DeskEssay, listed: Sequence[Entry], since: int
) -> dict[str, str]:
    """Return the entries that are new since a version, by their keys."""
    written = ((entry.key, essay.html.of(entry.text)) for entry in listed)
    essay.entries.update(essay.version, written)
    return dict(essay.entries.since(since).values())


def _own_list(essay: DeskEssay) -> dict[str, tuple[int, int] | None]:
    """Return where the text has a list of its own, which formatting replaces.

    Nothing is said where only what changed was read; the list moved with the text then.
    """
    reading = essay.opened.reading
    if not (reading.is_whole and essay.is_text):
        return {}
    typed = reading.draft.typed
    if typed is None or typed.list is None:
        return {"own_list": None}
    span = typed.list.span
    to_page = essay.page.to_page
    return {"own_list": (to_page(span.start), to_page(span.end))}


def _texts(
    printed: Iterable[FormattedCitation], listed: Iterable[Entry]
) -> Iterator[RichText]:
    for each in printed:
        yield each.author
        if each.text is not None:
            yield each.text
    yield from (entry.text for entry in listed)


def _problems(
    desk: Desk, essay: DeskEssay, opened: OpenEssay
) -> Iterator[dict[str, object]]:
    return ProblemWriter(essay, desk.name).problems(quick_problems(opened))


def citation_html(
    printed: FormattedCitation, write: Callable[[RichText], str] = to_html
) -> str:
    """Return what a citation prints: the author in the sentence, and the note."""
    texts = (printed.author, printed.text)
    return " ".join([write(text) for text in texts if text])


def _keeps_settings(essay: Essay) -> bool:
    return is_written_as_text(essay.format) and has_settings(essay)
