"""Cite sources where the cursor is, as the format of the essay types it."""

from __future__ import annotations

from collections.abc import Sequence

from loccit import csl
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.editing.typed_locator import typed_locator
from loccit.errors import LoccitError
from loccit.essays.key_citation import KeyCitation, KeyCite
from loccit.model import Citation, Cite, Edit, Span

#: What a citation follows without a blank: opening signs, dashes, LaTeX's tie.
_OPENING = "([{“‘„«‹\"'~—–-/"


def cite(essay: OpenEssay, offset: int, new: KeyCitation) -> Edit:
    """Return the edit that cites sources where the cursor is.

    A citation by key at the cursor gets them after its own, and stays as it is set.

    Args:
        essay: the essay.
        offset: the cursor.
        new: the sources, and how the citation is to be set.

    Raises:
        LoccitError: nothing can be cited there, as in a block of code; or the format
            has no syntax for it.
    """
    here = essay.citation_at(offset)
    if here is None or here.typed or here.program:
        span, lead = Span(offset, offset), _blank(essay.text, offset)
    else:
        span, lead, new = here.span, "", _with_cites(here, new.cites, essay.lang)
    forms = essay.essay.document.key_citations(new)
    for form in forms:
        edit = Edit(span, lead + form)
        if _is_read(edit, new, essay):
            return edit
    raise _refusal(is_typed=bool(forms))


def _refusal(is_typed: bool) -> LoccitError:
    if is_typed:
        message = "A citation that is put here would not be read as one."
        return LoccitError(message, advice="Put the cursor into the running text.")
    return LoccitError(
        "The format of this essay has no syntax for such a citation.",
        advice="Cite one source at a time, or in parentheses; LaTeX can do more with "
        "the package `biblatex`.",
    )


def _is_read(edit: Edit, new: KeyCitation, essay: OpenEssay) -> bool:
    """Return whether the essay's format reads all of an edit as the citation."""
    changed = essay.essay.document.with_edits([edit])
    start, end = edit.span.start, edit.span.start + len(edit.new)
    found = [
        citation
        for citation in changed.citations(csl.locator_terms(essay.lang))
        if start <= citation.span.start < end
    ]
    keys = [cite.key for citation in found for cite in citation.cites]
    is_whole = bool(new.possessive) or (bool(found) and found[-1].span.end >= end)
    return is_whole and keys == [cite.key for cite in new.cites]


def _blank(text: str, offset: int) -> str:
    """Return the blank that separates a citation from the word before it."""
    before = text[offset - 1 : offset]
    return "" if not before or before.isspace() or before in _OPENING else " "


def _with_cites(here: Citation, cites: Sequence[KeyCite], lang: str) -> KeyCitation:
    """Return a citation with further cites."""
    own = tuple(_key_cite(cite, lang) for cite in here.cites)
    mode = here.cites[0].mode if len(here.cites) == 1 else here.mode
    return KeyCitation((*own, *cites), mode, here.possessive)


def _key_cite(cite: Cite, lang: str) -> KeyCite:
    locator = typed_locator(cite.locator, lang) if cite.locator else ""
    suffix = cite.suffix.plain
    return KeyCite(cite.key, cite.prefix.plain, locator, suffix, cite.secondary)
