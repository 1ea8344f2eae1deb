"""Make citations by key of the live citations of a document."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library
from loccit.editing.typed_locator import typed_locator
from loccit.essays import Document
from loccit.essays.key_citation import KeyCitation, KeyCite
from loccit.essays.live_citations.live_writing import LiveWriting
from loccit.essays.live_citations.programs.zotero.preferences import Preferences
from loccit.formatting.draft import Draft
from loccit.model import Citation, Cite, Edit, RichText
from loccit.output import load_output

#: Live citations become text, which has no data of any source.
_AS_TEXT = LiveWriting(None, True, {}, {}, Preferences(""), 0)


class LiveToKeys(NamedTuple):
    """What becomes of live citations.

    Attributes:
        edits: put keys in their places.
        done: how many get keys.
        left: how many stay live: those that have to stay, and those of sources that are
            not in the library.
        lacks_sources: whether there are such sources.
    """

    edits: list[Edit]
    done: int
    left: int
    lacks_sources: bool


def live_to_keys(draft: Draft, library: Library) -> LiveToKeys:
    """Return the edits that make citations by key of live ones.

    Args:
        draft: the document, with its own sources in the library.
        library: the user's library; keys of other sources would cite nothing.
    """
    document = draft.essay.document.writing(_AS_TEXT)
    edits: list[Edit] = []
    done = left = 0
    lacks_sources = False
    for each in draft.resolved.citations:
        citation = each.citation
        if not citation.program:
            continue
        is_known = all(cite.key in library for cite in citation.cites)
        lacks_sources = lacks_sources or not is_known
        if each.stays or not is_known:
            left += 1
        else:
            edits += _with_keys(citation, document, draft.lang)
            done += 1
    return LiveToKeys(edits, done, left, lacks_sources)


def _with_keys(citation: Citation, document: Document, lang: str) -> list[Edit]:
    cites = tuple(_key_cite(cite, lang) for cite in citation.cites)
    mode = citation.cites[0].mode if len(citation.cites) == 1 else citation.mode
    [form, *_] = document.key_citations(KeyCitation(cites, mode))
    output = load_output(document.markup)
    return document.replace(citation, RichText.of(form), output)


def _key_cite(cite: Cite, lang: str) -> KeyCite:
    locator = typed_locator(cite.locator, lang) if cite.locator else ""
    suffix = cite.suffix.plain
    return KeyCite(cite.key, cite.prefix.plain, locator, suffix, cite.secondary)
