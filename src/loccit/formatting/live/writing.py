"""Prepare what the live citations of a document are written with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from loccit.bibliography.formats import word_xml
from loccit.essays.live_citations.live_writing import LiveWriting, WrittenProgram
from loccit.essays.live_citations.programs.zotero.preferences import Preferences
from loccit.essays.live_citations.programs.zotero.write import Item
from loccit.formatting.draft import Draft
from loccit.model import Place, Problem, Source
from loccit.model.csl_json import source_to_csl_json
from loccit.values.languages import lcid

_ZOTERO_STYLES = "http://www.zotero.org/styles/"
_AMERICAN = 1033
#: What no reference shows.
_NOT_PRINTED = frozenset(
    ["abstract", "annote", "citation-key", "keyword", "language", "note", "source"]
)


def live_writing(draft: Draft) -> LiveWriting:
    """Return how the live citations of an essay are written.

    Without a setting they stay those of their program, and what is typed joins Zotero's
    where the document has such.
    """
    document, fields = draft.essay.document, draft.settings.fields
    program = document.own_program if fields is None else fields
    sources = draft.resolved.sources
    return LiveWriting(
        None if program in (None, "none") else cast(WrittenProgram, program),
        fields is not None,
        _items(draft, sources),
        _word_sources(sources) if program == "word" else {},
        _preferences(draft),
        int(lcid(draft.lang) or _AMERICAN),
    )


def lost_in_word(draft: Draft) -> Iterator[Problem]:
    """Report what Word's own list of sources has no place for."""
    for key, source in draft.resolved.sources.items():
        if lost := sorted({*word_xml.lost(source)} - _NOT_PRINTED):
            names = ", ".join(f"`{name}`" for name in lost)
            message = f"Of `{key}`, Word's own sources can't hold {names}."
            place = Place(draft.essay.path)
            advice = "Keep the document as it was, or cite with `--fields zotero`."
            yield Problem("not-carried", message, place, "note", advice)


def _items(draft: Draft, sources: Mapping[str, Source]) -> dict[str, Item]:
    """Return the sources, with what identifies them to Zotero."""
    uris: dict[str, tuple[str, ...]] = {}
    for name, record in draft.essay.document.records.items():
        if record.uris and name in draft.record_keys:
            uris.setdefault(draft.record_keys[name], record.uris)
    return {
        key: Item(source_to_csl_json(source), uris.get(key, ()))
        for key, source in sources.items()
    }


def _word_sources(sources: Mapping[str, Source]) -> dict[str, str]:
    """Return the `b:Source` element of each source, as XML."""
    return {key: _word_source(source) for key, source in sources.items()}


def _word_source(source: Source) -> str:
    whole = word_xml.write([source])
    return whole[whole.index("<b:Source>") : whole.rindex("</b:Sources>")].strip()


def _preferences(draft: Draft) -> Preferences:
    name = draft.style.id or "apa"
    style = name if "/" in name else _ZOTERO_STYLES + name
    in_notes = draft.style.citation_class == "note"
    return Preferences(
        style,
        draft.settings.lang or "",
        note_type="footnotes" if in_notes else "in-text",
    )
