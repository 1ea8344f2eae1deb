"""Type a citation by key again in another way: what it cites stays the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from loccit import csl
from loccit._startup.regex import regex
from loccit.drafting.acting.latex_commands import with_command_of
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.editing.typed_locator import typed_locator
from loccit.errors import InvalidChange
from loccit.essays import read_essay
from loccit.essays.key_citation import KeyCitation, KeyCite
from loccit.model import Citation, Cite, CiteMode, Edit, Span

#: The citation syntax: what is between keys is words, and not options of a command.
_IN_BRACKETS = regex(r"\[(?!cite)([^\[\]]*)\]$")
_IN_SENTENCE = regex(r"@[^\s\[\]]+(?: ?\[([^\[\]]*)\])?$")


def typed_again(
    essay: OpenEssay, citations: Sequence[Citation], mode: CiteMode
) -> Edit:
    """Return the edit that types citations as one, in a mode.

    Args:
        essay: the essay.
        citations: one, or several with nothing but space between them.
        mode: how the new one is set.

    Raises:
        InvalidChange: the format has no such citation, or it would be read differently.
    """
    span = Span(citations[0].span.start, citations[-1].span.end)
    part = citations[0].part
    for form in dict.fromkeys(_forms(essay, citations, mode)):
        edit = essay.essay.document.typed(span, part, form)
        if edit and _is_meant(essay, citations, mode, edit):
            return edit
    raise InvalidChange(
        "This citation can't be typed so: it would be read differently.",
        advice="Type it by hand.",
    )


def _forms(
    essay: OpenEssay, citations: Sequence[Citation], mode: CiteMode
) -> Iterator[str]:
    """Yield ways to type citations as one, the best first: with the words that are
    there, and else with those that they mean.
    """
    possessive = citations[0].possessive if mode == "narrative" else ""
    document = essay.essay.document
    if len(citations) == 1:
        yield from with_command_of(citations[0].source, mode, essay.text)
    as_typed = [_as_typed(citation, essay.text) for citation in citations]
    if all(as_typed):
        cites = [cite for each in as_typed for cite in each]
        yield from document.key_citations(KeyCitation(tuple(cites), mode, possessive))
    cites = [_as_meant(cite, essay.lang) for each in citations for cite in each.cites]
    yield from document.key_citations(KeyCitation(tuple(cites), mode, possessive))


def _as_meant(cite: Cite, lang: str) -> KeyCite:
    locator = typed_locator(cite.locator, lang) if cite.locator else ""
    suffix = cite.suffix.plain
    return KeyCite(cite.key, cite.prefix.plain, locator, suffix, cite.secondary)


def _as_typed(citation: Citation, text: str) -> list[KeyCite]:
    """Return the cites of a citation in the citation syntax, with their words as they
    are typed; none if it is in another syntax.
    """
    cites = citation.cites
    if _IN_BRACKETS.match(citation.source):
        start, end = citation.span.start + 1, citation.span.end - 1
    elif _IN_SENTENCE.match(citation.source.removesuffix(citation.possessive)):
        start = cites[0].span.start
        end = citation.span.end - len(citation.possessive)
    else:
        return []
    prefix = text[start : cites[0].span.start]
    typed: list[KeyCite] = []
    for cite, following in pairwise([*cites, None]):
        assert cite
        stop = following.span.start if following else end
        between = text[cite.span.end : stop]
        suffix, semicolon, next_prefix = between, "", ""
        if following:
            suffix, semicolon, next_prefix = between.rpartition(";")
            if not semicolon:
                return []
        typed.append(KeyCite(cite.key, prefix, suffix=_joined(suffix)))
        prefix = next_prefix.lstrip()
    return typed


def _joined(suffix: str) -> str:
    """Return the words after a key as they follow it in brackets: after a comma."""
    inside = suffix.strip()
    if inside.startswith("["):
        inside = inside[1:].removesuffix("]")
        return f", {inside.lstrip(', ')}" if inside else ""
    return suffix.removesuffix("]") if suffix.endswith("]") else suffix


def _is_meant(
    essay: OpenEssay, citations: Sequence[Citation], mode: CiteMode, edit: Edit
) -> bool:
    """Return whether a reader reads the new citation as the old ones."""
    words = csl.locator_terms(essay.lang)
    before = essay.essay.citations(words)
    data = essay.essay.with_edits([edit])
    after = read_essay(data, essay.essay.path, essay.essay.format).citations(words)
    read = [each for each in after if each.span.start == edit.span.start]
    if len(read) != 1 or len(after) != len(before) - len(citations) + 1:
        return False
    if mode_of(read[0]) != mode:
        return False
    meant = [_meaning(cite) for each in citations for cite in each.cites]
    return [_meaning(cite) for cite in read[0].cites] == meant


def mode_of(citation: Citation) -> CiteMode:
    """Return how a citation is set: without the author, where its only cite is."""
    if citation.mode == "parenthetical" and len(citation.cites) == 1:
        return citation.cites[0].mode
    return citation.mode


def _meaning(cite: Cite) -> tuple[object, ...]:
    prefix, suffix = (words.plain.strip(" ,") for words in (cite.prefix, cite.suffix))
    return cite.key, prefix, suffix, cite.locator, cite.secondary
