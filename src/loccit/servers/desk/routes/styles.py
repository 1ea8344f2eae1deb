"""Styles and languages: what there is, what each prints, which one an essay has."""

from __future__ import annotations

from loccit import csl
from loccit.drafting.essay.find_styles import find_styles
from loccit.drafting.essay.set_setting import has_settings, set_setting
from loccit.drafting.printed.source import print_source
from loccit.errors import LoccitError
from loccit.model import Date, DateParts, Name, Source
from loccit.servers.desk.asked import Asked
from loccit.servers.desk.desk import Desk
from loccit.servers.desk.essay_json import essay_as_json
from loccit.servers.desk.library_in_use import LibraryInUse, library_in_use
from loccit.servers.desk.markup import to_html
from loccit.servers.desk.refusals import Refusal
from loccit.servers.desk.route import get, post
from loccit.workspace.settings import Settings

_MOST_PREVIEWS = 20
#: What a style is shown with where an essay cites nothing yet.
_SAMPLE = Source(
    "austen1813",
    "book",
    {
        "author": (Name("Austen", "Jane"),),
        "title": "Pride and prejudice",
        "publisher": "Egerton",
        "publisher-place": "London",
        "issued": Date(DateParts(1813)),
    },
)


def styles(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return the styles that some words mean."""
    found = find_styles(asked.text_or("q", ""))
    shown = found[: min(asked.number_or("limit", 50), 500)]
    return {
        "total": len(found),
        "styles": [
            {"id": each.id, "title": each.title, "kind": each.citation_format}
            for each in shown
        ],
    }


def previews(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return what a source of the essay prints in some styles."""
    ids = asked.texts("id")
    if len(ids) > _MOST_PREVIEWS:
        raise Refusal("invalid", f"At most {_MOST_PREVIEWS} styles at a time.")
    library = library_in_use(desk, asked)
    source = _shown_source(desk, asked)
    return {"previews": [_preview(name, source, library) for name in ids]}


def _shown_source(desk: Desk, asked: Asked) -> Source:
    """Return the first source that an essay cites, or a sample."""
    if name := asked.text_or("essay", ""):
        cited = desk.essay(name).opened.draft.resolved.sources
        return next(iter(cited.values()), _SAMPLE)
    return _SAMPLE


def _preview(name: str, source: Source, library: LibraryInUse) -> dict[str, object]:
    try:
        printed = print_source(source, csl.load_style(name), library.settings)
    except LoccitError as error:
        return {"id": name, "error": error.message}
    citation, entry = map(to_html, printed)
    return {"id": name, "citation": citation, "entry": entry}


def languages(desk: Desk, asked: Asked) -> dict[str, object]:
    """Return the languages that essays can be in."""
    return {"languages": [{"tag": tag} for tag in csl.locale_tags()]}


def choose(desk: Desk, asked: Asked) -> dict[str, object]:
    """Give an essay a style or a language: in its text, if its format has settings."""
    style, lang = _style(asked), _language(asked)
    with desk.lock:
        essay = desk.essay(asked.text("path"))
        if not (essay.is_text and has_settings(essay.opened.essay)):
            desk.workspace.choose(essay.path, Settings(csl=style, lang=lang))
            return essay_as_json(desk, essay)
        for name, value in (("csl", style), ("lang", lang)):
            if value:
                edit = set_setting(essay.opened.essay, name, value)
                desk.report(essay, essay.change([edit]), asked.text_or("tab", ""))
        return essay_as_json(desk, essay)


def _style(asked: Asked) -> str | None:
    """Return the style that is asked for.

    Raises:
        UnknownStyle: there is no such style.
    """
    style = asked.text_or("style", "")
    return csl.style_info(style).id if style else None


def _language(asked: Asked) -> str | None:
    """Return the language that is asked for.

    Raises:
        Refusal: there is no such language.
    """
    lang = asked.text_or("lang", "")
    if lang and not csl.has_locale(lang):
        raise Refusal("invalid", f"There is no language `{lang}`.")
    return lang or None


ROUTES = [
    get("styles", styles),
    get("styles/preview", previews),
    get("languages", languages),
    post("essay/style", choose),
]
