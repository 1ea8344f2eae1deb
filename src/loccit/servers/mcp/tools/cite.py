"""Cite a source: what to type, and what it prints."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from loccit import csl
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.drafting.printed.citations import printed_citations, reference
from loccit.essays.key_citation import KeyCitation, KeyCite
from loccit.model import Edit, Span
from loccit.servers.mcp.answers import READS, Answer, as_markdown, quoted
from loccit.servers.mcp.open_folder import OpenFolder
from loccit.servers.mcp.parameters import Essay, Format, Lang, Style

TITLE = "Cite a source"
ANNOTATIONS = READS

Key = Annotated[
    str,
    Field(description="The key of a source, as `search` returns it.", max_length=500),
]
Locator = Annotated[
    str,
    Field(description="A place in the source: `p. 3`, `pp. 3-5`.", max_length=200),
]


class Cited(Answer):
    """What to type, and what it prints, as Markdown."""

    key: str
    type_this: str = Field(description="What to type into the essay.")
    prints: str = Field(description="What that becomes.")
    type_in_sentence: str = Field(
        description="What to type where the author is part of the sentence; empty if "
        "the format has no syntax for it."
    )
    prints_in_sentence: str
    entry: str = Field(description="The source in the reference list.")
    abstract: str = Field(description="As the library has it.")
    note: str = Field(description="The user's own note, as the library has it.")


def answer(
    folder: OpenFolder,
    key: Key,
    locator: Locator = "",
    essay: Essay = "",
    format: Format = "markdown",  # noqa: A002 - what assistants know it by
    style: Style = "",
    lang: Lang = "",
) -> Cited:
    """Say what to type to cite a source of the library, and what it prints: in the text,
    and in the reference list.  Without `essay`, the answer is for an essay that begins in
    the folder, in `format`.
    """
    if essay:
        opened = folder.essay(essay, style, lang)
    else:
        opened = folder.text("", format, style, lang)
    source = opened.sources.require(key)
    cite = KeyCite(key, locator=locator)
    return Cited(
        key=key,
        type_this=_typed(opened, KeyCitation((cite,))),
        prints=_printed(folder, opened, KeyCitation((cite,))),
        type_in_sentence=_typed(opened, KeyCitation((cite,), "narrative")),
        prints_in_sentence=_printed(folder, opened, KeyCitation((cite,), "narrative")),
        entry=as_markdown(reference(opened, key)).strip(),
        abstract=quoted(source.plain("abstract")),
        note=quoted(source.plain("note")),
    )


def _typed(essay: OpenEssay, citation: KeyCitation) -> str:
    """Return what to type for a citation: the first form that the essay's format reads as
    one in this essay; "" if none is.
    """
    forms = essay.essay.document.key_citations(citation)
    return next((form for form in forms if _is_read(form, essay)), "")


def _is_read(form: str, essay: OpenEssay) -> bool:
    """Return whether a form is a citation where the essay has one, or at its end."""
    ends = [each.span.end for each in essay.citations[:1] if not each.part]
    for place in (*ends, len(essay.text)):
        edit = Edit(Span(place, place), f" {form} ")
        changed = essay.essay.document.with_edits([edit])
        found = changed.citations(csl.locator_terms(essay.lang))
        if any(each.span.start == place + 1 for each in found):
            return True
    return False


def _printed(folder: OpenFolder, essay: OpenEssay, citation: KeyCitation) -> str:
    """Return what a citation prints that is the only one of an essay."""
    alone = folder.markdown_like(essay, citation)
    [printed] = printed_citations(alone)
    return as_markdown(printed.author) + as_markdown(printed.text)
